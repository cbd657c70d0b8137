//! What the place of needs, goals and objectives says.

use super::words::labels;
use crate::base::{Bilingual, Date, Direction, Language, Minutes, Score};
use crate::plan::Gauge;
use crate::wording::paper::{baseline_and_target, sentence_case};
use crate::wording::time;

labels! {
    /// Fixed words of the place of goals.
    GoalsWords;
    Look: "What this place shows", "Qué muestra este lugar";
    Goals: "Goals", "Metas";
    Thread: "Thread", "Hilo";
    Needs: "Needs", "Necesidades";
    NeedsBy: "Needs, in order of urgency", "Necesidades, por orden de urgencia";
    AddNeed: "Add needs…", "Agregar necesidades…";
    AllNeeds: "All needs", "Todas las necesidades";
    DraftGoals: "Draft goals for these needs", "Proponer metas para estas necesidades";
    NoGoalYet: "no goal yet", "aún sin meta";
    Deferred: "deferred", "pospuesta";
    LooseGoals: "Goals without a need", "Metas sin necesidad";
    WhatBrings: "What does this person need?", "¿Qué necesita esta persona?";
    WhatBringsHow: "Pick what the assessment shows; goals come next", "Elija lo que muestra la evaluación; después vienen las metas";
    SearchNeeds: "Search needs, diagnoses and codes", "Buscar necesidades, diagnósticos y códigos";
    OwnNeed: "Write a need of its own", "Escribir una necesidad propia";
    NothingFound: "Nothing in the library fits; write it in your own words", "Nada en la biblioteca coincide; escríbala con sus palabras";
    Done: "Done", "Listo";
    InPlan: "in the plan", "en el plan";
    Fits: "What intake points to", "Lo que señala el ingreso";
    Others: "Others in the library", "Otras en la biblioteca";
    Problem: "Problem", "Problema";
    ProblemHint: "What is the problem, as the record states it?", "¿Cuál es el problema, como lo dice el expediente?";
    PlainWords: "In plain words", "En palabras sencillas";
    PlainWordsHint: "What would the person call it?", "¿Cómo lo llamaría la persona?";
    Evidence: "As evidenced by", "Se observa en";
    EvidenceHint: "What shows it in daily life, with figures and dates", "Cómo se nota en la vida diaria, con cifras y fechas";
    Beginnings: "Beginnings…", "Frases para empezar…";
    Severity: "Severity", "Gravedad";
    Standing: "In this plan", "En este plan";
    Addressed: "Addressed", "Se atiende";
    DeferredHere: "Deferred", "Se pospone";
    Reason: "Why it waits, and until when", "Por qué espera y hasta cuándo";
    ReasonHint: "Such as: wants to settle sleep first; looked at again at the second review", "Por ejemplo: primero quiere dormir mejor; se revisa en la segunda revisión";
    More: "More…", "Más…";
    MoveUp: "Move up", "Subir";
    MoveDown: "Move down", "Bajar";
    RemoveNeed: "Remove need", "Quitar necesidad";
    RemoveNeedAndGoals: "Remove need and its goals", "Quitar necesidad y sus metas";
    RemoveGoal: "Remove goal", "Quitar meta";
    RemoveObjective: "Remove objective", "Quitar objetivo";
    WhatWanted: "What does the person want?", "¿Qué quiere la persona?";
    WhatWantedHow: "Begin from one of these and make it theirs, or write it as they say it", "Empiece por una de estas y hágala suya, o escríbala como la persona la dice";
    OwnGoal: "Write it in their own words", "Escribirla con sus propias palabras";
    AddGoal: "Add goal…", "Agregar meta…";
    OwnWords: "In their own words", "En sus propias palabras";
    OwnWordsHint: "What do you want to be different?", "¿Qué quiere que sea distinto?";
    LibraryWords: "These are the library’s words; ask how the person would say it", "Son palabras de la biblioteca; pregunte cómo lo diría la persona";
    Clinical: "For the record", "Para el expediente";
    ClinicalHint: "How the record says it", "Cómo lo dice el expediente";
    Rendering: "In English", "En inglés";
    RenderingHint: "What a qualified translator wrote", "Lo que escribió una persona calificada para traducir";
    Translator: "Translated by", "Tradujo";
    TranslatorHint: "Name and role", "Nombre y función";
    Answers: "Answers", "Responde a";
    LinkNeeds: "Link needs…", "Vincular necesidades…";
    Objectives: "Objectives", "Objetivos";
    AddObjective: "Add objective…", "Agregar objetivo…";
    FromLibrary: "From the library", "De la biblioteca";
    OwnObjective: "One of their own", "Uno propio";
    OfScore: "Score of a measure", "Puntaje de una escala";
    OfRating: "Their own rating, 0 to 10", "Su propia valoración, de 0 a 10";
    OfCount: "Count in a span of days", "Cuenta en un lapso de días";
    OfMilestone: "Something done once", "Algo que se hace una vez";
    Gauge: "Measured by", "Se mide con";
    Measure: "Measure", "Escala";
    Baseline: "Now", "Ahora";
    Target: "Aimed at", "Se busca";
    WhatRated: "What is rated", "Qué se valora";
    WhatCounted: "What is counted", "Qué se cuenta";
    EndsMean: "What 0 and 10 mean", "Qué significan 0 y 10";
    Days: "In how many days", "En cuántos días";
    Proof: "What shows that it is done", "Qué muestra que está hecho";
    ByWhen: "By when", "Para cuándo";
    Status: "How far it is", "Cómo va";
    ObjectivePlain: "In words for the person", "En palabras para la persona";
    ObjectivePlainHint: "What will I see when I get there?", "¿Qué veré cuando lo logre?";
    WorkedOnIn: "Worked on in", "Se trabaja en";
    ModulesNext: "Modules that work on it come next", "Después vienen los módulos que trabajan en él";
    ToModules: "Go to modules", "Ir a los módulos";
    TakeSuggestion: "Use the suggestion", "Usar la sugerencia";
    Drag: "Drag to reorder", "Arrastre para reordenar";
    Objective: "Objective", "Objetivo";
    NotNamed: "not written yet", "sin escribir";
    ModulesColumn: "Modules", "Módulos";
    HoursColumn: "Hours", "Horas";
    NoObjectiveYet: "no objective yet", "aún sin objetivo";
    NoModuleYet: "no module works on it", "ningún módulo trabaja en él";
    NoNeed: "answers no need", "no responde a ninguna necesidad";
    ServesNothing: "serves no objective", "no sirve a ningún objetivo";
    ServesWhole: "serves the whole plan", "sirve a todo el plan";
    NoSessionsYet: "no sessions yet", "aún sin sesiones";
    ThreadHow: "Select anything to light its thread; arrow keys walk along it", "Elija algo para iluminar su hilo; las flechas lo recorren";
    NothingToTie: "The thread begins with a need", "El hilo empieza con una necesidad";
}

