//! Who can be there when: the person's hours, and the clinicians who are booked individually.

use std::collections::BTreeMap;

use super::{SLOT, Task, groups, name_of, offering};
use crate::base::{ClockTime, Format, Slug, Weekday};
use crate::catalog::{Clinic, Provider};
use crate::plan::{Plan, Session};
use crate::schedule::engine::{FormatText, ProviderText, Span, Window};

/// How far from the track's hours an individual session may lie, in minutes.
const MARGIN: u16 = 75;

pub(super) fn availability(plan: &Plan) -> Vec<Window> {
    plan.person.availability.iter().map(|a| window(a.day, a.from, a.to)).collect()
}

fn window(day: Weekday, from: ClockTime, to: ClockTime) -> Window {
    Window { day: day.index(), from: from.minutes().div_ceil(SLOT), to: to.minutes() / SLOT }
}

pub(super) const fn format(format: Format) -> FormatText {
    match format {
        Format::Group | Format::MultiFamily => FormatText::Group,
        Format::Individual => FormatText::Individual,
        Format::Family | Format::FamilyWithoutPatient => FormatText::Family,
    }
}

/// The block or clinician of a session, as the problem names them.
pub(super) fn who(session: &Session) -> String {
    let day = Weekday::of(session.date).index();
    let provider = session.staff.as_ref().and_then(|staff| staff.provider.as_ref());
    match (&session.block, provider) {
        (Some(block), _) => offering(block, day),
        (None, Some(provider)) => provider.to_string(),
        (None, None) => "-".to_owned(),
    }
}

/// The clinicians of all modules that no block holds, in their hours near the track's.
pub(super) fn providers(task: &Task<'_>) -> Vec<ProviderText> {
    let request = &task.request;
    let mut modules: BTreeMap<&Slug, Vec<String>> = BTreeMap::new();
    for module in request.plan.modules.iter().filter(|module| module.sessions > 0) {
        let provider = module.responsible.as_ref().and_then(|staff| staff.provider.as_ref());
        if let Some(provider) = provider.filter(|_| groups::blocks(module, request).is_empty()) {
            modules.entry(provider).or_default().push(name_of(module.id));
        }
    }
    let known = modules.into_iter().filter_map(|(slug, modules)| Some((request.clinic.provider(slug)?, modules)));
    known.map(|(provider, modules)| text(task, provider, modules)).collect()
}

fn text(task: &Task<'_>, provider: &Provider, modules: Vec<String>) -> ProviderText {
    let segments = &task.request.plan.segments;
    let from = segments.iter().map(|segment| segment.day_from.minutes()).min().unwrap_or(0).saturating_sub(MARGIN);
    let to = segments.iter().map(|segment| segment.day_to.minutes()).max().unwrap_or(1440).saturating_add(MARGIN);
    let windows =
        provider.hours.iter().filter(|hours| segments.iter().any(|segment| segment.days.contains(&hours.day)));
    let windows = windows.map(|hours| {
        let window = window(hours.day, hours.from, hours.to);
        Window { from: window.from.max(from / SLOT), to: window.to.min(to / SLOT), ..window }
    });
    ProviderText {
        id: provider.slug.to_string(),
        name: provider.name.clone(),
        modules,
        windows: windows.filter(|window| window.from < window.to).collect(),
        busy: busy(task, task.request.clinic, provider),
        off_weeks: Vec::new(),
    }
}

/// The groups that a clinician leads.
fn busy(task: &Task<'_>, clinic: &Clinic, provider: &Provider) -> Vec<Span> {
    let mut spans = Vec::new();
    for block in clinic.blocks.iter().filter(|block| block.provider == provider.slug) {
        for (week, day) in (0..task.frame.weeks).flat_map(|week| block.days.iter().map(move |day| (week, day))) {
            let date = task.frame.date(week, day.index());
            if date >= block.anchor && block.until.is_none_or(|until| date <= until) {
                let Window { day, from, to } = window(*day, block.start, block.start.after(block.minutes));
                spans.push(Span { week, day, from, to });
            }
        }
    }
    spans
}
