//! What is said while a calendar is laid, of how good it is, and of what could be done where there is none.

use super::words::labels;
use crate::base::Language;

labels! {
    /// Fixed words about laying calendars.
    ArrangingWords;
    Working: "Looking for the best calendar", "Buscando el mejor calendario";
    Improving: "A first calendar is here; looking for a better one", "Ya hay un primer calendario; buscando uno mejor";
    StopHere: "Keep this one", "Quedarse con este";
    Ahead: "Arrange what lies ahead", "Reorganizar lo que viene";
    Anew: "Lay the whole calendar anew", "Rehacer todo el calendario";
    HowGood: "How good is this calendar", "Qué tan bueno es este calendario";
    OrderHint: "First things count first: drag a line, or press Alt and an arrow key",
        "Lo primero cuenta primero: arrastre una línea o pulse Alt y una flecha";
    Reordered: "The order has changed", "El orden ha cambiado";
    LayAgain: "Lay again in this order", "Rehacer en este orden";
    NotKnown: "Not looked at yet", "Todavía sin evaluar";
    Judge: "See whether a better one exists", "Ver si hay uno mejor";
    Accept: "Accept these changes", "Aceptar estos cambios";
    Stays: "Everything can stay where it is", "Todo puede quedarse donde está";
    Impossible: "No calendar keeps every rule", "Ningún calendario cumple todas las reglas";
    Clash: "These cannot all be kept", "Esto no puede cumplirse todo a la vez";
    WaysOut: "Ways out, each tried", "Posibles salidas, todas comprobadas";
    NoWayOut: "No small way out was found: look at the modules, the hours or the dates",
        "No se encontró ninguna salida sencilla: revise los módulos, las horas o las fechas";
    PlaceWhatFits: "Place what fits", "Ubicar lo que quepa";
    Unknown: "No calendar was found, and it is not known whether there is one",
        "No se encontró un calendario, y no se sabe si lo hay";
    ChangedMeanwhile: "The plan has changed meanwhile", "El plan ha cambiado mientras tanto";
    WillNotFit: "This will not fit", "Esto no cabrá";
    WhyHere: "Why here?", "¿Por qué aquí?";
    BestPlace: "Every other free place would be worse", "Cualquier otro lugar libre sería peor";
    OtherPlaces: "Other free places, the best first", "Otros lugares libres, el mejor primero";
    NoOtherPlace: "There is no other free place", "No hay otro lugar libre";
}

/// Whether something is known for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proven {
    /// It is.
    Yes,
    /// It is the best so far.
    No,
}

/// What a re-planned calendar moves: `3 sessions move; no calendar moves fewer`.
pub fn session_changes(number: usize, proven: Proven, language: Language) -> String {
    let said = match (language, number) {
        (Language::English, 1) => "1 session changes".to_owned(),
        (Language::English, n) => format!("{n} sessions change"),
        (Language::Spanish, 1) => "1 sesión cambia".to_owned(),
        (Language::Spanish, n) => format!("{n} sesiones cambian"),
    };
    match (proven, language) {
        (Proven::Yes, Language::English) => format!("{said}; no calendar changes less"),
        (Proven::Yes, Language::Spanish) => format!("{said}; ningún calendario cambia menos"),
        (Proven::No, _) => said,
    }
}

/// What becomes of one session: `Individual therapy: from Mon 16 Nov, 9:00–9:50 AM to …`.
pub fn session_change(module: &str, from: Option<&str>, to: Option<&str>, language: Language) -> String {
    match (from, to, language) {
        (Some(from), Some(to), Language::English) if from == to => format!("{module}: {from}, another topic"),
        (Some(from), Some(to), Language::Spanish) if from == to => format!("{module}: {from}, otro tema"),
        (Some(from), Some(to), Language::English) => format!("{module}: from {from} to {to}"),
        (Some(from), Some(to), Language::Spanish) => format!("{module}: del {from} al {to}"),
        (None, Some(to), Language::English) => format!("{module}: new on {to}"),
        (None, Some(to), Language::Spanish) => format!("{module}: nueva, {to}"),
        (Some(from), None, Language::English) => format!("{module}: no longer on {from}"),
        (Some(from), None, Language::Spanish) => format!("{module}: ya no, {from}"),
        (None, None, _) => module.to_owned(),
    }
}

/// What another place would cost: `Tue 17 Nov, 9:00–9:50 AM: 1 more visit, 1 fewer long wait`.
pub fn place_cost(spot: &str, costs: &[String], language: Language) -> String {
    match (costs.is_empty(), language) {
        (true, Language::English) => format!("{spot}: as good"),
        (true, Language::Spanish) => format!("{spot}: igual de bueno"),
        (false, _) => format!("{spot}: {}", costs.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_and_whole() {
        crate::wording::screen::words::check_style(ArrangingWords::ALL);
    }

    #[test]
    fn what_moves_is_counted_and_proven() {
        let english = Language::English;
        assert_eq!(session_changes(1, Proven::Yes, english), "1 session changes; no calendar changes less");
        assert_eq!(session_changes(3, Proven::No, english), "3 sessions change");
    }
}