/// The answer to "what are we working on?", as in `3 needs, 4 goals, 11 objectives`.
pub fn working_on(needs: usize, goals: usize, objectives: usize, language: Language) -> String {
    let count = |number: usize, one: &str, many: &str| {
        if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
    };
    let parts = match language {
        Language::English => {
            [count(needs, "need", "needs"), count(goals, "goal", "goals"), count(objectives, "objective", "objectives")]
        }
        Language::Spanish => [
            count(needs, "necesidad", "necesidades"),
            count(goals, "meta", "metas"),
            count(objectives, "objetivo", "objetivos"),
        ],
    };
    parts.join(", ")
}

/// How many goals, as in `2 goals`.
pub fn goal_count(goals: usize, language: Language) -> String {
    match (language, goals) {
        (Language::English, 1) => "1 goal".to_owned(),
        (Language::English, n) => format!("{n} goals"),
        (Language::Spanish, 1) => "1 meta".to_owned(),
        (Language::Spanish, n) => format!("{n} metas"),
    }
}

/// How many objectives come with a goal, as in `with 3 objectives`.
pub fn with_objectives(objectives: usize, language: Language) -> String {
    match (language, objectives) {
        (Language::English, 1) => "with 1 objective".to_owned(),
        (Language::English, n) => format!("with {n} objectives"),
        (Language::Spanish, 1) => "con 1 objetivo".to_owned(),
        (Language::Spanish, n) => format!("con {n} objetivos"),
    }
}

/// `Goal 2`.
pub fn goal_number(number: usize, language: Language) -> String {
    match language {
        Language::English => format!("Goal {number}"),
        Language::Spanish => format!("Meta {number}"),
    }
}

