//! What is said about scores, alerts, delivery and what is due.

use super::disk::say;
use super::findings::subject;
use super::{paper, terms, time};
use crate::base::{Date, Language, Score, is_blank};
use crate::catalog::{Catalog, Measure, ReviewStatement};
use crate::plan::{Agreement, Item, Plan, Rated, Review, ReviewNotes, Stance};
use crate::progress::{Alert, AlertState, DeliveredWeek, Due, DueKind, Evidence, MakeUp, Pace, Series, Verdict};

/// What the thresholds say of a change.
pub const fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match language {
        Language::English => match verdict {
            Verdict::Recovered => "recovered",
            Verdict::ReliableImprovement => "reliable improvement",
            Verdict::Unchanged => "unchanged",
            Verdict::ReliableDeterioration => "reliable deterioration",
        },
        Language::Spanish => match verdict {
            Verdict::Recovered => "recuperación",
            Verdict::ReliableImprovement => "mejoría confiable",
            Verdict::Unchanged => "sin cambios",
            Verdict::ReliableDeterioration => "deterioro confiable",
        },
    }
}

/// The name of a verdict in JSON.
pub const fn verdict_code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Recovered => "recovered",
        Verdict::ReliableImprovement => "reliable-improvement",
        Verdict::Unchanged => "unchanged",
        Verdict::ReliableDeterioration => "reliable-deterioration",
    }
}

/// A change in points with its sign; no sign for none.
pub fn points(change: Score) -> String {
    match change.hundredths() {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{change}"),
        _ => change.to_string().replace('-', "−"),
    }
}

/// The last score of a series in one line: score, band, change and verdict.
pub fn last_score(series: &Series<'_>, language: Language) -> String {
    let name = terms::measure(&series.name, language);
    let Some((point, score)) = series.last() else {
        return say(
            language,
            format!("{name}: no form with a score yet"),
            format!("{name}: todavía sin un formulario con puntaje"),
        );
    };
    let mut parts = vec![format!("{name} {score}")];
    parts.extend(point.band.map(|band| band.name.get(language).to_lowercase()));
    if let Some(change) = series.since_baseline() {
        let change = points(change);
        parts.push(say(language, format!("{change} since the start"), format!("{change} desde el inicio")));
    }
    if let Some(change) = series.since_last() {
        let change = points(change);
        parts.push(say(language, format!("{change} since the last"), format!("{change} desde el anterior")));
    }
    parts.extend(series.verdict().map(|found| verdict(found, language).to_owned()));
    parts.join(", ")
}

/// The text twin of a trend: one line for each result.
pub fn trend(series: &Series<'_>, language: Language) -> Vec<String> {
    let lines = series.points.iter().map(|point| {
        let date = time::date(point.date, language);
        let band = point.band.map(|band| format!(" ({})", band.name.get(language).to_lowercase())).unwrap_or_default();
        let entered = point.entered.map(|score| score.to_string()).unwrap_or_default();
        match (point.in_error, point.score) {
            (Some(why), _) => {
                let said = say(language, "entered in error", "registrado por error");
                format!("{date}: {entered}, {said}: {why}")
            }
            (None, Some(score)) => format!("{date}: {score}{band}"),
            (None, None) => {
                let said = say(language, "form not complete, not scored", "formulario incompleto, sin puntaje");
                format!("{date}: {said}")
            }
        }
    });
    let mut lines: Vec<String> = lines.collect();
    for target in &series.targets {
        let (score, by) = (target.score, time::date(target.by, language));
        lines.push(say(language, format!("Aim: {score} by {by}"), format!("Meta: {score} para el {by}")));
    }
    lines
}

/// What else a trend marks: versions that were signed and weeks that were missed, one line each.
pub fn trend_marks(versions: &[(u32, Date)], missed: &[(Date, Date)], language: Language) -> Vec<String> {
    let versions = versions.iter().map(|(number, date)| {
        let date = time::date(*date, language);
        say(language, format!("{date}: version {number} signed"), format!("{date}: versión {number} firmada"))
    });
    let missed = missed.iter().map(|(from, to)| {
        let (from, to) = (time::date(*from, language), time::date(*to, language));
        say(language, format!("Missed from {from} to {to}"), format!("Sin asistir del {from} al {to}"))
    });
    versions.chain(missed).collect()
}

