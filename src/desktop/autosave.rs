//! When unsaved work is kept: after two quiet seconds, and at the latest every fifteen while somebody types.

/// So long after the last change.
const QUIET: f64 = 2.0;
/// So long after the first change that is not kept.
const LONGEST: f64 = 15.0;

/// What is to be done about unsaved work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    /// Nothing.
    Nothing,
    /// It is to be kept in so many seconds, if nothing changes until then.
    In(f64),
    /// It is to be kept now.
    Now,
    /// What was kept is to be forgotten: it is saved.
    Forget,
}

/// What was kept, and since when something is not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Autosave {
    kept: Option<u64>,
    /// The state seen last, and when it was seen first.
    seen: Option<(u64, f64)>,
    /// When the first change was seen that is not kept.
    first: Option<f64>,
}

impl Autosave {
    /// Begins with work that is kept already.
    pub fn kept(stamp: u64) -> Self {
        Self { kept: Some(stamp), ..Self::default() }
    }

    /// Whether anything is kept.
    pub fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// Forgets that the last state was kept, because it could not be.
    pub fn failed(&mut self) {
        self.kept = None;
    }

    /// What is to be done `now`, in seconds of any clock, about unsaved work in the state with this stamp.
    pub fn unsaved(&mut self, stamp: u64, now: f64) -> Due {
        if self.kept == Some(stamp) {
            (self.seen, self.first) = (None, None);
            return Due::Nothing;
        }
        let seen = self.seen.filter(|(seen, _)| *seen == stamp).map_or(now, |(_, at)| at);
        self.seen = Some((stamp, seen));
        let due = (seen + QUIET).min(*self.first.get_or_insert(now) + LONGEST);
        if now < due {
            return Due::In(due - now);
        }
        *self = Self::kept(stamp);
        Due::Now
    }

    /// What is to be done where nothing is unsaved.
    pub fn saved(&mut self) -> Due {
        let due = if self.is_kept() { Due::Forget } else { Due::Nothing };
        *self = Self::default();
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_kept_after_two_quiet_seconds() {
        let mut autosave = Autosave::default();
        assert_eq!(autosave.unsaved(1, 10.0), Due::In(2.0));
        assert_eq!(autosave.unsaved(2, 11.0), Due::In(2.0));
        assert_eq!(autosave.unsaved(2, 12.5), Due::In(0.5));
        assert_eq!(autosave.unsaved(2, 13.0), Due::Now);
        assert_eq!(autosave.unsaved(2, 14.0), Due::Nothing);
        assert_eq!(autosave.saved(), Due::Forget);
        assert_eq!(autosave.saved(), Due::Nothing);
    }

    #[test]
    fn somebody_who_types_on_and_on_loses_at_most_fifteen_seconds() {
        let mut autosave = Autosave::default();
        let kept: Vec<u32> =
            (0..60).filter(|second| autosave.unsaved(u64::from(*second) + 1, f64::from(*second)) == Due::Now).collect();
        assert_eq!(kept, [15, 31, 47]);
    }

    #[test]
    fn what_could_not_be_kept_is_tried_again() {
        let mut autosave = Autosave::default();
        autosave.unsaved(1, 0.0);
        assert_eq!(autosave.unsaved(1, 2.0), Due::Now);
        autosave.failed();
        assert_eq!(autosave.unsaved(1, 2.5), Due::In(2.0));
    }
}
