//! Page one of the clinical edition: who, what for, how much, and for how long.

use super::{Clinical, cell, joined, lines, strong_cell};
use crate::base::{Language, Weekday, is_blank};
use crate::document::compose::blocks::{Block, Marker, Style, Text, Voice};
use crate::plan::{Authorization, Goal, Payer, Segment, ends, starts, weeks};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{terms, time};

pub(super) fn summary(clinical: &Clinical) -> Vec<Block> {
    let (plan, language) = (clinical.plan, clinical.language);
    let program = joined(&[&plan.program.name, &plan.program.address.join(", "), &plan.program.phone], "  ·  ");
    let mut blocks = vec![
        Block::Heading(1, paper::clinical_title(language).to_owned()),
        Block::Text(Text::voiced(Style::Compact, Voice::Quiet, program)),
        Block::Space(8.0),
        Block::Columns(vec![(1.0, vec![who(clinical)]), (1.2, vec![stay(clinical)])]),
        clinical.heading(2, Say::Summary),
        clinical.facts(vec![
            (Say::Diagnoses, diagnoses(clinical)),
            (Say::LevelOfCare, plan.frame.level_of_care.clone()),
            (Say::Risk, risk(clinical)),
            (Say::HoursAWeek, hours(clinical)),
            (Say::Payers, payers(clinical)),
        ]),
    ];
    blocks.extend(goals(clinical));
    blocks.extend(segments(clinical));
    blocks
}

/// What the assessment found beyond the summary.
pub(super) fn assessment(clinical: &Clinical) -> Vec<Block> {
    let frame = &clinical.plan.frame;
    let facts = vec![
        (Say::Impairment, frame.impairment.clone()),
        (Say::Dimensions, dimensions(clinical)),
        (Say::PriorTreatment, lines(&frame.prior_treatment)),
    ];
    if facts.iter().all(|(_, text)| is_blank(text)) {
        return Vec::new();
    }
    vec![clinical.heading(2, Say::Assessment), clinical.facts(facts)]
}

fn who(clinical: &Clinical) -> Block {
    let (person, language) = (&clinical.plan.person, clinical.language);
    let age = starts(clinical.plan).and_then(|first| person.age_on(first));
    let born = person.birth_date.map(|born| paper::date(born, language)).unwrap_or_default();
    let born = joined(&[&born, &age.map(|years| paper::age(years, language)).unwrap_or_default()], ", ");
    let called = if is_blank(&person.preferred_name) { "" } else { &person.preferred_name };
    clinical.facts(vec![
        (Say::Name, person.name.clone()),
        (Say::Called, joined(&[called, &person.pronouns], ", ")),
        (Say::Born, born),
        (Say::RecordNumber, person.record_number.clone()),
        (Say::Language, paper::language_name(&person.language, language).to_owned()),
    ])
}

/// How to reach the person, who else there is, and who consented.
pub(super) fn contacts(clinical: &Clinical) -> Vec<Block> {
    let (person, language) = (&clinical.plan.person, clinical.language);
    let interpreter = person
        .interpreter
        .as_ref()
        .map(|interpreter| joined(&[terms::interpreter(interpreter.mode, language), &interpreter.who], ", "));
    let facts = vec![
        (Say::Interpreter, interpreter.unwrap_or_default()),
        (Say::Contact, contact(clinical)),
        (Say::EmergencyContact, emergency(clinical)),
        (Say::Telehealth, telehealth(clinical)),
        (Say::Consent, consent(clinical)),
    ];
    if facts.iter().all(|(_, text)| is_blank(text)) {
        return Vec::new();
    }
    vec![clinical.heading(2, Say::ContactAndConsent), clinical.facts(facts)]
}

fn contact(clinical: &Clinical) -> String {
    let contact = &clinical.plan.person.contact;
    if is_blank(&contact.phone) {
        return joined(&[&contact.email, &contact.address.join(", ")], "; ");
    }
    let message = if contact.may_leave_message { Say::MayLeaveMessage } else { Say::NoMessage };
    let phone = format!("{} ({})", contact.phone, clinical.say(message));
    joined(&[&phone, &contact.email, &contact.address.join(", ")], "; ")
}