/// An alert and what became of it.
pub fn alert(alert: &Alert, plan: &Plan, language: Language) -> String {
    let what = subject(Item::Result(alert.result), plan, language);
    let (answer, from) = (alert.answer, alert.from);
    match &alert.state {
        AlertState::Open => say(
            language,
            format!("Safety alert: {what}: answered {answer} (alert from {from}); talk with the person today"),
            format!("Alerta de seguridad: {what}: respuesta {answer} (alerta desde {from}); hable hoy con la persona"),
        ),
        AlertState::Acknowledged(action) => say(
            language,
            format!("Safety alert acted on: {what}: answered {answer}; {action}"),
            format!("Alerta de seguridad atendida: {what}: respuesta {answer}; {action}"),
        ),
    }
}

/// That a total is not possible for a measure.
pub fn impossible(measure: &Measure, language: Language) -> String {
    let Measure { name, least, most, whole, .. } = measure;
    let kind = match (whole, language) {
        (true, Language::English) => "whole points ",
        (true, Language::Spanish) => "puntos enteros ",
        (false, _) => "",
    };
    say(
        language,
        format!("{name} has scores from {kind}{least} to {most}"),
        format!("{name} tiene puntajes de {kind}{least} a {most}"),
    )
}

/// That a measure is not for a person of this age.
pub fn wrong_age(measure: &Measure, age: u8, language: Language) -> String {
    let (name, ages) = (terms::measure(&measure.name, language), measure.ages);
    let (from, to) = (ages.from, ages.to);
    say(
        language,
        format!("{name} is for ages {from} to {to}, and the person is {age}; use an instrument for that age"),
        format!("{name} es para edades de {from} a {to}, y la persona tiene {age}; use una escala para esa edad"),
    )
}

/// That a measure has no question about safety.
pub fn no_safety_item(measure: &Measure, language: Language) -> String {
    let name = terms::measure(&measure.name, language);
    say(language, format!("{name} has no question about safety"), format!("{name} no tiene pregunta sobre seguridad"))
}

/// That an answer about safety is not possible for a measure.
pub fn impossible_answer(measure: &Measure, most: Score, language: Language) -> String {
    let name = terms::measure(&measure.name, language);
    say(
        language,
        format!("{name}: answers about safety go from 0 to {most}"),
        format!("{name}: las respuestas sobre seguridad van de 0 a {most}"),
    )
}

/// That the question about safety was not asked, although a total can hide its answer.
pub fn not_asked(measure: &Measure, language: Language) -> String {
    let name = terms::measure(&measure.name, language);
    say(
        language,
        format!("{name}: the answer about safety was not given; a total can hide it"),
        format!("{name}: no se dio la respuesta sobre seguridad; un total puede ocultarla"),
    )
}

/// That the catalog knows no such measure.
pub fn unknown_measure(slug: &str, catalog: &Catalog, language: Language) -> String {
    let known: Vec<&str> = catalog.measures.keys().map(crate::base::Slug::as_str).collect();
    let known = known.join(", ");
    say(
        language,
        format!("The catalog has no measure “{slug}”; it has {known}"),
        format!("El catálogo no tiene la escala “{slug}”; tiene {known}"),
    )
}

/// What shows where an objective stands.
pub fn evidence(evidence: &Evidence, language: Language) -> String {
    let Evidence { name, date, baseline, now, target, verdict: found } = evidence;
    let (name, date) = (terms::measure(name, language), time::day(*date, language));
    let moved = match baseline {
        Some(from) => say(language, format!("from {from} to {now}"), format!("de {from} a {now}")),
        None => now.to_string(),
    };
    let found = found.map(|found| format!(", {}", verdict(found, language))).unwrap_or_default();
    say(
        language,
        format!("{name} {moved} on {date}, aim {target}{found}"),
        format!("{name} {moved} el {date}, meta {target}{found}"),
    )
}

