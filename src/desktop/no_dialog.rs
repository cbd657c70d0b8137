//! Hears that there is no file dialog: rfd answers as if somebody had cancelled it, and says so in its log alone.

use std::sync::atomic::{AtomicUsize, Ordering};

use log::{Level, LevelFilter, Log, Metadata, Record};

/// Where rfd is when neither the portal nor zenity answers.
const LAST_RESORT: &str = "rfd::backend::xdg_desktop_portal";

struct Ear {
    heard: AtomicUsize,
}

static EAR: Ear = Ear { heard: AtomicUsize::new(0) };

/// How often there was no dialog, since the first time that this was asked.
pub(super) fn times() -> usize {
    // Refused where it listens already.
    if log::set_logger(&EAR).is_ok() {
        log::set_max_level(LevelFilter::Error);
    }
    EAR.heard.load(Ordering::SeqCst)
}

impl Log for Ear {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() == Level::Error && metadata.target() == LAST_RESORT
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            self.heard.fetch_add(1, Ordering::SeqCst);
        }
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_resort_counts() {
        let before = times();
        log::warn!(target: LAST_RESORT, "Using zenity fallback");
        log::error!(target: "rfd::backend::xdg_desktop_portal::portal", "OpenFile failed");
        assert_eq!(times(), before);
        log::error!(target: LAST_RESORT, "Failed to save file with zenity: not found");
        assert_eq!(times(), before + 1);
    }
}
