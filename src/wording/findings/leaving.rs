//! What findings about leaving say.

use super::say::Say;
use crate::checks::LeavingFinding;

pub(super) fn message(kind: &LeavingFinding, say: &Say<'_>) -> String {
    match kind {
        LeavingFinding::NoCriteria { asked_by } => {
            let plain = say.pick(
                "What has to be true before discharge is not written",
                "No está escrito qué debe cumplirse antes del alta",
            );
            say.asked(plain, asked_by.as_ref())
        }
        LeavingFinding::NoNextProvider { asked_by } => {
            let plain = say.pick(
                "Who takes over after the program is not written",
                "No está escrito quién continúa la atención después del programa",
            );
            say.asked(plain, asked_by.as_ref())
        }
        LeavingFinding::NoFirstAppointment => {
            say.pick("There is no first appointment after the program", "No hay primera cita para después del programa")
        }
        LeavingFinding::FirstAppointmentLate { date, last, days } => {
            let (date, last, days) = (say.date(*date), say.date(*last), say.days(*days));
            say.pick(
                format!("The first appointment, {date}, is {days} after the last day, {last}; 7 days is the limit"),
                format!("La primera cita, {date}, es {days} después del último día, {last}; el límite son 7 días"),
            )
        }
    }
}

pub(super) fn fix(kind: &LeavingFinding, say: &Say<'_>) -> String {
    match kind {
        LeavingFinding::NoCriteria { .. } => say.pick(
            "Agree with the person on criteria for discharge and write them down",
            "Acuerde con la persona los criterios de alta y escríbalos",
        ),
        LeavingFinding::NoNextProvider { .. } => say.pick(
            "Enter who takes over, even if it may change",
            "Escriba quién continuará la atención, aunque pueda cambiar",
        ),
        LeavingFinding::NoFirstAppointment => say.pick(
            "Make an appointment within 7 days after the last day",
            "Pida una cita dentro de los 7 días siguientes al último día",
        ),
        LeavingFinding::FirstAppointmentLate { .. } => say.pick(
            "Ask for an earlier appointment, or plan a bridge session",
            "Pida una cita más temprana, o programe una sesión de enlace",
        ),
    }
}