/// Why a need may apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNeed<'a> {
    /// A diagnosis that commonly goes with it was entered.
    Diagnosed {
        /// Its code.
        code: &'a str,
    },
    /// A measure that follows it is in a band that is not the mildest.
    Scored {
        /// The measure's name.
        measure: &'a str,
        /// The score.
        score: Score,
        /// What its band is called.
        band: &'a Bilingual,
    },
}

/// Why a need may apply, as in `F33.1 is diagnosed`.
pub fn why_need(why: &WhyNeed<'_>, language: Language) -> String {
    match (language, why) {
        (Language::English, WhyNeed::Diagnosed { code }) => format!("{code} is diagnosed"),
        (Language::Spanish, WhyNeed::Diagnosed { code }) => format!("diagnóstico: {code}"),
        (_, WhyNeed::Scored { measure, score, band }) => {
            format!("{measure} {score}, {}", band.get(language).to_lowercase())
        }
    }
}

/// A score as evidence in the record, as in `PHQ-9 of 17 (moderately severe) on Jan 4, 2027`.
pub fn evidence_of_score(measure: &str, score: Score, band: &str, date: Date, language: Language) -> String {
    let (band, date) = (band.to_lowercase(), crate::wording::paper::date(date, language));
    match language {
        Language::English => format!("{measure} of {score} ({band}) on {date}"),
        Language::Spanish => format!("{measure} de {score} ({band}) el {date}"),
    }
}

/// From where to where an objective goes: the start, if it has one to move from, and the aim with its unit.
pub fn from_and_to(gauge: &Gauge, language: Language) -> (Option<String>, String) {
    let [from, to] = baseline_and_target(gauge, language);
    match gauge {
        Gauge::Score { name, .. } => (Some(format!("{name} {from}")), to),
        Gauge::Rating { .. } => (Some(from), out_of_ten(&to, language)),
        Gauge::Count { of, days, .. } => (Some(from), counted(&to, of.get(language), *days, language)),
        Gauge::Milestone { proof } => (None, proof.get(language).to_owned()),
    }
}

fn out_of_ten(figure: &str, language: Language) -> String {
    match language {
        Language::English => format!("{figure} out of 10"),
        Language::Spanish => format!("{figure} de 10"),
    }
}

fn counted(figure: &str, of: &str, days: u16, language: Language) -> String {
    match (language, days) {
        (Language::English, 1) => format!("{figure} {of} a day"),
        (Language::English, 7) => format!("{figure} {of} a week"),
        (Language::English, days) => format!("{figure} {of} in {days} days"),
        (Language::Spanish, 1) => format!("{figure} {of} al día"),
        (Language::Spanish, 7) => format!("{figure} {of} por semana"),
        (Language::Spanish, days) => format!("{figure} {of} en {days} días"),
    }
}

/// An objective read aloud: what, from where to where, by when.
pub fn objective_line(plain: &str, gauge: &Gauge, by: Date, language: Language) -> String {
    let (from, to) = from_and_to(gauge, language);
    let by = by_date(by, language);
    match (language, from) {
        (_, None) => format!("{plain}, {to}, {by}"),
        (Language::English, Some(from)) => format!("{plain}, from {from} to {to}, {by}"),
        (Language::Spanish, Some(from)) => format!("{plain}, de {from} a {to}, {by}"),
    }
}

/// `by 18 Dec`.
pub fn by_date(date: Date, language: Language) -> String {
    match language {
        Language::English => format!("by {}", time::day_month(date, language)),
        Language::Spanish => format!("para el {}", time::day_month(date, language)),
    }
}

/// What is known of a score that an objective is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreFacts<'a> {
    /// The band of the start.
    pub now: Option<&'a str>,
    /// The band of the target.
    pub aim: Option<&'a str>,
    /// Points from which a change is more than chance.
    pub reliable: Option<Score>,
    /// The score that counts as recovered, at or better than this.
    pub recovered: Option<Score>,
    /// Which way is better.
    pub direction: Direction,
}