fn emergency(clinical: &Clinical) -> String {
    let Some(contact) = &clinical.plan.person.emergency else { return String::new() };
    let who = joined(&[&contact.name, &contact.relation, &contact.phone], ", ");
    format!("{who} ({})", clinical.say(Say::NoRelease))
}

fn telehealth(clinical: &Clinical) -> String {
    let Some(place) = &clinical.plan.person.telehealth else { return String::new() };
    joined(&[&place.location, &place.state, &place.emergency_address], "; ")
}

fn consent(clinical: &Clinical) -> String {
    let Some(minor) = &clinical.plan.person.minor else { return String::new() };
    let language = clinical.language;
    let guardians = minor.guardians.iter().map(|guardian| {
        let parts: Vec<&str> = guardian.may_see.iter().map(|part| terms::visible(*part, language)).collect();
        let who = joined(&[&guardian.name, &guardian.relation, &guardian.phone], ", ");
        format!("{who}: {} {}", clinical.say(Say::MaySee), parts.join(", "))
    });
    let guardians: Vec<String> = guardians.collect();
    joined(&[&joined(&[terms::consent(minor.by, language), &minor.basis], "; "), &guardians.join("\n")], "\n")
}

fn stay(clinical: &Clinical) -> Block {
    let (plan, language) = (clinical.plan, clinical.language);
    let span = starts(plan).zip(ends(plan)).map(|(from, to)| paper::dates(from, to, language));
    let count = u16::try_from(weeks(plan).len()).unwrap_or(u16::MAX);
    let weeks = match span {
        Some(_) => format!("({})", paper::count_weeks(count, language)).replace(' ', "\u{a0}"),
        None => String::new(),
    };
    let earlier = plan.earlier_stay.as_ref().map(|stay| {
        let dates = stay.from.map(|from| paper::dates_open(from, stay.to, language)).unwrap_or_default();
        joined(&[&stay.program, &dates, &stay.reference], ", ")
    });
    let setting = plan.segments.first().map(|segment| terms::setting(segment.setting, language));
    let only = plan.segments.first().filter(|_| plan.segments.len() == 1);
    let days = only.map(|segment| days_and_hours(segment, language)).unwrap_or_default();
    let pauses = only.map(|segment| pauses(segment, language).join("\n")).unwrap_or_default();
    clinical.facts(vec![
        (Say::Program, setting.unwrap_or_default().to_owned()),
        (Say::Stay, joined(&[&span.unwrap_or_default(), &weeks], " ")),
        (Say::DaysAndHours, days),
        (Say::Aim, only.map(|segment| time::length(segment.week_minutes)).unwrap_or_default()),
        (Say::Pauses, pauses),
        (Say::Standing, paper::standing(plan.course.standing, paper::date, language)),
        (Say::EarlierStay, earlier.unwrap_or_default()),
        (Say::Expected, plan.leaving.expected.map(|date| paper::date(date, language)).unwrap_or_default()),
    ])
}

fn diagnoses(clinical: &Clinical) -> String {
    let frame = &clinical.plan.frame;
    let lines: Vec<String> = frame
        .diagnoses
        .iter()
        .map(|diagnosis| {
            let line = format!("{}  {}", diagnosis.code, diagnosis.label);
            if Some(diagnosis.id) == frame.principal {
                format!("{line} ({})", clinical.say(Say::Principal))
            } else {
                line
            }
        })
        .collect();
    lines.join("\n")
}

fn dimensions(clinical: &Clinical) -> String {
    let ratings = clinical.plan.frame.dimensions.iter().map(|d| format!("{}: {}", d.name, d.rating));
    ratings.collect::<Vec<_>>().join("\n")
}

fn risk(clinical: &Clinical) -> String {
    let frame = &clinical.plan.frame;
    let level = paper::sentence_case(terms::risk(frame.risk, clinical.language));
    joined(&[&level, &frame.risk_note], ". ")
}

