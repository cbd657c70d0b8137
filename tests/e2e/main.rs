//! The real program in a real window, driven as people drive it: by keys alone, and by mouse.

#[cfg(test)]
#[cfg(target_os = "linux")]
mod window {
    use std::path::Path;
    use std::process::Command;
    use std::sync::{Mutex, PoisonError};

    const INSTALL: &str = "if something is missing here, `sh .ci/prepare test` installs it";

    /// Each flow measures that the program rests, so only one at a time uses the machine.
    static TURN: Mutex<()> = Mutex::new(());

    /// Who draws the window: each of the two ways is taken once.
    const WHO_DRAWS: &str = "THROUGHLINE_DRAWS";

    /// The script makes a desktop of its own, so that nothing of the one that runs the tests is touched.
    #[track_caller]
    fn drive(flow: &str, who_draws: &str) {
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        let pictures = Path::new(env!("CARGO_TARGET_TMPDIR")).join(flow);
        std::fs::create_dir_all(&pictures).unwrap();
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e");
        let mut command = Command::new("/usr/bin/python3");
        command
            .args(["-B", "-W", "ignore"])
            .arg(scripts.join("flow.py"))
            .args([env!("CARGO_BIN_EXE_throughline"), flow])
            .arg(folder.path())
            .env("E2E_PICTURES", pictures)
            .env(WHO_DRAWS, who_draws);
        let output = command.output().expect(INSTALL);
        let said = String::from_utf8_lossy(&output.stdout);
        let failed = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}\n{failed}\n{INSTALL}");
    }

    #[test]
    fn from_nothing_to_paper_by_keys_alone() {
        drive("keys", "processor");
    }

    #[test]
    fn from_nothing_to_paper_by_mouse() {
        drive("mouse", "card");
    }
}
