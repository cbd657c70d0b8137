//! Random changes about the course of treatment and about leaving.

use throughline::base::*;
use throughline::plan::*;

use super::Seed;

impl Seed {
    pub(super) fn course(&self, plan: &Plan) -> CourseEdit {
        let list = self.within();
        let course = &plan.course;
        match self.verb % 9 {
            0 => CourseEdit::Standing(Standing::InEffect(self.date())),
            1 => CourseEdit::Result(list.list(self.result(plan), &course.results)),
            2 => {
                let review = Review {
                    id: ReviewId(0),
                    due: self.date(),
                    held: self.maybe(self.later(3)),
                    decision: self.maybe(Decision::StepDown),
                    person_says: self.text(),
                    summary: self.text(),
                    notes: self.notes(plan),
                };
                CourseEdit::Review(list.list(review, &course.reviews))
            }
            3 => {
                let sign_off = SignOff {
                    id: SignOffId(0),
                    role: SignerRole::Person,
                    name: self.text(),
                    standing: self.text(),
                    meaning: self.text(),
                    outcome: self.outcome(),
                    recorded: self.maybe(self.date()),
                    in_error: None,
                };
                CourseEdit::SignOff(list.list(sign_off, &course.sign_offs))
            }
            4 => {
                let addendum = Addendum {
                    id: AddendumId(0),
                    written: self.date(),
                    about: self.maybe(self.later(-2)),
                    author: self.text(),
                    text: self.text(),
                };
                CourseEdit::Addendum(list.list(addendum, &course.addenda))
            }
            5 => CourseEdit::InError(self.pick(&course.results), self.maybe(self.text())),
            6 => CourseEdit::Acknowledge(self.pick(&course.results), self.text()),
            7 => CourseEdit::Reason(ChangeReason {
                version: u32::from(self.verb),
                about: Reasoned::Part(Item::Goal(GoalId(u32::from(self.pick)))),
                why: self.text(),
            }),
            _ => CourseEdit::CopyGiven(self.maybe(self.date())),
        }
    }

    fn notes(&self, plan: &Plan) -> ReviewNotes {
        let statements = Statements { response: self.text(), ..Statements::default() };
        let note = ObjectiveNote {
            objective: self.some_objective(plan),
            status: ObjectiveStatus::PartlyMet,
            evidence: self.text(),
        };
        let stance = if self.pick > 100 { Stance::Agrees } else { Stance::Disagrees(self.text()) };
        let agreement = Agreement { role: SignerRole::Guardian, name: self.text(), stance };
        let notes = ReviewNotes {
            statements,
            objectives: self.maybe(note).into_iter().filter(|_| self.pick > 60).collect(),
            agreements: vec![agreement],
            explained_in: self.text(),
            interpreter: String::new(),
        };
        self.maybe(notes).unwrap_or_default()
    }

    pub(super) fn result(&self, plan: &Plan) -> MeasureResult {
        MeasureResult {
            id: ResultId(0),
            measure: self.slug(),
            name: self.text(),
            version: "1".to_owned(),
            language: "en".to_owned(),
            date: self.date(),
            total: self.maybe(self.score()),
            safety: self.maybe(SafetyAnswer::Answered(self.score())),
            alert_action: self.text(),
            in_error: self.maybe(self.text()),
            note: self.text(),
            about: self.maybe(Rated::Goal(self.pick(&plan.goals))).filter(|_| self.pick > 60),
        }
    }

    pub(super) fn outcome(&self) -> SignOutcome {
        match self.pick % 6 {
            0 => SignOutcome::Awaited,
            4 => SignOutcome::HealthRecord(self.date()),
            5 => SignOutcome::Attested(self.date()),
            1 => SignOutcome::Ink(self.date()),
            2 => SignOutcome::Refused { date: self.date(), reason: self.text() },
            _ => SignOutcome::Attempted { date: self.date(), reason: self.text() },
        }
    }

    pub(super) fn leaving(&self, plan: &Plan) -> LeavingEdit {
        let relapse = RelapsePlan { triggers: self.texts(), hard_dates: self.texts(), ..RelapsePlan::default() };
        let appointment = Appointment { with: self.text(), date: self.date(), start: self.time(), place: self.text() };
        match self.verb % 11 {
            0 => LeavingEdit::Criteria(self.texts()),
            1 => LeavingEdit::PersonCriteria(self.text()),
            2 => LeavingEdit::Expected(self.maybe(self.date())),
            3 => LeavingEdit::Aftercare(Aftercare { relapse_plan: relapse, ..Aftercare::default() }),
            4 => LeavingEdit::NextProvider(self.text()),
            5 => LeavingEdit::FirstAppointment(self.maybe(appointment)),
            6 => {
                let support = Support { id: SupportId(0), name: self.text(), details: self.text() };
                let list = self.within();
                LeavingEdit::Support(list.list(support, &plan.leaving.aftercare.supports))
            }
            7 => LeavingEdit::RelapsePlan(relapse),
            8 => LeavingEdit::Medication(self.text()),
            9 => LeavingEdit::OpenGoals(vec![self.pick(&plan.goals)]),
            _ => LeavingEdit::Discharge(self.maybe(Discharge {
                date: self.date(),
                kind: DischargeKind::Completed,
                summary: self.text(),
            })),
        }
    }
}