/// How far a module is: `14 of 24 sessions; ends in week 11 at this pace`.
pub fn pace(pace: &Pace, plan: &Plan, language: Language) -> String {
    let name = plan.module(pace.module).map_or("", |module| module.name.get(language));
    let (held, prescribed) = (pace.held, pace.prescribed);
    let mut line = say(
        language,
        format!("{name}: {held} of {prescribed} sessions"),
        format!("{name}: {held} de {prescribed} sesiones"),
    );
    if let Some(week) = pace.ends_in_week {
        line += &say(
            language,
            format!("; ends in week {week} at this pace"),
            format!("; a este ritmo termina en la semana {week}"),
        );
    }
    if pace.owed > 0 {
        let owed = pace.owed;
        line += &say(language, format!("; {owed} to be made up"), format!("; {owed} por reponer"));
    }
    line
}

/// One week as delivered: hours delivered, owed and planned.
pub fn delivered(week: &DeliveredWeek, language: Language) -> String {
    let DeliveredWeek { number, planned, delivered, owed, attendance, starts: _ } = week;
    let week_owes = owed.0 > 0;
    let (planned, delivered, owed) = (time::length(*planned), time::length(*delivered), time::length(*owed));
    let week = time::week(*number, language);
    let owed = match (week_owes, language) {
        (false, _) => String::new(),
        (true, Language::English) => format!(", {owed} owed"),
        (true, Language::Spanish) => format!(", {owed} pendientes"),
    };
    let unmarked = match (attendance.unmarked, language) {
        (0, _) => String::new(),
        (open, Language::English) => format!("; {open} not marked"),
        (open, Language::Spanish) => format!("; {open} sin marcar"),
    };
    say(
        language,
        format!("{week}: {delivered} delivered of {planned}{owed}{unmarked}"),
        format!("{week}: {delivered} de {planned} realizadas{owed}{unmarked}"),
    )
}

/// A proposal for a make-up session.
pub fn make_up(make_up: &MakeUp, plan: &Plan, language: Language) -> String {
    let missed = subject(Item::Session(make_up.missed), plan, language);
    match &make_up.slot {
        Some(slot) => {
            let (day, start) = (time::day(slot.date, language), time::clock(slot.start, language));
            say(
                language,
                format!("{missed}: could be made up on {day} at {start}"),
                format!("{missed}: se podría reponer el {day} a las {start}"),
            )
        }
        None => say(
            language,
            format!("{missed}: no place to make it up before the stay ends"),
            format!("{missed}: no hay lugar para reponerla antes del fin de la estancia"),
        ),
    }
}

/// What is due, without its day.
pub fn due(due: &Due, plan: &Plan, catalog: &Catalog, language: Language) -> String {
    let pack = |slug: &crate::base::Slug| {
        catalog.packs.get(slug).map_or_else(|| slug.to_string(), |pack| pack.name.get(language).to_owned())
    };
    match &due.what {
        DueKind::Alert(id) => {
            let what = subject(Item::Result(*id), plan, language);
            say(language, format!("Safety alert open: {what}"), format!("Alerta de seguridad pendiente: {what}"))
        }
        DueKind::Plan(slug) => {
            let pack = pack(slug);
            say(language, format!("Plan in effect ({pack})"), format!("Plan en vigor ({pack})"))
        }
        DueKind::Signature(role) => {
            let role = terms::signer(*role, language);
            say(language, format!("Signature: {role}"), format!("Firma: {role}"))
        }
        DueKind::Review(_) => say(language, "Progress review", "Revisión de avances"),
        DueKind::ReviewAsked(slug) => {
            let pack = pack(slug);
            say(
                language,
                format!("Progress review, not planned yet ({pack})"),
                format!("Revisión de avances, aún sin fecha ({pack})"),
            )
        }
        DueKind::Certification(slug) => {
            let pack = pack(slug);
            say(language, format!("Physician certification ({pack})"), format!("Certificación médica ({pack})"))
        }
        DueKind::PayerReview(payer, _) => {
            let payer = payer_name(*payer, plan);
            say(language, format!("Review by {payer}"), format!("Revisión de {payer}"))
        }
        DueKind::AuthorizationEnds(payer, _) => {
            let payer = payer_name(*payer, plan);
            say(language, format!("Authorization of {payer} ends"), format!("Vence la autorización de {payer}"))
        }
        DueKind::Measure(slug) => {
            let name = catalog
                .measures
                .get(slug)
                .map_or_else(|| slug.to_string(), |measure| terms::measure(&measure.name, language).to_owned());
            say(language, format!("Measure: {name}"), format!("Escala: {name}"))
        }
    }
}

