//! Signs the open plan, shows and brings back what was signed, and begins a plan for a new stay.

use crate::base::{days_after, days_between, is_blank};
use crate::desktop::action::Action;
use crate::desktop::app::App;
use crate::desktop::dialog::Notice;
use crate::desktop::open::OpenPlan;
use crate::desktop::screens::review::model::current;
use crate::desktop::screens::review::{Ask, Note, Signed, Step};
use crate::desktop::shell::{Place, Sheet};
use crate::desktop::world::Owner;
use crate::history::{Signing, restored};
use crate::plan::{CourseEdit, Edit, ListEdit, Plan, Refusal, Review, SignOff, SignOutcome, apply, ends, starts};
use crate::progress::{Readmission, planned_on, readmission};
use crate::wording::history::{not_signed, unreadable_version};
use crate::wording::report;
use crate::wording::screen::{HomeWords, Label, Words as _};

impl App {
    pub(super) fn review(&mut self, ask: Ask, ctx: &egui::Context, owner: &dyn Owner) {
        match ask {
            Ask::Sign(signed) => self.sign(&signed, ctx, owner),
            Ask::Show(version) => {
                self.choose(|sheet, _| Sheet { version, ..sheet });
                self.shell.place = Place::Document;
            }
            Ask::Restore(number) => self.restore_version(number),
            Ask::Readmit => self.readmit(),
            other @ (Ask::Turn(_)
            | Ask::Write(..)
            | Ask::Recorded(_)
            | Ask::Open(_)
            | Ask::Week(_)
            | Ask::Segment(_)
            | Ask::Hold(..)
            | Ask::Discharge(..)
            | Ask::Role(_)
            | Ask::About(_)
            | Ask::SignedOn(_)
            | Ask::Next(_)
            | Ask::Answer(_)
            | Ask::TakenOn(_)
            | Ask::Aim(_)
            | Ask::Compare(..)) => self.shell.review.take(other),
        }
    }

    /// Freezes the next version and saves it; where something stands against it, nothing has changed.
    fn sign(&mut self, signed: &Signed, ctx: &egui::Context, owner: &dyn Owner) {
        let (today, language) = (self.world.today(), self.shell.language);
        let Some(open) = &mut self.open else { return };
        if open.keeping.is_read_only() {
            let why = HomeWords::ReadOnlyAdvice.say(language).to_owned();
            self.notice = Some(Notice::Failed(Label::NotSigned, why));
            return;
        }
        let signing = Signing { date: signed.on, author: author(&signed.sign), reason: signed.reason.clone() };
        let failed = match attested(open.plan(), signed) {
            Ok(plan) => open.sign(plan, &signing, today).err().map(|why| not_signed(&why, language)),
            Err(refusal) => Some(report::refused(&refusal, language)),
        };
        if let Some(why) = failed {
            self.notice = Some(Notice::Failed(Label::NotSigned, why));
            return;
        }
        self.shell.review.take(Ask::Recorded(vec![Note::Reason, Note::Meaning]));
        self.shell.review.take(Ask::SignedOn(None));
        self.shell.review.next = None;
        self.shell.review.take(Ask::Turn(Step::Versions));
        self.save(ctx, owner);
    }

    fn restore_version(&mut self, number: u32) {
        let language = self.shell.language;
        let Some(open) = &self.open else { return };
        let Some(version) = open.versions().iter().find(|version| version.number() == number) else { return };
        let edit = match version.plan() {
            Ok(plan) => restored(open.plan(), &plan).map_err(|refusal| report::refused(&refusal, language)),
            Err(error) => Err(unreadable_version(number, &error.to_string(), language)),
        };
        match edit {
            Ok(edit) => {
                self.queue.send(Action::StepDone);
                self.queue.send(Action::Edit(Box::new(edit)));
                self.shell.review.take(Ask::Turn(Step::Changes));
            }
            Err(why) => self.notice = Some(Notice::Failed(Label::NotChanged, why)),
        }
    }

    /// As long as the stay before, from today on.
    fn readmit(&mut self) {
        let today = self.world.today();
        let Some(open) = &self.open else { return };
        let plan = open.plan();
        let length = starts(plan).zip(ends(plan)).map_or(0, |(from, to)| days_between(from, to));
        let to = days_after(today, u16::try_from(length).unwrap_or_default());
        let next = readmission(plan, &Readmission { from: today, to });
        self.show(OpenPlan::made(next, &self.library, today), Action::Review(Ask::Readmit));
    }
}

/// Who signs, with their credentials.
fn author(sign: &SignOff) -> String {
    if is_blank(&sign.standing) { sign.name.clone() } else { format!("{}, {}", sign.name, sign.standing) }
}

/// The plan with the attestation, with the review held if it was decided, and with the next one planned.
fn attested(plan: &Plan, signed: &Signed) -> Result<Plan, Refusal> {
    let Signed { sign, on, reason: _, next } = signed;
    let mut plan = plan.clone();
    let signers = plan.course.sign_offs.iter();
    let mut awaited = signers.filter(|other| other.role == sign.role && other.outcome == SignOutcome::Awaited);
    let is_named = |other: &&SignOff| other.name.trim() == sign.name || is_blank(&other.name);
    let edit = match awaited.find(is_named).map(|awaited| awaited.id) {
        Some(id) => ListEdit::Replace(SignOff { id, ..sign.clone() }),
        None => ListEdit::Add(sign.clone()),
    };
    let review = current(&plan).filter(|review| review.decision.is_some());
    let held = review.map(|review| Review { held: Some(*on), ..review.clone() });
    let id = held.as_ref().map(|review| review.id);
    apply(&mut plan, &Edit::Course(CourseEdit::SignOff(edit)))?;
    if let Some(held) = held {
        apply(&mut plan, &Edit::Course(CourseEdit::Review(ListEdit::Replace(held))))?;
    }
    if let Some(next) = next {
        let planned = planned_on(&plan, id, *next);
        apply(&mut plan, &planned)?;
    }
    Ok(plan)
}
