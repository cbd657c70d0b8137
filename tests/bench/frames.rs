//! How much CPU time one frame of the window takes in every place, and one letter typed into a goal, by size of plan.
//!
//! `cargo bench --bench frames` draws without a screen: everything up to the triangles that a graphics card would get,
//! with the pointer moving, and with and without a screen reader listening. It prints medians and maxima, and beside
//! them what the processor needs for the picture itself where there is no graphics card, on one core or on several.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark prints, and stops where it cannot go on")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Instant, SystemTime};

use cpu_time::ThreadTime;
use jiff::ToSpan as _;
use jiff::civil::date;
use throughline::base::{ClockTime, Date, SessionId};
use throughline::checks::findings;
use throughline::desktop::action::Action;
use throughline::desktop::app::App;
use throughline::desktop::command::Command;
use throughline::desktop::library::{Library, catalog};
use throughline::desktop::model::derive;
use throughline::desktop::open::OpenPlan;
use throughline::desktop::paint::Canvas;
use throughline::desktop::shell::{Lens, Place};
use throughline::desktop::worker::Source;
use throughline::desktop::world::{Ask, Owner, Picked, World};
use throughline::document::{self, Edition, Paper, Request};
use throughline::plan::{Edit, GoalEdit, Item, ListEdit, Plan, Segment, Session, apply};
use throughline::storage::{self, Trust};

const TODAY: Date = date(2026, 12, 2);
const FRAMES: u16 = 120;

fn main() {
    for (sessions, weeks) in [(200, 16), (1000, 32), (2000, 52)] {
        let plan = plan(sessions, weeks);
        println!("{sessions} sessions in {weeks} weeks");
        typing(&plan);
        for reader in [Reader::None, Reader::Listening] {
            places(&plan, reader);
        }
    }
}

/// Whether a screen reader listens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    None,
    Listening,
}

fn places(plan: &Plan, reader: Reader) {
    let mut window = Window::open(plan, reader);
    for (name, actions) in [
        ("intake", vec![Action::Go(Place::Intake)]),
        ("goals", vec![Action::Go(Place::Goals)]),
        ("goal selected", vec![Action::Select(plan.goals.first().map(|goal| Item::Goal(goal.id)))]),
        ("modules", vec![Action::Go(Place::Modules), Action::Select(None)]),
        ("schedule: week", vec![Action::Go(Place::Schedule), Action::Week(3)]),
        ("schedule: all weeks", vec![Action::Look(Lens::Span)]),
        ("schedule: list", vec![Action::Look(Lens::List)]),
        ("review", vec![Action::Go(Place::Review)]),
        ("document", vec![Action::Go(Place::Document)]),
        ("palette", vec![Action::Do(Command::Palette)]),
        ("home", vec![Action::Dismiss, Action::Do(Command::Home)]),
    ] {
        for action in actions {
            window.app.send(action);
        }
        window.settle();
        let tail = if reader == Reader::Listening { ", screen reader" } else { "" };
        let (frames, pictures) = (0..FRAMES).map(|step| window.frame(step)).unzip();
        say(&format!("{name}{tail}"), frames);
        if reader == Reader::None {
            say("  its picture, by the processor", pictures);
            window.canvas.resize([0, 0]);
            say("  its first picture", vec![window.frame(0).1]);
        }
    }
}

/// One letter more in a goal: the change itself, and what it is made of.
fn typing(plan: &Plan) {
    let goal = plan.goals.first().expect("a goal").id;
    let mut open = OpenPlan::made(plan.clone(), &Library::default(), TODAY);
    let edit = |letters: usize| Edit::Goal(goal, GoalEdit::OwnWords("a".repeat(letters)));
    let edits = (1..40).map(|letters| timed(|| open.edit(edit(letters), TODAY).expect("a sound edit")).0).collect();
    say("a letter typed", edits);
    say("  everything derived", (0..20).map(|_| timed(|| derive(plan, catalog(), TODAY)).0).collect());
    say("  of that, findings", (0..20).map(|_| timed(|| findings(plan, catalog(), Some(TODAY))).0).collect());
    let request = Request::new(plan, Edition::Patient, Paper::Letter, None);
    say("  pages laid out aside", (0..5).map(|_| timed(|| document::pages(&request)).0).collect());
}

