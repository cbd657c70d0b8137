//! The parts of the window that F6 goes through, and which of their controls has the keyboard when it comes to one.

use egui::{Context, FocusDirection, Id, Rect, Ui};

/// A part of the window, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pane {
    /// The top bar.
    Bar,
    /// The hours strip.
    Strip,
    /// The rail with the places.
    Rail,
    /// The place, or home.
    Page,
    /// The details of what is selected.
    Inspector,
}

/// Which way F6 goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To the next pane in reading order.
    Onward,
    /// To the one before.
    Backward,
}

impl Pane {
    const ALL: [Self; 5] = [Self::Bar, Self::Strip, Self::Rail, Self::Page, Self::Inspector];
}

/// What is known of a pane.
#[derive(Clone, Copy, Debug)]
struct Known {
    pane: Pane,
    rect: Rect,
    /// The pass that drew it last.
    pass: u64,
    /// The control in it that had the keyboard last.
    last: Option<Id>,
}

#[derive(Clone, Debug, Default)]
struct Panes {
    known: Vec<Known>,
    /// The pane that is to have the keyboard.
    wanted: Option<Pane>,
}

impl Panes {
    fn of(&self, pane: Pane) -> Option<Known> {
        self.known.iter().find(|known| known.pane == pane).copied()
    }
}

fn id() -> Id {
    Id::unique("panes")
}

fn with<R>(ctx: &Context, act: impl FnOnce(&mut Panes) -> R) -> R {
    ctx.data_mut(|data| act(data.get_temp_mut_or_default(id())))
}

/// Draws a pane, and gives it the keyboard if it was asked for.
pub(super) fn show<R>(ui: &mut Ui, pane: Pane, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let rect = ui.max_rect();
    if is_wanted(ui.ctx(), pane) {
        enter(ui, pane, rect);
    }
    let shown = contents(ui);
    note(ui.ctx(), pane, rect);
    shown
}

/// Whether this pane is being given the keyboard in this pass.
pub(super) fn is_wanted(ctx: &Context, pane: Pane) -> bool {
    with(ctx, |panes| panes.wanted == Some(pane))
}

/// Gives the keyboard to the control that had it last, or else to the first one.
fn enter(ui: &Ui, pane: Pane, rect: Rect) {
    let ctx = ui.ctx();
    let last = with(ctx, |panes| panes.of(pane)).and_then(|known| known.last);
    let is_there =
        |id: &Id| ctx.read_response(*id).is_some_and(|last| last.enabled() && rect.contains(last.rect.center()));
    match last.filter(is_there) {
        Some(last) => ctx.memory_mut(|memory| memory.request_focus(last)),
        // As if the key Tab were pressed right before the first control.
        None => ctx.memory_mut(|memory| {
            let before = id().with("before");
            memory.request_focus(before);
            memory.move_focus(FocusDirection::Next);
            memory.interested_in_focus(before, ui.layer_id());
        }),
    }
}

/// Notes where a pane is, and who in it has the keyboard.
fn note(ctx: &Context, pane: Pane, rect: Rect) {
    let focused = ctx.memory(egui::Memory::focused);
    let focused = focused.filter(|id| ctx.read_response(*id).is_some_and(|has| rect.contains(has.rect.center())));
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |panes| {
        let last = focused.or(panes.of(pane).and_then(|known| known.last));
        panes.known.retain(|known| known.pane != pane);
        panes.known.push(Known { pane, rect, pass, last });
        panes.wanted = panes.wanted.filter(|wanted| *wanted != pane);
    });
}

/// Goes to the next pane that is shown, or the one before; from nowhere, to the page.
pub(super) fn turn(ctx: &Context, way: Way) {
    let pass = ctx.cumulative_pass_nr();
    let focused = ctx.memory(egui::Memory::focused).and_then(|id| ctx.read_response(id));
    with(ctx, |panes| {
        let is_shown = |pane: &Pane| panes.of(*pane).is_some_and(|known| known.pass + 1 >= pass);
        let shown: Vec<Pane> = Pane::ALL.into_iter().filter(is_shown).collect();
        let holds = |pane: &Pane| {
            let rect = panes.of(*pane).map(|known| known.rect);
            rect.zip(focused.as_ref()).is_some_and(|(rect, focused)| rect.contains(focused.rect.center()))
        };
        panes.wanted = match (shown.iter().position(holds), way) {
            // Where the page is not shown, what has taken its place is the last of them.
            (None, Way::Onward | Way::Backward) => {
                shown.iter().find(|pane| **pane == Pane::Page).or(shown.last()).copied()
            }
            (Some(at), Way::Onward) => shown.iter().cycle().nth(at + 1).copied(),
            (Some(at), Way::Backward) => shown.iter().cycle().nth(at + shown.len() - 1).copied(),
        };
    });
    ctx.request_repaint();
}
