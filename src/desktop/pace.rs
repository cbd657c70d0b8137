//! Keys that arrive together in one slow frame act as if they had come one after the other.
//!
//! The toolkit takes all keys of a frame at once: of two Tabs it sees one, and a letter before `Ctrl+S` is written after
//! the plan was saved. So a key that may change who has the keyboard, or what is there, is let through alone, and the
//! next one waits until what it did is drawn. What is written into a field flows on undelayed.

use std::collections::VecDeque;
use std::mem;

use egui::{Context, Event, Key, Modifiers, Plugin, RawInput, Ui};

/// What a key did is drawn in the next pass, which asks for the keyboard; in the one after, it is there.
const DRAWN: u8 = 2;

/// Has the keys of this window come one after the other.
pub(super) fn install(ctx: &Context) {
    ctx.add_plugin(Pace::default());
}

/// What waits for its turn.
#[derive(Debug, Default)]
struct Pace {
    held: VecDeque<Event>,
    down: Vec<Key>,
    /// What was let through last, and in how many passes something else may follow.
    last: Option<(Kind, u8)>,
}

/// Whether a field has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Has,
    HasNot,
}

/// What comes of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing that a key would have to wait for.
    Nothing,
    /// A text changes.
    Writes,
    /// A button of the mouse goes down or up.
    Points,
    /// Anything may change.
    Acts(Key),
}

impl Plugin for Pace {
    fn debug_name(&self) -> &'static str {
        "keys one after the other"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let field = if ctx.text_edit_focused() { Field::Has } else { Field::HasNot };
        input.events = self.admit(mem::take(&mut input.events), field);
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.held.is_empty() || self.last.is_some_and(|(_, passes)| passes > 1) {
            ui.ctx().request_repaint();
        }
    }
}

impl Pace {
    /// What of these events, and of those that wait, is for this pass.
    fn admit(&mut self, new: Vec<Event>, field: Field) -> Vec<Event> {
        self.line_up(new, field);
        self.last = self.last.map(|(kind, passes)| (kind, passes - 1)).filter(|(_, passes)| *passes > 0);
        let mut admitted = Vec::new();
        let mut seen = None;
        while let Some(event) = self.held.front() {
            let kind = kind(event, field);
            // The text of a key that acted belongs to it.
            let belongs = matches!(event, Event::Text(_)) && admitted.last().is_some_and(|last| acts(last, field));
            let goes = belongs || kind == Kind::Nothing || self.may_follow(event, kind, seen);
            let Some(event) = goes.then(|| self.held.pop_front()).flatten() else { break };
            admitted.push(event);
            if kind != Kind::Nothing && !belongs {
                seen = Some(kind);
            }
        }
        if let Some(kind @ (Kind::Points | Kind::Acts(_))) = seen {
            self.last = Some((kind, DRAWN + 1));
        }
        admitted
    }

    /// Puts events at the end of the line, without those repetitions of a key that is held down which nobody could
    /// keep up with.
    fn line_up(&mut self, new: Vec<Event>, field: Field) {
        let mut is_surplus = false;
        for mut event in new {
            if is_surplus && matches!(event, Event::Text(_)) {
                continue;
            }
            is_surplus = false;
            if let Event::Key { key, pressed, repeat, .. } = &mut event {
                *repeat = *pressed && self.down.contains(key);
                self.down.retain(|down| down != key);
                if *pressed {
                    self.down.push(*key);
                }
                let waits =
                    |other: &Event| matches!(other, Event::Key { key: other, pressed: true, .. } if other == key);
                is_surplus = *repeat && self.held.iter().any(waits);
            }
            is_surplus &= acts(&event, field);
            if !is_surplus {
                self.held.push_back(event);
            }
        }
    }

    fn may_follow(&self, event: &Event, kind: Kind, seen: Option<Kind>) -> bool {
        let is_drawn = match self.last {
            None => true,
            Some((last, _)) => match kind {
                Kind::Points => last == Kind::Points,
                Kind::Acts(_) => last == kind && matches!(event, Event::Key { repeat: true, .. }),
                Kind::Writes | Kind::Nothing => false,
            },
        };
        let is_alike = seen.is_none_or(|seen| seen == kind && !matches!(kind, Kind::Acts(_)));
        is_drawn && is_alike
    }
}

fn acts(event: &Event, field: Field) -> bool {
    matches!(kind(event, field), Kind::Acts(_))
}