/// The least and the most of the weeks with sessions.
fn hours(clinical: &Clinical) -> String {
    let weeks = weeks(clinical.plan);
    let minutes = || weeks.iter().map(crate::plan::Week::minutes).filter(|minutes| minutes.0 > 0);
    let Some((least, most)) = minutes().min().zip(minutes().max()) else { return String::new() };
    format!("{} {}", paper::weekly_range(least, most, clinical.language), clinical.say(Say::FullWeeks))
}

fn payers(clinical: &Clinical) -> String {
    let payer = |payer: &Payer| {
        let member = if is_blank(&payer.member_number) {
            String::new()
        } else {
            format!("{} {}", clinical.say(Say::MemberNumber), payer.member_number)
        };
        let mut lines = vec![paper::sentence_case(&joined(&[&payer.name, &member], ", "))];
        lines.extend(payer.authorizations.iter().map(|authorization| authorized(clinical, authorization)));
        lines.join("\n")
    };
    clinical.plan.coverage.iter().map(payer).collect::<Vec<_>>().join("\n")
}

fn authorized(clinical: &Clinical, authorization: &Authorization) -> String {
    let language = clinical.language;
    let review = authorization
        .next_review
        .map(|date| format!("{} {}", clinical.say(Say::NextReview), paper::date(date, language)));
    let number = format!("{} {}", paper::sentence_case(clinical.say(Say::Authorization)), authorization.number);
    joined(
        &[
            &number,
            &paper::authorized(authorization.approved, authorization.used, authorization.unit, language),
            &paper::dates(authorization.from, authorization.to, language),
            review.as_deref().unwrap_or_default(),
        ],
        "; ",
    )
}

fn goals(clinical: &Clinical) -> Vec<Block> {
    if clinical.plan.goals.is_empty() {
        return Vec::new();
    }
    let line = |goal: &Goal| {
        Text::voiced(Style::Compact, Voice::Strong, format!("“{}”", goal.own_words.trim()))
            .and(Voice::Plain, format!(" – {}", goal.clinical.trim()))
    };
    let lines = clinical.plan.goals.iter().map(line).collect();
    vec![clinical.heading(3, Say::GoalsInBrief), Block::List(Marker::Number, lines)]
}

fn segments(clinical: &Clinical) -> Vec<Block> {
    let rows: Vec<_> = clinical.plan.segments.iter().map(|segment| segment_row(clinical, segment)).collect();
    // A single segment already stands beside the name.
    if rows.len() < 2 {
        return Vec::new();
    }
    let columns = [(Say::Setting, 3.2), (Say::Dates, 3.4), (Say::DaysAndHours, 3.8), (Say::Aim, 1.6)];
    vec![Block::Whole(vec![clinical.heading(3, Say::Segments), clinical.table(&columns, rows)])]
}

fn segment_row(clinical: &Clinical, segment: &Segment) -> Vec<Vec<Text>> {
    let language = clinical.language;
    let mut dates = cell(paper::dates(segment.from, segment.to, language));
    dates.extend(pauses(segment, language).into_iter().map(|pause| Text::new(Style::Compact, pause)));
    vec![
        strong_cell(terms::setting(segment.setting, language)),
        dates,
        cell(days_and_hours(segment, language)),
        cell(time::length(segment.week_minutes)),
    ]
}

fn days_and_hours(segment: &Segment, language: Language) -> String {
    let days: Vec<&str> = segment.days.iter().map(|day: &Weekday| time::weekday_short(*day, language)).collect();
    joined(&[&days.join(", "), &paper::span(segment.day_from, segment.day_to, language)], "; ")
}

fn pauses(segment: &Segment, language: Language) -> Vec<String> {
    let said = segment.pauses.iter().map(|pause| {
        let from_to = paper::dates_open(pause.from, pause.to, language);
        let what = paper::sentence_case(terms::pause(pause.kind, language));
        joined(&[&joined(&[&what, &from_to], " "), &pause.reason], ": ")
    });
    said.collect()
}
