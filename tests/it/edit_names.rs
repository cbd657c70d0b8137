//! What undo and redo call every edit, in both languages, in one snapshot.

use throughline::base::Language;
use throughline::plan::{Edit, Plan};
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
fn long_names_are_cut_at_a_word() {
    let plan = plan();
    for edit in all_edits(&plan, &"a rather long name of something ".repeat(9)) {
        for language in [Language::English, Language::Spanish] {
            let name = told(&edit, &plan, language);
            assert!(name.chars().count() < 100, "{name}");
        }
    }
}
