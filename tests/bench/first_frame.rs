//! How soon a window shows a plan, and how soon `LibreOffice` Writer shows the same words, side by side in one run.
//!
//! `cargo bench --bench first_frame` starts a display of its own (Xvfb, openbox) and watches its middle: the first
//! frame is the first change from the empty desktop, and the document is there when the last change has been seen. The
//! pointer rests in a corner, so that nothing explains itself under it. Writer wears what the system dresses it in: with
//! `libreoffice-gtk3` that is what a desktop shows, without it a plain look that starts in half the time.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

#[cfg(target_os = "linux")]
mod peer;

#[cfg(target_os = "linux")]
fn main() {
    linux::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("This benchmark needs an X display of its own and runs on Linux only");
}

#[cfg(target_os = "linux")]
#[expect(clippy::expect_used, reason = "a benchmark stops where it cannot go on")]
mod linux {
    use std::io::Read as _;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    use throughline::document::{self, Edition, Paper, Request};
    use throughline::storage::{self, Trust};
    use x11rb::connection::Connection as _;
    use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat, Window};
    use x11rb::rust_connection::RustConnection;

    use super::peer;

    const STARTS: usize = 7;
    /// A screen that has not changed for so long shows what it is going to show.
    const STILL: Duration = Duration::from_millis(1500);

    pub(super) fn main() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let screen = Screen::start();
        let plan_file = root.join("plans/alcohol-evening.plan.ron");
        let ours = || {
            let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
            command.arg(&plan_file).env("LIBGL_ALWAYS_SOFTWARE", "1");
            for (name, at) in [("HOME", ""), ("XDG_CONFIG_HOME", "c"), ("XDG_DATA_HOME", "d"), ("XDG_STATE_HOME", "s")]
            {
                command.env(name, folder.path().join(at));
            }
            command
        };
        let ours = screen.median("Throughline with a plan", ours);
        let text = std::fs::read_to_string(&plan_file).expect("a sample");
        let plan = storage::decode(&text, Trust::Strict).expect("a sample").plan;
        let pages = document::pages(&Request::new(&plan, Edition::Clinical, Paper::Letter, None));
        let flat = folder.path().join("plan.fodt");
        storage::write_file(&flat, peer::flat_odt(&plan, &pages).as_bytes()).expect("a temporary file");
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let mut convert = Command::new("soffice");
        convert.args(["--headless", "--convert-to", "odt", "--outdir"]).arg(folder.path()).arg(&flat).arg(&profile);
        if !convert.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
            println!("LibreOffice is not installed, so there is nothing to compare with");
            return;
        }
        let theirs = || {
            let mut command = Command::new("soffice");
            command.args(["--nologo", "--norestore", "--nofirststartwizard", "--writer", &profile]);
            command.arg(folder.path().join("plan.odt")).env("HOME", folder.path());
            command
        };
        let theirs = screen.median("LibreOffice Writer with the same words", theirs);
        println!("{:44} {:>6.1} to 1", "first sign of a window", theirs.first / ours.first);
        println!("{:44} {:>6.1} to 1", "the document there, our first frame", theirs.all / ours.first);
        println!("{:44} {:>6.1} to 1", "all there", theirs.all / ours.all);
    }

    /// Milliseconds from the start of a process.
    struct Times {
        first: f64,
        all: f64,
    }

    struct Screen {
        parts: Vec<Child>,
        display: String,
        x: RustConnection,
        root: Window,
    }

    impl Screen {
        fn start() -> Self {
            let mut server = Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .expect("Xvfb");
            let mut number = Vec::new();
            let mut out = server.stdout.take().expect("its standard output");
            let mut byte = [0];
            while out.read_exact(&mut byte).is_ok() && byte != *b"\n" {
                number.extend(byte);
            }
            let display = format!(":{}", String::from_utf8(number).expect("a number"));
            let manager = Command::new("openbox")
                .env("DISPLAY", &display)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("openbox");
            std::thread::sleep(Duration::from_secs(1));
            let (x, at) = x11rb::connect(Some(&display)).expect("the display");
            let root = x.setup().roots.get(at).expect("a screen").root;
            x.warp_pointer(x11rb::NONE, root, 0, 0, 0, 0, 1279, 799).expect("the display");
            x.flush().expect("the display");
            Self { parts: vec![server, manager], display, x, root }
        }

        /// The middle of the screen.
        fn look(&self) -> Vec<u8> {
            self.lines(200, 400)
        }

        /// One line of it, which costs the display next to nothing while a window is on its way.
        fn peep(&self) -> Vec<u8> {
            self.lines(400, 1)
        }

        fn lines(&self, top: i16, height: u16) -> Vec<u8> {
            let image = self.x.get_image(ImageFormat::Z_PIXMAP, self.root, 320, top, 640, height, !0);
            image.expect("the display").reply().expect("an image").data
        }

        #[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
        fn time(&self, mut command: Command) -> Times {
            let (empty, blank) = (self.look(), self.peep());
            let start = Instant::now();
            let mut child = command
                .env("DISPLAY", &self.display)
                .env_remove("WAYLAND_DISPLAY")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("a program");
            while self.peep() == blank {
                assert!(start.elapsed() < Duration::from_mins(2), "the window never came");
                std::thread::sleep(Duration::from_millis(1));
            }
            let first = Instant::now();
            let (mut seen, mut last) = (empty.clone(), first);
            while last.elapsed() < STILL {
                let now = self.look();
                if now != seen {
                    last = Instant::now();
                    seen = now;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            stop(&mut child);
            while self.look() != empty {
                std::thread::sleep(Duration::from_millis(50));
            }
            let since = |moment: Instant| moment.duration_since(start).as_secs_f64() * 1e3;
            Times { first: since(first), all: since(last) }
        }

        fn median(&self, name: &str, command: impl Fn() -> Command) -> Times {
            // The first start reads the program from the disk, which says more about the disk.
            let _warm = self.time(command());
            let runs: Vec<Times> = (0..STARTS).map(|_| self.time(command())).collect();
            let of = |part: fn(&Times) -> f64| {
                let mut all: Vec<f64> = runs.iter().map(part).collect();
                all.sort_by(f64::total_cmp);
                all[STARTS / 2]
            };
            let times = Times { first: of(|one| one.first), all: of(|one| one.all) };
            println!("{name:44} first frame {:>7.0} ms, all there {:>7.0} ms", times.first, times.all);
            times
        }
    }

    /// `soffice` is a script: what it started ends with it.
    fn stop(child: &mut Child) {
        let children = Command::new("pkill").args(["-KILL", "-P", &child.id().to_string()]).status();
        let _gone = children.is_ok() && child.kill().is_ok();
        let _ended = child.wait().is_ok();
        let _office = Command::new("pkill").args(["-KILL", "-x", "soffice.bin"]).status().is_ok();
    }

    impl Drop for Screen {
        fn drop(&mut self) {
            for part in self.parts.iter_mut().rev() {
                let _ended = part.kill().is_ok() && part.wait().is_ok();
            }
        }
    }
}
