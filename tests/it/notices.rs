//! Every sentence about files and faults, in both languages, in one snapshot: a review of the wording is a diff.

use std::path::Path;

use jiff::civil::date;
use throughline::base::*;
use throughline::catalog::read::ReadError;
use throughline::catalog::{Problem, ProblemKind};
use throughline::plan::{Fault, Item};
use throughline::storage::*;
use throughline::wording::{faults, files};

fn place() -> ReadError {
    ReadError {
        line: 19,
        column: 12,
        field: "plan.sessions[1].start".to_owned(),
        expected: "Expected string".to_owned(),
    }
}

fn troubles() -> Vec<Trouble> {
    use Trouble::*;
    vec![Missing, NotAFolder, Denied, ReadOnly, Full, Other("Input/output error (os error 5)".to_owned())]
}

fn open_errors() -> Vec<OpenError> {
    use Lookalike::*;
    let texts = [
        TextError::NotAFile,
        TextError::TooLarge { bytes: (17 << 20) + 1, most: LARGEST_PLAN },
        TextError::Utf16,
        TextError::NotUtf8 { line: 40 },
    ];
    let disk = troubles().into_iter().map(|trouble| OpenError::Text(trouble.into()));
    let kinds = [Empty, Zeros, Pdf, Archive, Picture, Intake, OtherText].map(OpenError::NotAPlan);
    let backwards =
        Fault::Backwards { item: Item::Segment(SegmentId(2)), from: date(2027, 2, 1), to: date(2027, 1, 4) };
    let rest = [
        OpenError::Newer { found: 2, known: FORMAT },
        OpenError::NoSuchFormat { found: 0 },
        OpenError::CutShort(place()),
        OpenError::Garbled(place()),
        OpenError::Faults(vec![backwards; 8]),
        OpenError::Changed,
    ];
    disk.chain(texts.map(OpenError::Text)).chain(kinds).chain(rest).collect()
}

fn save_errors() -> Vec<SaveError> {
    let mut all = vec![
        SaveError::Encode(EncodeError::Unwritable("Integer is out of bounds".to_owned())),
        SaveError::Encode(EncodeError::Unreadable(OpenError::Garbled(place()))),
        SaveError::Encode(EncodeError::Different),
        SaveError::NotAFile,
        SaveError::ReadOnlyFile,
        SaveError::ChangedOnDisk,
        SaveError::Look(Trouble::Denied),
        SaveError::Folder(Trouble::ReadOnly),
        SaveError::Write(Trouble::Full),
    ];
    all.extend(troubles().into_iter().map(SaveError::Replace));
    all
}

fn lock_errors() -> Vec<LockError> {
    let holder = |account: &str, computer: &str| {
        LockError::Held(Holder {
            account: account.to_owned(),
            computer: computer.to_owned(),
            process: 123,
            since: None,
        })
    };
    let mut all = vec![holder("anna", "desk-3"), holder("anna", ""), holder("", "desk-3"), holder("", "")];
    all.extend(troubles().into_iter().map(LockError::Unavailable));
    all
}

fn all_faults() -> Vec<Fault> {
    let (goal, session) = (Item::Goal(GoalId(7)), Item::Session(SessionId(7)));
    vec![
        Fault::DuplicateId { id: 7, first: goal, second: session },
        Fault::IdBeyondCounter { item: session, next_id: 5 },
        Fault::Dangling { from: session, to: Item::Module(ModuleId(3)) },
        Fault::Dangling { from: Item::Frame, to: Item::Diagnosis(DiagnosisId(3)) },
        Fault::Backwards { item: Item::Person, from: date(2027, 2, 1), to: date(2027, 1, 4) },
        Fault::OutOfRange { item: Item::Objective(ObjectiveId(9)), field: "gauge" },
    ]
}

fn problems() -> Vec<Problem> {
    let slug = Slug::new("sleep").unwrap();
    let kinds = vec![
        ProblemKind::Unreadable(place()),
        ProblemKind::UnknownFolder,
        ProblemKind::Duplicate(slug.clone()),
        ProblemKind::NameDiffers(slug.clone()),
        ProblemKind::UnknownEntry { field: "needs".to_owned(), slug },
        ProblemKind::Field { field: "dose.most".to_owned(), expected: "at most one session per topic" },
    ];
    kinds.into_iter().map(|what| Problem { file: "modules/rest.ron".to_owned(), what }).collect()
}

fn items() -> Vec<Item> {
    use Item::*;
    vec![
        Plan,
        Person,
        Frame,
        SafetyPlan,
        Leaving,
        Week(3),
        Release(ReleaseId(1)),
        Guardian(GuardianId(1)),
        Diagnosis(DiagnosisId(1)),
        Medication(MedicationId(1)),
        Segment(SegmentId(1)),
        Payer(PayerId(1)),
        Need(NeedId(1)),
        Goal(GoalId(1)),
        Objective(ObjectiveId(1)),
        Module(ModuleId(1)),
        Session(SessionId(1)),
        Result(ResultId(1)),
        Review(ReviewId(1)),
        SignOff(SignOffId(1)),
        Addendum(AddendumId(1)),
        Support(SupportId(1)),
    ]
}

fn said(language: Language) -> String {
    let path = Path::new("/home/anna/sam.plan.ron");
    let mut all = Vec::new();
    let notice = |notice: files::Notice| notice.to_string();
    all.extend(open_errors().iter().map(|error| notice(files::not_opened(error, path, language))));
    all.extend(save_errors().iter().map(|error| notice(files::not_saved(error, path, language))));
    all.extend(lock_errors().iter().map(|error| notice(files::not_locked(error, path, language))));
    all.extend(files::saved(&Settled::Unconfirmed(Trouble::Full), language));
    for file in ["", "modules/sleep.ron"] {
        all.push(files::unread(&Unread { file: file.to_owned(), why: TextError::Utf16 }, language));
    }
    all.push(files::not_encrypted(language));
    all.extend(all_faults().iter().map(|fault| faults::fault(fault, language)));
    all.extend(problems().iter().map(|problem| faults::problem(problem, language)));
    all.push(items().into_iter().map(|item| faults::item(item, language)).collect::<Vec<_>>().join(", "));
    all.join("\n\n")
}

#[test]
fn everything_said_about_files_in_english() {
    insta::assert_snapshot!(said(Language::English));
}

#[test]
fn everything_said_about_files_in_spanish() {
    insta::assert_snapshot!(said(Language::Spanish));
}

#[test]
fn a_plan_safely_on_disk_needs_no_words() {
    assert_eq!(files::saved(&Settled::OnDisk, Language::English), None);
}
