//! The patient edition: the next session first, then why, what, when, and what comes after.

use super::blocks::{Block, Column, Content, Footer, Marker, Signature, Style, Table, Text, Tone, Voice};
use super::discreet::Discretion;
use super::week;
use crate::base::{Language, is_blank};
use crate::document::Request;
use crate::plan::{
    Goal, Objective, ObjectiveStatus, Plan, Session, SessionStatus, SignerRole, Staff, ends, starts, weeks,
};
use crate::wording::paper::{self, PatientLabel as Say};
use crate::wording::time;

/// What the composers of this edition need.
pub(super) struct Patient<'a> {
    pub(super) plan: &'a Plan,
    pub(super) request: &'a Request<'a>,
    pub(super) language: Language,
    pub(super) discretion: Discretion,
}

impl Patient<'_> {
    pub(super) fn say(&self, label: Say) -> &'static str {
        label.text(self.language)
    }

    pub(super) fn heading(&self, level: u8, label: Say) -> Block {
        Block::Heading(level, self.say(label).to_owned())
    }

    /// A bulleted list of what may be seen, under a heading; nothing where nothing may.
    pub(super) fn listed(&self, level: u8, label: Say, style: Style, entries: &[String]) -> Vec<Block> {
        let allowed = entries.iter().filter_map(|entry| self.discretion.allow(entry));
        let texts: Vec<Text> = allowed.map(|entry| Text::new(style, entry)).collect();
        if texts.is_empty() {
            return Vec::new();
        }
        vec![self.heading(level, label), Block::List(Marker::Bullet, texts)]
    }

    fn program_name(&self) -> &str {
        self.discretion.allow(&self.plan.program.name).unwrap_or(self.say(Say::MyProgram))
    }
}

pub(super) fn content(request: &Request) -> Content {
    let (plan, language) = (request.plan, request.language);
    let patient = Patient { plan, request, language, discretion: Discretion::new(plan) };
    let title = paper::patient_title(first_name(plan.person.called()), language);
    let mut blocks = first_page(&patient, &title);
    blocks.extend(at_a_glance(&patient));
    blocks.push(week::weeks(&patient));
    blocks.extend(super::after::after(&patient));
    blocks.extend(closing(&patient));
    blocks.extend(super::after::safety(&patient));
    Content { title: title.clone(), blocks, footer: footer(&patient, title), watermark: super::watermark(request) }
}

/// The name to print on a wall: a preferred name as it is, of a legal name the first part.
fn first_name(called: &str) -> &str {
    called.split_whitespace().next().unwrap_or_default()
}

fn footer(patient: &Patient, title: String) -> Footer {
    let mut lines = vec![title];
    if !is_blank(&patient.plan.program.phone) {
        lines.push(paper::cannot_come(&patient.plan.program.phone, patient.language));
    }
    if let (Some(date), Some(first)) = (patient.request.printed_on, lines.first_mut()) {
        *first = format!("{first} · {}", paper::printed(date, patient.language));
    }
    Footer { lines, page: paper::page_of(patient.language) }
}

fn first_page(patient: &Patient, title: &str) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(1, title.to_owned())];
    if let (Some(from), Some(to)) = (starts(patient.plan), ends(patient.plan)) {
        let stay = paper::stay(weeks(patient.plan).len(), from, to, patient.language);
        blocks.push(Block::Text(Text::voiced(Style::Compact, Voice::Quiet, stay)));
    }
    blocks.push(next_session(patient));
    match goals(patient) {
        goals if goals.is_empty() => blocks.extend(calls(patient)),
        goals => blocks.push(Block::Columns(vec![(7.0, goals), (5.0, calls(patient))])),
    }
    blocks.extend(steps(patient));
    let strengths = patient.listed(2, Say::Strengths, Style::Compact, &patient.plan.person.strengths);
    let team = team(patient);
    match (strengths.is_empty(), team.is_empty()) {
        (false, false) => blocks.push(Block::Columns(vec![(1.0, strengths), (1.0, team)])),
        (true, _) | (_, true) => blocks.extend(strengths.into_iter().chain(team)),
    }
    blocks
}