fn payer_name(id: crate::base::PayerId, plan: &Plan) -> String {
    plan.coverage.iter().find(|payer| payer.id == id).map(|payer| payer.name.clone()).unwrap_or_default()
}

/// What a review may have to state, as a heading.
pub const fn statement(statement: ReviewStatement, language: Language) -> &'static str {
    match language {
        Language::English => match statement {
            ReviewStatement::Response => "Response to treatment",
            ReviewStatement::Risks => "Symptoms that remain a risk of relapse or hospital care",
            ReviewStatement::DischargeGoals => "Goals for coordinating services towards discharge",
            ReviewStatement::HoursNeeded => "Why these hours are still needed",
        },
        Language::Spanish => match statement {
            ReviewStatement::Response => "Respuesta al tratamiento",
            ReviewStatement::Risks => "Síntomas que siguen siendo un riesgo de recaída u hospitalización",
            ReviewStatement::DischargeGoals => "Metas para coordinar los servicios hacia el alta",
            ReviewStatement::HoursNeeded => "Por qué todavía se necesitan estas horas",
        },
    }
}

/// What a review states, under its headings; what it leaves blank is left out.
pub fn stated(review: &Review, language: Language) -> Vec<(&'static str, &str)> {
    let said = ReviewStatement::ALL.into_iter().filter(|one| !is_blank(review.states(*one)));
    said.map(|one| (statement(one, language), review.states(one))).collect()
}

/// In which language a review was explained, and with which interpreter; blank while it was not.
pub fn explained(notes: &ReviewNotes, language: Language) -> String {
    let ReviewNotes { explained_in, interpreter, .. } = notes;
    if is_blank(explained_in) {
        return String::new();
    }
    let spoken = paper::language_name(explained_in, language);
    if is_blank(interpreter) {
        return spoken.to_owned();
    }
    say(language, format!("{spoken}, interpreter {interpreter}"), format!("{spoken}, intérprete {interpreter}"))
}

/// What somebody said to a review’s outcome.
pub fn agreement(agreement: &Agreement, language: Language) -> String {
    let Agreement { role, name, stance } = agreement;
    let who = format!("{} {name}", terms::signer(*role, language));
    let who = who.trim();
    match stance {
        Stance::Agrees => say(language, format!("{who} agrees"), format!("{who}: de acuerdo")),
        Stance::Disagrees(why) => {
            say(language, format!("{who} does not agree: {why}"), format!("{who}: en desacuerdo: {why}"))
        }
        Stance::Absent => say(language, format!("{who} was not there"), format!("{who}: no estuvo presente")),
    }
}

/// What a scale was about.
pub fn rated(about: Rated, plan: &Plan, language: Language) -> String {
    match about {
        Rated::Goal(id) => subject(Item::Goal(id), plan, language),
        Rated::Objective(id) => subject(Item::Objective(id), plan, language),
    }
}

/// One of the five steps of goal attainment scaling, from −2 to 2.
pub const fn attainment(step: i8, language: Language) -> Option<&'static str> {
    Some(match (language, step) {
        (Language::English, -2) => "much less than expected",
        (Language::English, -1) => "less than expected",
        (Language::English, 0) => "as expected",
        (Language::English, 1) => "better than expected",
        (Language::English, 2) => "much better than expected",
        (Language::Spanish, -2) => "mucho menos de lo esperado",
        (Language::Spanish, -1) => "menos de lo esperado",
        (Language::Spanish, 0) => "lo esperado",
        (Language::Spanish, 1) => "mejor de lo esperado",
        (Language::Spanish, 2) => "mucho mejor de lo esperado",
        (Language::English | Language::Spanish, _) => return None,
    })
}
