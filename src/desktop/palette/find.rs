//! What the palette finds: commands and parts of the plan, best first.

use crate::base::{Language, is_blank, unaccented};
use crate::desktop::command::{Command, Situation};
use crate::desktop::open::OpenPlan;
use crate::plan::Item;
use crate::wording::screen::{Label, label, week_span};
use crate::wording::{terms, time};

/// More is not shown.
const MOST: usize = 60;

/// More than whatever was done lately counts for.
const READY: u32 = 50;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is called.
    pub title: String,
    /// What else is said of it.
    pub detail: String,
    /// Where it leads.
    pub leads: Leads,
    /// Why it cannot be done now.
    pub obstacle: Option<Label>,
}

/// Where something found leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// A command.
    Do(Command),
    /// A part of the plan.
    Show(Item),
}

/// Everything that a text finds; with no text, the commands, those used lately first.
pub fn find(text: &str, now: Situation<'_>, recent: &[Command]) -> Vec<Hit> {
    let wanted = Wanted::new(text);
    let mut found: Vec<(u32, Hit)> = commands(&wanted, now, recent);
    if let Some(open) = now.open.filter(|_| !wanted.words.is_empty()) {
        let kept = parts(open, now.shell.language).filter_map(|hit| {
            let score = wanted.score_words(&hit.title).or_else(|| {
                let whole = format!("{} {}", hit.title, hit.detail);
                wanted.score_words(&whole).map(|score| score / 2)
            });
            score.map(|score| (score, hit))
        });
        found.extend(kept);
    }
    // Stable: what is equally good stays in the order of the work.
    found.sort_by_key(|(score, _)| core::cmp::Reverse(*score));
    found.into_iter().map(|(_, hit)| hit).take(MOST).collect()
}

fn commands(wanted: &Wanted, now: Situation<'_>, recent: &[Command]) -> Vec<(u32, Hit)> {
    let one = |command: Command| {
        let title = command.words(now);
        let lately = recent.iter().rev().position(|other| *other == command).map_or(0, |at| 40 - at.min(39));
        let obstacle = command.obstacle(now);
        let score = wanted.score(&title)? + u32::try_from(lately).unwrap_or(0);
        let detail = label(command.group().label(), now.shell.language).to_owned();
        // What can be done comes first while nothing is typed.
        let ready = if wanted.words.is_empty() { READY } else { 0 };
        let score = if obstacle.is_some() { score / 3 } else { score + ready };
        Some((score, Hit { title, detail, leads: Leads::Do(command), obstacle }))
    };
    // Whoever reads this is in the palette.
    Command::ALL.into_iter().filter(|command| *command != Command::Palette).filter_map(one).collect()
}

fn parts(open: &OpenPlan, language: Language) -> impl Iterator<Item = Hit> {
    let plan = open.plan();
    let kind = move |one: Label| label(one, language).to_owned();
    let hit = |title: &str, detail: String, item: Item| Hit {
        title: title.to_owned(),
        detail,
        leads: Leads::Show(item),
        obstacle: None,
    };
    let weeks = open.model.weeks.iter().map(move |week| {
        hit(&time::week(week.number, language), week_span(week.starts, language), Item::Week(week.number))
    });
    let needs = plan.needs.iter().map(move |need| hit(&need.problem, kind(Label::ThreadNeed), Item::Need(need.id)));
    let goals = plan.goals.iter().map(move |goal| hit(&goal.own_words, kind(Label::ThreadGoal), Item::Goal(goal.id)));
    let objectives = plan.goals.iter().flat_map(|goal| &goal.objectives);
    let objectives = objectives.map(move |one| hit(&one.plain, kind(Label::ThreadObjective), Item::Objective(one.id)));
    let modules = plan.modules.iter().map(move |module| {
        let detail = format!("{}, {}", kind(Label::ThreadModule), module.name.get(language));
        hit(module.plain_name.get(language), detail, Item::Module(module.id))
    });
    let sessions = plan.sessions.iter().map(move |session| {
        let module = plan.module(session.module).map_or("", |module| module.plain_name.get(language));
        let title = format!("{module}, {}", time::day(session.date, language));
        let start = time::clock(session.start, language);
        let mut detail = format!("{start}, {}", session.topic_words.get(language));
        if session.status != crate::plan::SessionStatus::Planned {
            detail = format!("{detail}, {}", terms::session_status(session.status, language));
        }
        hit(&title, detail, Item::Session(session.id))
    });
    let all = weeks.chain(needs).chain(goals).chain(objectives).chain(modules).chain(sessions);
    all.filter(|hit| !is_blank(&hit.title))
}

/// What is looked for, as plain small letters.
struct Wanted {
    words: Vec<String>,
}

impl Wanted {
    fn new(text: &str) -> Self {
        Self { words: unaccented(text).split_whitespace().map(str::to_owned).collect() }
    }

    /// How well a title fits, also by letters that only follow each other in it; `None` if it does not.
    fn score(&self, title: &str) -> Option<u32> {
        let plain = unaccented(title);
        self.words.iter().map(|word| score_word(word, &plain).or_else(|| subsequence(word, &plain))).sum()
    }

    /// How well a text fits by whole pieces of it.
    fn score_words(&self, text: &str) -> Option<u32> {
        let plain = unaccented(text);
        self.words.iter().map(|word| score_word(word, &plain)).sum()
    }
}

fn score_word(word: &str, text: &str) -> Option<u32> {
    if text.starts_with(word) {
        let whole = text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        return Some(if whole { 120 } else { 100 });
    }
    let begins = |part: &&str| part.starts_with(word);
    let mut parts = text.split(|c: char| !c.is_alphanumeric());
    match parts.find(begins) {
        Some(part) if part == word => Some(90),
        Some(_) => Some(80),
        None => text.contains(word).then_some(40),
    }
}

fn subsequence(word: &str, text: &str) -> Option<u32> {
    let mut letters = text.chars();
    word.chars().all(|wanted| letters.any(|letter| letter == wanted)).then_some(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, better: &str, worse: &str) {
        let wanted = Wanted::new(text);
        assert!(wanted.score(better) > wanted.score(worse), "{text}: {better} before {worse}");
    }

    #[test]
    fn what_begins_so_comes_before_what_holds_it() {
        check("exp", "Export PDF…", "Open plan, expert");
        check("pdf", "Export PDF…", "Previous day of fun");
        check("week 5", "Week 5", "Week 15");
        check("dia", "Día de pago", "Guardian");
        check("next", "Next week", "Context");
        check("xpdf", "Export PDF…", "Settings…");
    }

    #[test]
    fn what_holds_a_word_nowhere_is_not_found() {
        assert_eq!(Wanted::new("week zzz").score("Week 5"), None);
        assert_eq!(Wanted::new("wk").score_words("Week 5"), None);
        assert!(Wanted::new("").score("anything").is_some());
    }
}