fn next_session(patient: &Patient) -> Block {
    let from = patient.request.printed_on;
    let ahead =
        |session: &&Session| session.status == SessionStatus::Planned && from.is_none_or(|today| session.date >= today);
    let own = patient.plan.sessions.iter().filter(|session| week::own(patient.plan, session));
    let next = own.filter(ahead).min_by_key(|s| (s.date, s.start, s.id));
    let Some(session) = next else {
        let words = Text::voiced(Style::Body, Voice::Strong, patient.say(Say::NothingPlanned));
        return Block::Card(Tone::Main, vec![Block::Text(words)]);
    };
    let span = paper::span(session.start, session.end(), patient.language);
    let moment = paper::moment(session.date, &span, patient.language);
    let seen = week::seen(patient, session);
    let mut inside = vec![
        Block::Text(Text::voiced(Style::Body, Voice::Accent, patient.say(Say::NextSession))),
        Block::Text(Text::voiced(Style::Lead, Voice::Strong, moment)),
        Block::Text(Text::voiced(Style::Body, Voice::Strong, seen.name)),
    ];
    let place: Vec<&str> = [seen.place.as_str(), &seen.with].into_iter().filter(|part| !part.is_empty()).collect();
    inside.push(Block::Text(Text::new(Style::Body, place.join(", "))));
    Block::Card(Tone::Main, inside)
}

fn goals(patient: &Patient) -> Vec<Block> {
    let said: Vec<&Goal> = patient.plan.goals.iter().filter(|goal| !is_blank(&goal.own_words)).collect();
    if said.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![patient.heading(2, Say::WhyICome)];
    for goal in said {
        match patient.discretion.allow(&goal.own_words) {
            Some(words) => {
                let words = words.trim().trim_matches(['"', '“', '”', '«', '»']);
                blocks.push(Block::Quote(Text::new(Style::Body, format!("“{words}”"))));
            }
            None => blocks.push(Block::Quote(Text::voiced(Style::Body, Voice::Quiet, patient.say(Say::PrivateGoal)))),
        }
    }
    blocks
}

fn steps(patient: &Patient) -> Vec<Block> {
    let under_way = |objective: &&Objective| match objective.status {
        ObjectiveStatus::NotStarted | ObjectiveStatus::InProgress | ObjectiveStatus::PartlyMet => true,
        ObjectiveStatus::Met | ObjectiveStatus::Deferred | ObjectiveStatus::Discontinued => false,
    };
    let objectives: Vec<&Objective> =
        patient.plan.goals.iter().flat_map(|goal| &goal.objectives).filter(under_way).collect();
    let allowed =
        objectives.iter().filter_map(|objective| Some((patient.discretion.allow(&objective.plain)?, objective)));
    let steps: Vec<Text> = allowed
        .map(|(plain, objective)| {
            if objectives.len() > 4 {
                let by = paper::unbroken(&paper::by_short(objective.target_date, patient.language));
                return Text::new(Style::Compact, plain.trim()).and(Voice::Quiet, format!(" {by}"));
            }
            let by = paper::by(objective.target_date, patient.language);
            Text::new(Style::Body, plain.trim()).and(Voice::Quiet, format!("\n{by}"))
        })
        .collect();
    let hidden = steps.len() < objectives.len();
    let mut blocks = Vec::new();
    if !objectives.is_empty() {
        blocks.push(patient.heading(2, Say::WhatIWorkOn));
    }
    blocks.extend(check_list(steps));
    if hidden {
        let words = Text::voiced(Style::Small, Voice::Quiet, patient.say(Say::PrivateSteps));
        blocks.extend([Block::Space(2.0), Block::Text(words)]);
    }
    blocks
}

/// Many steps stand in two columns, read down the first and then down the second.
fn check_list(mut steps: Vec<Text>) -> Option<Block> {
    match steps.len() {
        0 => None,
        1..=3 => Some(Block::List(Marker::CheckBox, steps)),
        many => {
            let rest = steps.split_off(many.div_ceil(2));
            let column = |steps| (1.0, vec![Block::List(Marker::CheckBox, steps)]);
            Some(Block::Columns(vec![column(steps), column(rest)]))
        }
    }
}

fn calls(patient: &Patient) -> Vec<Block> {
    let program = &patient.plan.program;
    let mut inside = vec![Block::Text(Text::voiced(Style::Body, Voice::Accent, patient.say(Say::WhoToCall)))];
    let mut entry = |label: Say, number: &str| {
        if !is_blank(number) {
            inside.push(Block::Text(Text::voiced(Style::Label, Voice::Quiet, patient.say(label))));
            inside.push(Block::Text(Text::voiced(Style::Body, Voice::Strong, number)));
        }
    };
    entry(Say::ChangeOrMiss, &program.phone);
    entry(Say::WhenClosed, &program.after_hours);
    entry(Say::AnyTime, paper::crisis_line(patient.language));
    entry(Say::InDanger, patient.say(Say::Call911));
    vec![Block::Card(Tone::Quiet, inside)]
}