/// A sample with as many sessions, spread over as many weeks.
fn plan(sessions: usize, weeks: i64) -> Plan {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/alcohol-evening.plan.ron");
    let text = std::fs::read_to_string(file).expect("a sample");
    let mut plan = storage::decode(&text, Trust::Strict).expect("a sample").plan;
    let segment = plan.segments.first().expect("a segment").clone();
    let last = segment.from.checked_add((weeks * 7 - 1).days()).expect("a date");
    make(&mut plan, Edit::Segment(ListEdit::Replace(Segment { to: last, ..segment.clone() })));
    let modules: Vec<_> = plan.modules.iter().map(|module| module.id).collect();
    let pattern = plan.sessions.clone();
    let days: Vec<Date> = segment.from.series(1.day()).take_while(|day| *day <= last).collect();
    let missing = sessions.saturating_sub(pattern.len());
    let more = (0..missing).map(|number| {
        let hour = u16::try_from(number % 9).unwrap_or_default();
        Edit::Sessions(ListEdit::Add(Session {
            id: SessionId(0),
            module: modules[number % modules.len()],
            date: days[number * days.len() / missing],
            start: ClockTime::from_minutes((8 + hour) * 60).expect("a time of day"),
            ..pattern[number % pattern.len()].clone()
        }))
    });
    make(&mut plan, Edit::Together(more.collect()));
    plan
}

fn make(plan: &mut Plan, edit: Edit) {
    let refused = apply(plan, &edit).err();
    drop(edit);
    assert!(refused.is_none(), "{refused:?}");
}

fn timed<T>(what: impl FnOnce() -> T) -> (f64, T) {
    let start = ThreadTime::now();
    let result = what();
    (start.elapsed().as_secs_f64() * 1000.0, result)
}

fn say(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    if let (Some(median), Some(most)) = (times.get(times.len() / 2), times.last()) {
        println!("  {name:36} median {median:>8.2} ms, most {most:>8.2} ms");
    }
}

/// A window without a screen.
struct Window {
    ctx: egui::Context,
    app: App,
    owner: eframe::Frame,
    canvas: Canvas,
    time: f64,
    _folder: tempfile::TempDir,
}

impl Window {
    fn open(plan: &Plan, reader: Reader) -> Self {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let ctx = egui::Context::default();
        if reader == Reader::Listening {
            ctx.enable_accesskit();
        }
        let world = Box::new(Still(folder.path().to_path_buf()));
        let app = App::start(world, &[], None).expect("a worker").into_window(&ctx);
        let text: &'static str = storage::encode(plan).expect("a sound plan").leak();
        app.send(Action::Read(Source::Sample("sample", text), Trust::Strict));
        let (owner, canvas) = (eframe::Frame::_new_kittest(), Canvas::default());
        let mut window = Self { ctx, app, owner, canvas, time: 0.0, _folder: folder };
        window.settle();
        window
    }

    fn settle(&mut self) {
        for step in 0..12 {
            self.frame(step);
            self.app.settle();
        }
    }

    /// Milliseconds for one frame with the pointer a little further on, and for its picture.
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
    fn frame(&mut self, step: u16) -> (f64, f64) {
        self.time += 1.0 / 60.0;
        let at = egui::pos2(100.0 + f32::from(step) * 9.0 % 1100.0, 60.0 + f32::from(step) * 5.0 % 700.0);
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0))),
            time: Some(self.time),
            events: vec![egui::Event::PointerMoved(at)],
            ..egui::RawInput::default()
        };
        let (app, owner, ctx) = (&mut self.app, &self.owner, &self.ctx);
        let (took, (mut output, triangles)) = timed(|| {
            let mut output = ctx.run_ui(input, |ui| {
                app.before_pass(ui.ctx());
                app.pass(ui, owner);
            });
            let shapes = std::mem::take(&mut output.shapes);
            let triangles = ctx.tessellate(shapes, output.pixels_per_point);
            (output, triangles)
        });
        self.canvas.resize([1280, 800]);
        let (delta, scale) = (&mut output.textures_delta, output.pixels_per_point);
        let start = Instant::now();
        self.canvas.paint(&triangles, delta, scale, egui::Color32::WHITE);
        (took, start.elapsed().as_secs_f64() * 1e3)
    }
}

/// A world in which nothing happens.
struct Still(PathBuf);

impl World for Still {
    fn today(&self) -> Date {
        TODAY
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn civil(&self, _moment: SystemTime) -> (Date, ClockTime) {
        (TODAY, ClockTime::MIDNIGHT)
    }

    fn ask(&self, _ask: Ask, _ctx: &egui::Context, _owner: &dyn Owner) -> mpsc::Receiver<Picked> {
        mpsc::channel().1
    }

    fn home(&self) -> PathBuf {
        self.0.clone()
    }

    fn settings_folder(&self) -> Option<PathBuf> {
        Some(self.0.join("settings"))
    }

    fn private_folder(&self) -> Option<PathBuf> {
        Some(self.0.join("private"))
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn show_file(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }
}
