//! What the screens derive from a plan, once for each state of it.

use std::collections::BTreeMap;

use super::screens::modules::model::{self as modules, Modules};
use crate::base::{ClockTime, Date, Minutes, ModuleId, PackKind, SessionId, Weekday};
use crate::catalog::Catalog;
use crate::checks::{Finding, findings};
use crate::plan::{Plan, Session, Week, weeks};
use crate::schedule::{Opening, openings};
use crate::wording::screen::{Daypart, Family, Headline, WeekSum, family};

/// Everything derived from one state of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// The weeks of the stay.
    pub weeks: Vec<WeekModel>,
    /// The days that the board shows.
    pub days: Vec<Weekday>,
    /// From and to which minute of the day the board reaches, on whole hours.
    pub hours: (u16, u16),
    /// Modules in the order in which they begin; those without sessions last.
    pub spans: Vec<Span>,
    /// Sessions that overlap, each with one that it overlaps with.
    pub overlaps: BTreeMap<SessionId, SessionId>,
    /// The meetings of the clinic's groups to which the person could come.
    pub openings: Vec<Opening>,
    /// What the rules find, gravest first.
    pub findings: Vec<Finding>,
    /// What the modules place shows.
    pub modules: Modules,
}

/// One week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekModel {
    /// Number, from 1.
    pub number: u16,
    /// Its Monday.
    pub starts: Date,
    /// Its sessions in order of date and start.
    pub sessions: Vec<SessionId>,
    /// What it comes to.
    pub sum: WeekSum,
    /// Days with sessions.
    pub days: usize,
    /// Planned minutes by family of services, in the order of [`Family::ALL`].
    pub families: [Minutes; 8],
}

/// A module over the weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The module.
    pub module: ModuleId,
    /// Its family of services.
    pub family: Family,
    /// Its sessions, in order of date.
    pub sessions: Vec<(SessionId, Date)>,
}

/// Derives what the screens show.
pub fn derive(plan: &Plan, catalog: &Catalog, today: Date) -> Model {
    let clinic = plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug));
    let findings = findings(plan, catalog, Some(today));
    Model {
        weeks: week_models(plan),
        days: days(plan),
        hours: hours(plan),
        spans: spans(plan),
        overlaps: overlaps(plan),
        openings: clinic.map(|clinic| openings(plan, clinic)).unwrap_or_default(),
        modules: modules::derive(plan, catalog, &findings),
        findings,
    }
}

/// What the weeks of a plan come to.
pub fn week_models(plan: &Plan) -> Vec<WeekModel> {
    let pack = plan.coverage.first().map_or(PackKind::LevelOfCare, |payer| payer.counts_as);
    weeks(plan).iter().map(|week| week_model(plan, week, pack)).collect()
}

impl Model {
    /// The week with this number.
    pub fn week(&self, number: u16) -> Option<&WeekModel> {
        self.weeks.iter().find(|week| week.number == number)
    }

    /// The families that the plan uses, with their planned minutes.
    pub fn families(&self) -> Vec<(Family, Minutes)> {
        let total = |one: Family| -> Minutes {
            self.weeks.iter().filter_map(|week| week.families.get(one.index()).copied()).sum()
        };
        Family::ALL.into_iter().map(|one| (one, total(one))).filter(|(_, minutes)| minutes.0 > 0).collect()
    }

    /// What the whole stay comes to: the week in the middle by hours speaks for all.
    pub fn headline(&self, plan: &Plan) -> Option<Headline> {
        let mut busy: Vec<&WeekModel> = self.weeks.iter().filter(|week| week.days > 0).collect();
        busy.sort_by_key(|week| week.sum.planned);
        let usual = busy.get(busy.len() / 2)?;
        Some(Headline { weeks: self.weeks.len(), days: usual.days, part: daypart(plan), minutes: usual.sum.planned })
    }
}

fn week_model(plan: &Plan, week: &Week<'_>, pack: PackKind) -> WeekModel {
    let held = || week.sessions.iter().filter(|session| session.status.occupies());
    let mut families = [Minutes(0); 8];
    for session in held() {
        let Some(module) = plan.module(session.module) else { continue };
        if let Some(sum) = families.get_mut(family(module.kind).index()) {
            *sum = sum.plus(session.minutes);
        }
    }
    let counted = held().map(|session| counted(plan, session, pack)).sum();
    let aim = plan.segments.iter().find(|s| crate::base::week_of(s.from) <= week.starts && week.starts <= s.to);
    WeekModel {
        number: week.number,
        starts: week.starts,
        sessions: week.sessions.iter().map(|session| session.id).collect(),
        sum: WeekSum {
            planned: week.minutes(),
            counted,
            aim: aim.map(|segment| segment.week_minutes).filter(|minutes| minutes.0 > 0),
            sessions: held().count(),
        },
        days: week.days(),
        families,
    }
}

fn counted(plan: &Plan, session: &Session, pack: PackKind) -> Minutes {
    let counts = plan.module(session.module).map_or(session.minutes, |module| module.counts.under(pack));
    counts.min(session.minutes)
}

fn days(plan: &Plan) -> Vec<Weekday> {
    let used = |day: &Weekday| {
        matches!(day, Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri)
            || plan.segments.iter().any(|segment| segment.days.contains(day))
            || plan.sessions.iter().any(|session| Weekday::of(session.date) == *day)
    };
    Weekday::ALL.into_iter().filter(used).collect()
}

/// Out to whole hours on both ends.
fn hours(plan: &Plan) -> (u16, u16) {
    let starts = plan.sessions.iter().map(|s| s.start).chain(plan.segments.iter().map(|s| s.day_from));
    let ends = plan.sessions.iter().map(Session::end).chain(plan.segments.iter().map(|s| s.day_to));
    let from = starts.map(ClockTime::minutes).min().unwrap_or(9 * 60);
    let to = ends.map(ClockTime::minutes).max().unwrap_or(17 * 60);
    (from / 60 * 60, to.div_ceil(60) * 60)
}

fn spans(plan: &Plan) -> Vec<Span> {
    let mut spans: Vec<Span> = plan
        .modules
        .iter()
        .map(|module| Span {
            module: module.id,
            family: family(module.kind),
            sessions: plan.sessions_of(module.id).map(|session| (session.id, session.date)).collect(),
        })
        .collect();
    spans.sort_by_key(|span| (span.sessions.is_empty(), span.sessions.first().map(|(_, date)| *date), span.module));
    spans
}

fn overlaps(plan: &Plan) -> BTreeMap<SessionId, SessionId> {
    let mut found = BTreeMap::new();
    let held: Vec<&Session> = plan.sessions.iter().filter(|session| session.status.occupies()).collect();
    for (at, first) in held.iter().enumerate() {
        let same_day = held.iter().skip(at + 1).take_while(|other| other.date == first.date);
        for second in same_day.filter(|other| other.start < first.end() && first.start < other.end()) {
            found.entry(first.id).or_insert(second.id);
            found.entry(second.id).or_insert(first.id);
        }
    }
    found
}

fn daypart(plan: &Plan) -> Daypart {
    let part = |session: &Session| match session.start.minutes() {
        0..720 => Daypart::Morning,
        720..1020 => Daypart::Afternoon,
        _ => Daypart::Evening,
    };
    let parts: Vec<Daypart> = plan.sessions.iter().map(part).collect();
    [Daypart::Morning, Daypart::Afternoon, Daypart::Evening]
        .into_iter()
        .find(|one| parts.iter().filter(|part| *part == one).count() * 5 > parts.len() * 4)
        .unwrap_or(Daypart::Mixed)
}
