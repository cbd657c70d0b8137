//! What is said of calendars side by side: what each is called, what it asks for, how good it is, why there is none.

use super::{aims, pick, rule, shortfall, way_out};
use crate::base::{ClockTime, Language, Weekday};
use crate::catalog::Clinic;
use crate::plan::{Plan, Segment};
use crate::schedule::engine::{Tier, TierResult};
use crate::schedule::lay::compare::{Alternative, Clash, DayHours, FrameChange, Standing, Variant};
use crate::wording::time::{span, weekday, weekday_short};

/// More different hours than this in a week are told as one span.
const SPANS: usize = 2;
/// More rules than this are counted.
const RULES: usize = 2;

/// What an alternative is called: `Evening program`, `3 days a week, with a concession`.
pub fn title(variant: &Variant, clinic: &Clinic, language: Language) -> String {
    let frame = match &variant.frame {
        FrameChange::AsPlanned => pick(language, "Laid anew", "Rehecho").to_owned(),
        FrameChange::Track(slug) => {
            let track = clinic.track(slug);
            track.map_or_else(|| slug.to_string(), |track| track.name.get(language).to_owned())
        }
        FrameChange::Days(1) => pick(language, "1 day a week", "1 día por semana").to_owned(),
        FrameChange::Days(days) => pick(language, format!("{days} days a week"), format!("{days} días por semana")),
    };
    match (&variant.way, language) {
        (None, _) => frame,
        (Some(_), Language::English) => format!("{frame}, with a concession"),
        (Some(_), Language::Spanish) => format!("{frame}, con una concesión"),
    }
}

/// What the calendar is called that the plan has.
pub const fn now(language: Language) -> &'static str {
    match language {
        Language::English => "The calendar now",
        Language::Spanish => "El calendario actual",
    }
}

/// The usual week in one line: `Mon, Wed and Thu 9:00 AM–12:00 PM; Tue 9:00–10:30 AM`.
pub fn usual_week(week: &[DayHours], language: Language) -> String {
    let mut spans: Vec<((ClockTime, ClockTime), Vec<Weekday>)> = Vec::new();
    for hours in week {
        match spans.iter_mut().find(|(span, _)| *span == (hours.from, hours.to)) {
            Some((_, days)) => days.push(hours.day),
            None => spans.push(((hours.from, hours.to), vec![hours.day])),
        }
    }
    if spans.len() > SPANS {
        let days: Vec<Weekday> = week.iter().map(|hours| hours.day).collect();
        let from = week.iter().map(|hours| hours.from).min().unwrap_or(ClockTime::MIDNIGHT);
        let to = week.iter().map(|hours| hours.to).max().unwrap_or(ClockTime::MIDNIGHT);
        let (days, hours) = (listed(&short(&days, language), language), span(from, to, language));
        return pick(language, format!("{days}, within {hours}"), format!("{days}, entre {hours}"));
    }
    let said = spans.iter().map(|((from, to), days)| {
        format!("{} {}", listed(&short(days, language), language), span(*from, *to, language))
    });
    said.collect::<Vec<_>>().join("; ")
}

/// What an alternative asks for beside other times, one line each; nothing where it asks for nothing.
pub fn asks(one: &Alternative, plan: &Plan, alone: &[crate::base::ModuleId], language: Language) -> Vec<String> {
    let mut asks: Vec<String> = Vec::new();
    for segment in &one.segments {
        let own = plan.segments.iter().find(|own| own.id == segment.id);
        let said = own.map(|own| segment_asks(own, segment, language)).unwrap_or_default();
        if !said.is_empty() && !asks.contains(&said) {
            asks.push(said);
        }
    }
    asks.extend(one.variant.way.iter().map(|way| way_out(&way.relaxation, &way.problem, language)));
    let names: Vec<&str> =
        alone.iter().filter_map(|id| plan.module(*id)).map(|module| module.name.get(language)).collect();
    if !names.is_empty() {
        let names = listed(&names, language);
        let spanish = format!("Aquí no se reúne ningún grupo de {names}: sesiones individuales");
        asks.push(pick(language, format!("No group of {names} meets here: one to one"), spanish));
    }
    asks
}

fn segment_asks(own: &Segment, then: &Segment, language: Language) -> String {
    if own.track != then.track {
        let days = listed(&short(&then.days, language), language);
        let hours = span(then.day_from, then.day_to, language);
        return pick(language, format!("To come {days}, {hours}"), format!("Venir {days}, {hours}"));
    }
    let differ = |some: &[Weekday], others: &[Weekday]| {
        let days: Vec<&str> =
            some.iter().filter(|day| !others.contains(day)).map(|day| weekday(*day, language)).collect();
        days
    };
    let (gone, come) = (differ(&own.days, &then.days), differ(&then.days, &own.days));
    let (gone, come) = (listed(&gone, language), listed(&come, language));
    match (come.is_empty(), language) {
        (true, Language::English) => format!("No {gone}"),
        (true, Language::Spanish) => format!("Sin el {gone}"),
        (false, Language::English) => format!("{come} as well"),
        (false, Language::Spanish) => format!("También el {come}"),
    }
}

