//! What undo and redo call every edit, in both languages, in one snapshot.

use throughline::base::Language;
use throughline::plan::{Edit, LeavingEdit, ListEdit, Plan};
use throughline::wording::edits::told;

use crate::plans_gen::all_edits;

fn plan() -> Plan {
    crate::drafts::drafted("alcohol-evening")
}

#[test]
fn every_edit_has_a_name() {
    let plan = plan();
    let mut lines: Vec<String> = Vec::new();
    for edit in all_edits(&plan, "New words") {
        let line = format!("{} | {}", told(&edit, &plan, Language::English), told(&edit, &plan, Language::Spanish));
        let repeats_itself = matches!(edit, Edit::Together(_));
        if !repeats_itself && !lines.contains(&line) {
            lines.push(line);
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn several_edits_are_called_by_the_first() {
    let plan = plan();
    let edits = all_edits(&plan, "New words");
    let all = Edit::Together(edits.iter().take(3).cloned().collect());
    assert_eq!(told(&all, &plan, Language::English), "change name and 2 more");
    assert_eq!(told(&all, &plan, Language::Spanish), "cambiar el nombre y 2 más");
    let nested = Edit::Together(vec![all.clone(), Edit::Together(vec![]), edits[0].clone()]);
    assert_eq!(told(&nested, &plan, Language::English), "change name and 3 more");
    assert_eq!(told(&Edit::Together(edits.into_iter().take(1).collect()), &plan, Language::English), "change name");
}

#[test]
fn what_was_chosen_gives_the_name_and_not_what_follows_from_it() {
    let plan = plan();
    let segment = Edit::Segment(ListEdit::Add(plan.segments[0].clone()));
    let leaving = Edit::Leaving(LeavingEdit::Expected(None));
    let chosen =
        Edit::Together(vec![Edit::Together(vec![segment.clone(), leaving]), Edit::Program(plan.program.clone())]);
    assert_eq!(told(&chosen, &plan, Language::English), told(&segment, &plan, Language::English));
}

#[test]
fn a_calendar_is_called_so_and_many_sessions_are_counted() {
    let plan = plan();
    let every = |number: usize| plan.sessions.iter().take(number).map(|session| ListEdit::Remove(session.id));
    let sessions: Vec<Edit> = every(9).map(Edit::Sessions).collect();
    let check = |edits: Vec<Edit>, english: &str, spanish: &str| {
        let all = Edit::Together(edits);
        assert_eq!(told(&all, &plan, Language::English), english);
        assert_eq!(told(&all, &plan, Language::Spanish), spanish);
    };
    check(sessions.clone(), "remove 9 sessions", "quitar 9 sesiones");
    let moved = Edit::Sessions(ListEdit::Replace(plan.sessions[9].clone()));
    check([sessions.clone(), vec![moved]].concat(), "change 10 sessions", "cambiar 10 sesiones");
    let segment = Edit::Segment(ListEdit::Replace(plan.segments[0].clone()));
    check([sessions, vec![segment]].concat(), "use another calendar", "usar otro calendario");
}

#[test]
fn long_names_are_cut_at_a_word() {
    let plan = plan();
    for edit in all_edits(&plan, &"a rather long name of something ".repeat(9)) {
        for language in [Language::English, Language::Spanish] {
            let name = told(&edit, &plan, language);
            assert!(name.chars().count() < 100, "{name}");
        }
    }
}