/// What is known of a score, as in `Now severe, aimed at mild; a change of 6 or more is not chance; 9 or less counts as
/// recovered`.
pub fn score_facts(facts: ScoreFacts<'_>, language: Language) -> String {
    let ScoreFacts { now, aim, reliable, recovered, direction } = facts;
    let mut parts = Vec::new();
    if let Some((now, aim)) = now.zip(aim) {
        let (now, aim) = (now.to_lowercase(), aim.to_lowercase());
        parts.push(match language {
            Language::English => format!("now {now}, aimed at {aim}"),
            Language::Spanish => format!("ahora {now}, se busca {aim}"),
        });
    }
    if let Some(points) = reliable {
        parts.push(match language {
            Language::English => format!("a change of {points} or more is not chance"),
            Language::Spanish => format!("un cambio de {points} o más no es casualidad"),
        });
    }
    if let Some(score) = recovered {
        parts.push(match (language, direction) {
            (Language::English, Direction::LowerIsBetter) => format!("{score} or less counts as recovered"),
            (Language::English, Direction::HigherIsBetter) => format!("{score} or more counts as recovered"),
            (Language::Spanish, Direction::LowerIsBetter) => format!("{score} o menos cuenta como recuperación"),
            (Language::Spanish, Direction::HigherIsBetter) => format!("{score} o más cuenta como recuperación"),
        });
    }
    sentence_case(&parts.join("; "))
}

/// What the program suggests for a score, as in `Suggested: from 17 to 9`.
pub fn suggested_score(baseline: Option<Score>, target: Score, language: Language) -> String {
    match (language, baseline) {
        (Language::English, Some(from)) => format!("Suggested: from {from} to {target}"),
        (Language::English, None) => format!("Suggested: {target}"),
        (Language::Spanish, Some(from)) => format!("Sugerencia: de {from} a {target}"),
        (Language::Spanish, None) => format!("Sugerencia: {target}"),
    }
}

/// What a module gives in all, as in `24 h, 16 sessions`.
pub fn hours_given(minutes: Minutes, sessions: usize, language: Language) -> String {
    let length = time::length(minutes);
    match (language, sessions) {
        (Language::English, 1) => format!("{length}, 1 session"),
        (Language::English, n) => format!("{length}, {n} sessions"),
        (Language::Spanish, 1) => format!("{length}, 1 sesión"),
        (Language::Spanish, n) => format!("{length}, {n} sesiones"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;
    use crate::base::Slug;
    use jiff::civil::date;

    #[test]
    fn labels_follow_the_house_style() {
        check_style(GoalsWords::ALL);
    }

    #[track_caller]
    fn check(gauge: &Gauge, english: &str, spanish: &str) {
        let by = date(2026, 12, 18);
        assert_eq!(objective_line("I do it", gauge, by, Language::English), english);
        assert_eq!(objective_line("Lo hago", gauge, by, Language::Spanish), spanish);
    }

    #[test]
    fn objectives_are_read_from_start_to_aim() {
        let of = Bilingual { en: "calls".to_owned(), es: "llamadas".to_owned() };
        check(
            &Gauge::Count { of: of.clone(), days: 7, baseline: Some(1), target: 5 },
            "I do it, from 1 to 5 calls a week, by 18 Dec",
            "Lo hago, de 1 a 5 llamadas por semana, para el 18 dic",
        );
        check(
            &Gauge::Rating { of: of.clone(), ends: of.clone(), baseline: None, target: 7 },
            "I do it, from not yet taken to 7 out of 10, by 18 Dec",
            "Lo hago, de aún sin medir a 7 de 10, para el 18 dic",
        );
        let score = Gauge::Score {
            measure: Slug::new("phq-9").unwrap(),
            name: "PHQ-9".to_owned(),
            direction: Direction::LowerIsBetter,
            baseline: Some(Score::whole(17)),
            target: Score::whole(9),
        };
        check(&score, "I do it, from PHQ-9 17 to ≤ 9, by 18 Dec", "Lo hago, de PHQ-9 17 a ≤ 9, para el 18 dic");
        check(&Gauge::Milestone { proof: of }, "I do it, calls, by 18 Dec", "Lo hago, llamadas, para el 18 dic");
    }

    #[test]
    fn a_score_says_what_is_known_of_it_and_no_more() {
        let facts = ScoreFacts {
            now: Some("Severe"),
            aim: Some("Mild"),
            reliable: Some(Score::whole(6)),
            recovered: Some(Score::whole(9)),
            direction: Direction::LowerIsBetter,
        };
        assert_eq!(
            score_facts(facts, Language::English),
            "Now severe, aimed at mild; a change of 6 or more is not chance; 9 or less counts as recovered"
        );
        let less = ScoreFacts { now: None, reliable: None, recovered: None, ..facts };
        assert_eq!(score_facts(less, Language::Spanish), "");
    }
}
