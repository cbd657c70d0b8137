//! What is said where calendars stand side by side.

use super::words::labels;
use crate::base::Language;

labels! {
    /// Fixed words about calendars side by side.
    CompareWords;
    Title: "Calendars side by side", "Calendarios lado a lado";
    Back: "Back to the calendar", "Volver al calendario";
    Stop: "Enough, stop here", "Es suficiente, detener aquí";
    Again: "Compare again", "Comparar de nuevo";
    Stale: "The plan has changed meanwhile; these are for the plan as it was",
        "El plan cambió mientras tanto; estos calendarios son del plan anterior";
    UsualWeek: "A usual week", "Una semana habitual";
    AsksFor: "What it asks for", "Qué exige";
    AsksNothing: "Other times only", "Solo otros horarios";
    Use: "Use this calendar", "Usar este calendario";
    InUse: "In the plan now", "En el plan ahora";
    BeingLaid: "Being laid", "En preparación";
    NoCalendar: "No calendar", "Sin calendario";
    NoOther: "No other calendar is worth a column: neither the clinic’s other tracks nor another number of days differ",
        "Ningún otro calendario merece una columna: ni los otros turnos de la clínica ni otro número de días cambian algo";
}

/// How far a comparison is: `3 calendars looked at, 2 to come`.
pub fn compared(looked_at: usize, to_come: usize, language: Language) -> String {
    let said = match (language, looked_at) {
        (Language::English, 1) => "1 calendar looked at".to_owned(),
        (Language::English, n) => format!("{n} calendars looked at"),
        (Language::Spanish, 1) => "1 calendario evaluado".to_owned(),
        (Language::Spanish, n) => format!("{n} calendarios evaluados"),
    };
    match (to_come, language) {
        (0, _) => said,
        (n, Language::English) => format!("{said}, {n} to come"),
        (1, Language::Spanish) => format!("{said}, falta 1"),
        (n, Language::Spanish) => format!("{said}, faltan {n}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_follow_the_house_style() {
        super::super::words::check_style(CompareWords::ALL);
    }

    #[test]
    fn how_far_a_comparison_is_is_counted() {
        assert_eq!(compared(1, 0, Language::English), "1 calendar looked at");
        assert_eq!(compared(2, 3, Language::English), "2 calendars looked at, 3 to come");
        assert_eq!(compared(2, 1, Language::Spanish), "2 calendarios evaluados, falta 1");
    }
}
