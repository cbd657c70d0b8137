//! What the main places look like, pixel by pixel. `UPDATE_SNAPSHOTS=true cargo test --test ui images` takes new ones.

use egui_kittest::SnapshotOptions;
use throughline::desktop::action::Action;
use throughline::desktop::shell::Place;
use throughline::desktop::theme::Appearance;

use super::fixture::plan;
use super::window::Window;

/// Ends with the picture; what differs is told with the picture that came instead.
#[track_caller]
fn check(mut window: Window, name: &str) {
    window.harness.remove_cursor();
    window.settle();
    let options = SnapshotOptions::new().output_path("tests/ui/images");
    window.harness.snapshot_options(name, &options);
}

fn shown(place: Place, appearance: Appearance) -> Window {
    let mut window = Window::sized(egui::vec2(1080.0, 680.0), &plan());
    for action in [Action::Wear(appearance), Action::Go(place)] {
        window.harness.state().send(action);
    }
    window.settle();
    window
}

#[test]
fn home() {
    check(Window::welcome(), "home");
}

#[test]
fn week_in_light() {
    check(shown(Place::Schedule, Appearance::Light), "week-light");
}

#[test]
fn week_in_the_dark() {
    check(shown(Place::Schedule, Appearance::Dark), "week-dark");
}

#[test]
fn goals_with_their_thread() {
    let mut window = shown(Place::Goals, Appearance::Light);
    window.click("Thread");
    check(window, "thread");
}

#[test]
fn pages() {
    check(shown(Place::Document, Appearance::Light), "document");
}
