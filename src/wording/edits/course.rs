//! The names of edits about the course of treatment and about leaving.

use super::{Noun, Say};
use crate::base::Date;
use crate::plan::{Addendum, CourseEdit, LeavingEdit, MeasureResult, Review, SignOff, Support};
use crate::wording::time;

const RESULT: Noun = ("result", "el resultado");
const REVIEW: Noun = ("review", "la revisión");
const SIGN_OFF: Noun = ("signature", "la firma");
const ADDENDUM: Noun = ("addendum", "la nota adicional");
const SUPPORT: Noun = ("support", "el apoyo");

impl Say<'_> {
    pub(super) fn course(&self, edit: &CourseEdit) -> String {
        let (course, language) = (&self.plan.course, self.language);
        match edit {
            CourseEdit::Standing(_) => self.change("standing of the plan", "la situación del plan"),
            CourseEdit::Result(edit) => {
                let find = |id| course.results.iter().find(|result| result.id == id);
                let name = |result: &MeasureResult| format!("{}, {}", result.name, time::day(result.date, language));
                self.list(edit, RESULT, find, name)
            }
            CourseEdit::Review(edit) => {
                let find = |id| course.reviews.iter().find(|review| review.id == id);
                let name = |review: &Review| self.of_day(review.held.unwrap_or(review.due));
                self.list(edit, REVIEW, find, name)
            }
            CourseEdit::SignOff(edit) => {
                let find = |id| course.sign_offs.iter().find(|sign_off| sign_off.id == id);
                self.list(edit, SIGN_OFF, find, |sign_off: &SignOff| {
                    format!("{} {}", self.pick("of", "de"), sign_off.name)
                })
            }
            CourseEdit::Addendum(edit) => {
                let find = |id| course.addenda.iter().find(|addendum| addendum.id == id);
                self.list(edit, ADDENDUM, find, |addendum: &Addendum| self.of_day(addendum.written))
            }
            CourseEdit::InError(_, Some(_)) => {
                self.pick("enter a result in error", "marcar un resultado como error").to_owned()
            }
            CourseEdit::InError(_, None) => {
                self.pick("count a result again", "volver a contar un resultado").to_owned()
            }
            CourseEdit::Acknowledge(..) => self.pick("answer an alert", "atender una alerta").to_owned(),
            CourseEdit::Reason(_) => self.pick("say why something changes", "indicar por qué algo cambia").to_owned(),
            CourseEdit::CopyGiven(_) => self.change("when a copy was given", "la fecha de entrega de la copia"),
        }
    }

    fn of_day(&self, date: Date) -> String {
        format!("{} {}", self.pick("of", "del"), time::day(date, self.language))
    }

    pub(super) fn leaving(&self, edit: &LeavingEdit) -> String {
        match edit {
            LeavingEdit::Criteria(_) => self.change("discharge criteria", "los criterios de alta"),
            LeavingEdit::PersonCriteria(_) => self.change("their own criteria", "sus propios criterios"),
            LeavingEdit::Expected(_) => self.change("expected discharge", "el alta prevista"),
            LeavingEdit::Aftercare(_) => self.change("aftercare plan", "el plan de seguimiento"),
            LeavingEdit::NextProvider(_) => self.change("who takes over", "quién sigue con la atención"),
            LeavingEdit::FirstAppointment(_) => self.change("first appointment", "la primera cita"),
            LeavingEdit::Support(edit) => {
                let supports = &self.plan.leaving.aftercare.supports;
                let find = |id| supports.iter().find(|support| support.id == id);
                self.list(edit, SUPPORT, find, |support: &Support| support.name.clone())
            }
            LeavingEdit::RelapsePlan(_) => self.change("relapse plan", "el plan ante recaídas"),
            LeavingEdit::Medication(_) => self.change("medication after discharge", "la medicación tras el alta"),
            LeavingEdit::OpenGoals(_) => self.change("goals that go on", "las metas que continúan"),
            LeavingEdit::Discharge(_) => self.change("discharge", "el alta"),
        }
    }
}