fn kind(event: &Event, field: Field) -> Kind {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } if field == Field::HasNot || leaves(*key, *modifiers) => {
            Kind::Acts(*key)
        }
        Event::Key { pressed: true, .. }
        | Event::Text(_)
        | Event::Ime(_)
        | Event::Copy
        | Event::Cut
        | Event::Paste(_)
        | Event::MiddleClickPaste { .. } => Kind::Writes,
        Event::PointerButton { .. } => Kind::Points,
        // The toolkit's own enum grows; what is new there is no key.
        _ => Kind::Nothing,
    }
}

/// Whether a key means more to a field than a change of its text.
fn leaves(key: Key, modifiers: Modifiers) -> bool {
    let with = modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd;
    let turns = [Key::Tab, Key::Enter, Key::Escape, Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown];
    with || turns.contains(&key) || (Key::F1..=Key::F35).contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key) -> [Event; 2] {
        with(Modifiers::NONE, key)
    }

    fn with(modifiers: Modifiers, key: Key) -> [Event; 2] {
        [true, false].map(|pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers })
    }

    fn letter(letter: Key) -> Vec<Event> {
        let [down, up] = key(letter);
        vec![down, Event::Text(letter.name().to_lowercase()), up]
    }

    fn click() -> Vec<Event> {
        let (pos, modifiers) = (egui::pos2(1.0, 1.0), Modifiers::NONE);
        let button = |pressed| Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers };
        vec![Event::PointerMoved(pos), button(true), button(false)]
    }

    /// What is pressed and written in each pass.
    fn passes(pace: &mut Pace, events: &[Event], field: Field) -> Vec<String> {
        let mut passes = Vec::new();
        let mut new = events.to_vec();
        while !new.is_empty() || !pace.held.is_empty() {
            passes.push(pace.admit(mem::take(&mut new), field).iter().filter_map(told).collect::<Vec<_>>().join(" "));
        }
        passes
    }

    fn told(event: &Event) -> Option<String> {
        match event {
            Event::Key { key, pressed: true, .. } => Some(key.name().to_owned()),
            Event::Text(text) => Some(format!("“{text}”")),
            Event::PointerButton { pressed: true, .. } => Some("click".to_owned()),
            _ => None,
        }
    }

    #[track_caller]
    fn check(field: Field, events: &[&[Event]], expect: &[&str]) {
        assert_eq!(passes(&mut Pace::default(), &events.concat(), field), expect);
    }

    #[test]
    fn what_is_written_flows_on() {
        let (a, b, back) = (letter(Key::A), letter(Key::B), key(Key::Backspace));
        check(Field::Has, &[&a, &b, &back, &a], &["A “a” B “b” Backspace A “a”"]);
    }

    #[test]
    fn a_key_that_acts_goes_alone_and_is_drawn_before_the_next() {
        let save = with(Modifiers::CTRL, Key::S);
        check(Field::Has, &[&letter(Key::A), &save, &letter(Key::B)], &["A “a”", "S", "", "", "B “b”"]);
        check(Field::Has, &[&key(Key::Tab), &key(Key::Tab)], &["Tab", "", "", "Tab"]);
        check(Field::HasNot, &[&key(Key::ArrowDown), &key(Key::Enter)], &["Down", "", "", "Enter"]);
    }

    #[test]
    fn where_no_field_is_a_letter_acts_and_keeps_its_text() {
        check(Field::HasNot, &[&letter(Key::A), &letter(Key::B)], &["A “a”", "", "", "B “b”"]);
    }

    #[test]
    fn clicks_and_keys_keep_their_order() {
        check(Field::Has, &[&letter(Key::A), &click(), &letter(Key::B)], &["A “a”", "click", "", "", "B “b”"]);
        check(Field::Has, &[&click(), &click()], &["click click"]);
    }

    #[test]
    fn a_key_held_down_acts_in_every_pass_and_stops_when_it_is_let_go() {
        let [down, up] = key(Key::ArrowDown);
        let mut pace = Pace::default();
        for _ in 0..5 {
            let admitted = pace.admit(vec![down.clone(), down.clone()], Field::HasNot);
            assert_eq!(admitted.len(), 1);
        }
        assert_eq!(passes(&mut pace, &[up], Field::HasNot), [""]);
    }

    #[test]
    fn after_a_rest_a_key_goes_at_once() {
        let mut pace = Pace::default();
        let (tab, letter) = (key(Key::Tab).to_vec(), letter(Key::A));
        assert_eq!(pace.admit(tab, Field::Has).len(), 2);
        for _ in 0..DRAWN {
            assert!(pace.admit(Vec::new(), Field::Has).is_empty());
        }
        assert_eq!(pace.admit(letter.clone(), Field::Has), letter);
    }
}
