//! The clinical edition: a summary on page one, then the thread as tables, then the details.

mod closing;
mod health;
mod results;
mod reviews;
mod schedule;
mod services;
mod summary;
mod thread;

use super::blocks::{Block, Column, Content, Footer, Marker, Style, Table, Text, Voice};
use crate::base::{Language, is_blank};
use crate::document::Request;
use crate::plan::{Plan, Staff};
use crate::wording::paper::{self, ClinicalLabel as Say};
use crate::wording::{history, terms};

/// What the composers of this edition need.
struct Clinical<'a> {
    plan: &'a Plan,
    request: &'a Request<'a>,
    language: Language,
}

impl Clinical<'_> {
    fn say(&self, label: Say) -> &'static str {
        label.text(self.language)
    }

    fn heading(&self, level: u8, label: Say) -> Block {
        Block::Heading(level, self.say(label).to_owned())
    }

    fn table(&self, columns: &[(Say, f32)], rows: Vec<Vec<Vec<Text>>>) -> Block {
        let column = |(label, share): &(Say, f32)| Column { head: self.say(*label).to_owned(), share: *share };
        Block::Table(Table { columns: columns.iter().map(column).collect(), rows })
    }

    /// Labels with what they say; those that say nothing are left out.
    fn facts(&self, facts: Vec<(Say, String)>) -> Block {
        let said = facts.into_iter().filter(|(_, text)| !is_blank(text));
        Block::Facts(said.map(|(label, text)| (self.say(label).to_owned(), Text::new(Style::Body, text))).collect())
    }

    fn listed(&self, label: Say, entries: &[String]) -> Vec<Block> {
        let said = entries.iter().filter(|entry| !is_blank(entry));
        let texts: Vec<Text> = said.map(|entry| Text::new(Style::Body, entry.as_str())).collect();
        if texts.is_empty() {
            return Vec::new();
        }
        vec![self.heading(3, label), Block::List(Marker::Bullet, texts)]
    }
}

fn cell(text: impl Into<String>) -> Vec<Text> {
    vec![Text::new(Style::Compact, text)]
}

fn strong_cell(text: impl Into<String>) -> Vec<Text> {
    vec![Text::voiced(Style::Compact, Voice::Strong, text)]
}

/// Texts that say something, with a mark between them.
fn joined(parts: &[&str], between: &str) -> String {
    let said: Vec<&str> = parts.iter().copied().map(str::trim).filter(|part| !part.is_empty()).collect();
    said.join(between)
}

/// Entries as lines, without those that say nothing.
fn lines(entries: &[String]) -> String {
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    joined(&entries, "\n")
}

fn staff(person: &Staff, language: Language) -> String {
    joined(&[&joined(&[&person.name, &person.credentials], ", "), terms::staff(person.role, language)], "; ")
}

pub(super) fn content(request: &Request) -> Content {
    let clinical = Clinical { plan: request.plan, request, language: request.language };
    let parts = [
        summary::summary(&clinical),
        summary::assessment(&clinical),
        thread::thread(&clinical),
        services::services(&clinical),
        services::person_brings(&clinical),
        summary::contacts(&clinical),
        health::health(&clinical),
        results::results(&clinical),
        health::safety_plan(&clinical),
        schedule::schedule(&clinical),
        closing::leaving(&clinical),
        reviews::reviews(&clinical),
        closing::releases(&clinical),
        closing::sign_off(&clinical),
        closing::notice(&clinical),
    ];
    let title = format!("{} – {}", paper::clinical_title(request.language), request.plan.person.name);
    Content { title, blocks: parts.concat(), footer: footer(&clinical), watermark: super::watermark(request) }
}

fn footer(clinical: &Clinical) -> Footer {
    let (person, language) = (&clinical.plan.person, clinical.language);
    let born = person.birth_date.map(|born| format!("{} {}", clinical.say(Say::Born), paper::date(born, language)));
    let record = if is_blank(&person.record_number) {
        String::new()
    } else {
        format!("{} {}", clinical.say(Say::RecordNumber), person.record_number)
    };
    let plan_standing = clinical.plan.course.standing;
    let standing = match clinical.request.effect {
        Some(effect) => history::foot(effect, plan_standing, language),
        None => paper::standing(plan_standing, paper::date, language),
    };
    let printed = clinical.request.printed_on.map(|date| paper::printed(date, language));
    let identity = joined(&[&person.name, &record, born.as_deref().unwrap_or_default()], "  ·  ");
    let mut state = joined(&[&standing, printed.as_deref().unwrap_or_default()], "  ·  ");
    let mut lines = vec![identity];
    if clinical.plan.program.part_2 && clinical.request.effect.is_some() {
        // With the version and its hash there is no room for both in one line.
        lines.extend([state, paper::PART_2_SHORT.to_owned()]);
        return Footer { lines, page: paper::page_of(language) };
    }
    if clinical.plan.program.part_2 {
        state = joined(&[&state, paper::PART_2_SHORT], "  ·  ");
    }
    lines.push(state);
    Footer { lines, page: paper::page_of(language) }
}