fn team(patient: &Patient) -> Vec<Block> {
    let mut staff: Vec<&Staff> = Vec::new();
    let responsible = patient.plan.modules.iter().filter_map(|module| module.responsible.as_ref());
    for person in responsible.chain(patient.plan.sessions.iter().filter_map(|session| session.staff.as_ref())) {
        if !staff.iter().any(|known| known.name == person.name) {
            staff.push(person);
        }
    }
    if staff.is_empty() {
        return Vec::new();
    }
    let entry = |person: &&Staff| {
        let role = paper::plain_role(person.role, patient.language);
        Text::voiced(Style::Compact, Voice::Strong, person.name.as_str()).and(Voice::Plain, format!(", {role}"))
    };
    let mut blocks = vec![patient.heading(2, Say::Team)];
    blocks.push(Block::Text(Text::voiced(Style::Compact, Voice::Quiet, patient.program_name())));
    blocks.push(Block::List(Marker::Bullet, staff.iter().map(entry).collect()));
    blocks
}

/// When the plan is looked at again.
fn review(patient: &Patient) -> Option<Block> {
    let today = patient.request.printed_on;
    let reviews = patient.plan.course.reviews.iter().filter(|review| review.held.is_none());
    let ahead = reviews.map(|review| review.due).filter(|due| today.is_none_or(|today| *due >= today)).min()?;
    Some(Block::Text(Text::new(Style::Compact, paper::next_review(ahead, patient.language))))
}

/// All weeks in one table.
fn at_a_glance(patient: &Patient) -> Vec<Block> {
    let weekdays = week::weekdays(patient.plan);
    let weeks = weeks(patient.plan);
    let rows: Vec<Vec<Vec<Text>>> = weeks.iter().map(|week| week::glance(patient, week, &weekdays)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let column = |head: &str, share: f32| Column { head: paper::sentence_case(head), share };
    let mut columns = vec![column(patient.say(Say::Week), 2.0)];
    columns.extend(weekdays.iter().map(|day| column(time::weekday_short(*day, patient.language), 1.7)));
    columns.push(column(patient.say(Say::Total), 1.5));
    let mut blocks = vec![patient.heading(2, Say::AtAGlance), Block::Table(Table { columns, rows })];
    blocks.extend(review(patient).map(|review| [Block::Space(8.0), review]).into_iter().flatten());
    vec![Block::Whole(blocks)]
}

/// Saying it back, asking, signing, and the copy.
fn closing(patient: &Patient) -> Vec<Block> {
    let questions = [Say::Question1, Say::Question2, Say::Question3, Say::Question4];
    let questions = questions.map(|question| Text::new(Style::Body, patient.say(question)));
    let mut blocks = vec![
        Block::NewPage,
        patient.heading(2, Say::MyPlanInMyWords),
        Block::Text(Text::new(Style::Body, patient.say(Say::TeachBack))),
        Block::Lines(3),
        patient.heading(2, Say::Questions),
    ];
    blocks.extend(check_list(questions.to_vec()));
    blocks.extend([Block::Lines(1), patient.heading(2, Say::Together), Block::Signatures(signatures(patient))]);
    let copy = Text::new(Style::Body, format!("{} ", patient.say(Say::CopyGiven)));
    let date = patient.plan.course.copy_given.map(|date| time::date_full(date, patient.language));
    let copy = copy.and(Voice::Strong, date.unwrap_or_else(|| "_".repeat(24)));
    blocks.extend([Block::Space(14.0), Block::Text(copy)]);
    blocks
}

fn signatures(patient: &Patient) -> Vec<Signature> {
    let captions = paper::signature_captions(patient.language);
    let line = |label: Say, name: &str| Signature {
        role: patient.say(label).to_owned(),
        name: name.to_owned(),
        meaning: String::new(),
        outcome: None,
        captions,
    };
    let mut lines = vec![line(Say::Me, patient.plan.person.called())];
    let guardians = patient.plan.person.minor.iter().flat_map(|minor| &minor.guardians);
    lines.extend(guardians.map(|guardian| line(Say::MyFamily, &guardian.name)));
    let clinician = patient.plan.course.sign_offs.iter().find(|sign| sign.role == SignerRole::Clinician);
    lines.push(line(Say::MyCounselor, clinician.map_or("", |sign| sign.name.as_str())));
    lines
}
