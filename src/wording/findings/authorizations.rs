//! What findings about authorizations say.

use super::say::Say;
use crate::base::Language;
use crate::checks::AuthorizationFinding;
use crate::plan::AuthorizedUnit;

pub(super) fn message(kind: &AuthorizationFinding, say: &Say<'_>) -> String {
    let it = say.subject();
    match kind {
        AuthorizationFinding::Expired { ended } => {
            let ended = say.date(*ended);
            say.pick(
                format!("{it}: the authorization ended on {ended}, and the stay goes on"),
                format!("{it}: la autorización terminó el {ended} y la estancia continúa"),
            )
        }
        AuthorizationFinding::EndsEarly { ends, last, days } => {
            let (ends, last, days) = (say.date(*ends), say.date(*last), say.days(*days));
            say.pick(
                format!("{it}: the authorization ends on {ends}; {days} are planned after that, until {last}"),
                format!(
                    "{it}: la autorización termina el {ends}; después hay {days} en el calendario, hasta el {last}"
                ),
            )
        }
        AuthorizationFinding::DaysUncovered { days, first } => {
            let (days, first) = (say.days(*days), say.date(*first));
            say.pick(
                format!("{it}: no authorization holds {days} from {first} on"),
                format!("{it}: ninguna autorización abarca {days} a partir del {first}"),
            )
        }
        AuthorizationFinding::UnitsShort { unit, days, first } => {
            let (unit, days, first) = (units(*unit, say.language), say.days(*days), say.date(*first));
            say.pick(
                format!("{it}: {unit} run out on {first}; {days} are planned without any left"),
                format!("{it}: {unit} se acaban el {first}; hay {days} en el calendario sin cubrir"),
            )
        }
        AuthorizationFinding::PayerReviewPassed { date } => {
            let date = say.date(*date);
            say.pick(
                format!("{it}: the payer’s review was due on {date}"),
                format!("{it}: la revisión del pagador era el {date}"),
            )
        }
    }
}

const fn units(unit: AuthorizedUnit, language: Language) -> &'static str {
    match (language, unit) {
        (Language::English, AuthorizedUnit::Days) => "authorized days",
        (Language::English, AuthorizedUnit::Units) => "authorized units",
        (Language::Spanish, AuthorizedUnit::Days) => "los días autorizados",
        (Language::Spanish, AuthorizedUnit::Units) => "las unidades autorizadas",
    }
}

pub(super) fn fix(kind: &AuthorizationFinding, say: &Say<'_>) -> String {
    match kind {
        AuthorizationFinding::Expired { .. } => say.pick(
            "Ask the payer for an extension today and enter it",
            "Pida hoy una extensión al pagador y regístrela",
        ),
        AuthorizationFinding::EndsEarly { .. } | AuthorizationFinding::UnitsShort { .. } => say.pick(
            "Ask the payer for an extension in time, and enter it when it comes",
            "Pida a tiempo una extensión al pagador y regístrela cuando llegue",
        ),
        AuthorizationFinding::DaysUncovered { .. } => say.pick(
            "Correct the dates of the authorization, or ask the payer to include these days",
            "Corrija las fechas de la autorización, o pida al pagador que incluya esos días",
        ),
        AuthorizationFinding::PayerReviewPassed { .. } => say.pick(
            "Send the payer its review and enter the next date",
            "Envíe la revisión al pagador y escriba la próxima fecha",
        ),
    }
}