/// What is wrong with the calendar that a plan has; nothing where it keeps every rule.
pub fn standing(now: &Standing, language: Language) -> Vec<String> {
    let astray = match (now.astray, language) {
        (0, _) => String::new(),
        (1, Language::English) => "1 session stands outside the hours or groups".to_owned(),
        (n, Language::English) => format!("{n} sessions stand outside the hours or groups"),
        (1, Language::Spanish) => "1 sesión está fuera de las horas o los grupos".to_owned(),
        (n, Language::Spanish) => format!("{n} sesiones están fuera de las horas o los grupos"),
    };
    let breaks = match (now.breaks, language) {
        (0, _) => String::new(),
        (1, Language::English) => "Breaks 1 rule".to_owned(),
        (n, Language::English) => format!("Breaks {n} rules"),
        (1, Language::Spanish) => "Incumple 1 regla".to_owned(),
        (n, Language::Spanish) => format!("Incumple {n} reglas"),
    };
    [astray, breaks].into_iter().filter(|said| !said.is_empty()).collect()
}

/// Why there is no calendar, in one sentence.
pub fn clash_in_short(clash: &Clash, language: Language) -> String {
    let (said, more) = if let Some(worst) = clash.worst() {
        (shortfall(worst, &clash.problem, language), clash.why.shortfalls.len() - 1)
    } else {
        let told = clash.why.rules.iter().take(RULES);
        let named: Vec<String> = told.map(|&broken| rule(broken, &clash.problem, language)).collect();
        let more = clash.why.rules.len().saturating_sub(named.len());
        let rules = named.join("; ");
        (pick(language, format!("These clash: {rules}"), format!("Esto se contradice: {rules}")), more)
    };
    let by_arithmetic = clash.worst().is_some();
    match (more, language) {
        (0, _) => said,
        (n, Language::English) if by_arithmetic => format!("{said}; {n} more like it"),
        (n, Language::Spanish) if by_arithmetic => format!("{said}; {n} más como esto"),
        (n, Language::English) => format!("{said}; and {n} more of the rules"),
        (n, Language::Spanish) => format!("{said}; y {n} más de las reglas"),
    }
}

/// A value with its unit, whether it is the best, and what is known of it, as one who listens hears it.
pub fn value(tier: Tier, value: u32, best: Best, known: Option<&TierResult>, language: Language) -> String {
    let mut said = vec![aims::amount(tier, value, language)];
    said.extend(match best {
        Best::Yes => Some(best_word(language).to_owned()),
        Best::No => None,
    });
    said.extend(known.map(|result| proof(result, language)));
    said.join(", ")
}

/// Whether a value is the best of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Best {
    /// It is.
    Yes,
    /// It is not, or all are the same.
    No,
}

/// The word for the best value of a row.
pub const fn best_word(language: Language) -> &'static str {
    match language {
        Language::English => "best",
        Language::Spanish => "el mejor",
    }
}

/// What is known of a value: `proven`, `at least 11`.
pub fn proof(result: &TierResult, language: Language) -> String {
    let bound = result.bound;
    match (result.proven(), language) {
        (true, Language::English) => "proven".to_owned(),
        (true, Language::Spanish) => "demostrado".to_owned(),
        (false, Language::English) => format!("at least {bound}"),
        (false, Language::Spanish) => format!("al menos {bound}"),
    }
}

fn short(days: &[Weekday], language: Language) -> Vec<&'static str> {
    days.iter().map(|day| weekday_short(*day, language)).collect()
}

/// `Mon, Wed and Fri`.
fn listed(names: &[&str], language: Language) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} {} {last}", first.join(", "), pick(language, "and", "y")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(days: &[(Weekday, &str, &str)]) -> Vec<DayHours> {
        let time = |text| ClockTime::parse(text).unwrap();
        days.iter().map(|(day, from, to)| DayHours { day: *day, from: time(from), to: time(to) }).collect()
    }

    #[track_caller]
    fn check(days: &[(Weekday, &str, &str)], language: Language, expect: &str) {
        assert_eq!(usual_week(&week(days), language), expect);
    }

    #[test]
    fn days_of_the_same_hours_are_told_together() {
        use Weekday::{Fri, Mon, Tue, Wed};
        let english = Language::English;
        check(&[], english, "");
        check(&[(Mon, "09:00", "12:00"), (Wed, "09:00", "12:00")], english, "Mon and Wed 9:00 AM–12:00 PM");
        let two = [(Mon, "17:30", "20:45"), (Tue, "17:30", "19:00"), (Wed, "17:30", "20:45")];
        check(&two, english, "Mon and Wed 5:30–8:45 PM; Tue 5:30–7:00 PM");
        check(&two, Language::Spanish, "lun y mié 5:30–8:45 p.\u{a0}m.; mar 5:30–7:00 p.\u{a0}m.");
        let three = [(Mon, "09:00", "12:00"), (Wed, "09:30", "12:00"), (Fri, "10:00", "13:00")];
        check(&three, english, "Mon, Wed and Fri, within 9:00 AM–1:00 PM");
    }
}
