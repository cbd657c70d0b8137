//! What a module of the library is in a plan: its dose, who leads it, what it serves and why it suits.

use super::WhyLeftOut;
use crate::base::{Course, Frequency, Language, ModuleId, ObjectiveId, Slug, days_between, week_of};
use crate::catalog::{Block, Catalog, Clinic, Module, Provider, Suggestion, Weight};
use crate::plan::{NeedStanding, PlacedModule, Plan, Setting, Staff, ends, starts};
use crate::schedule;

/// What modules are fitted to: the plan so far, and what the library and the clinic offer.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The library.
    pub catalog: &'a Catalog,
    /// The clinic; `None` where the library does not know it, and then nobody is named and nothing is ruled out.
    pub clinic: Option<&'a Clinic>,
    /// Who of the clinic's staff leads if they may, in order of preference.
    pub team: &'a [Slug],
    /// The plan's objectives, each with the modules that work on it.
    pub links: &'a [(ObjectiveId, Vec<Slug>)],
}

/// A module of the library with its dose in this plan.
#[derive(Clone, Debug)]
pub(super) struct Dosed<'a> {
    pub(super) module: &'a Module,
    pub(super) sessions: u16,
    pub(super) frequency: Frequency,
    pub(super) responsible: Option<Staff>,
}

impl<'a> Basis<'a> {
    /// What the library suggests for the needs that the plan addresses, most pressing need first.
    pub fn suggestions(&self, weight: Weight) -> impl Iterator<Item = &'a Suggestion> + use<'a> {
        let (catalog, plan) = (self.catalog, self.plan);
        let addressed = plan.needs.iter().filter(|need| need.standing == NeedStanding::Addressed);
        let library = addressed.filter_map(move |need| catalog.needs.get(need.slug.as_ref()?));
        library.flat_map(|need| &need.modules).filter(move |suggestion| suggestion.weight == weight)
    }

    /// The person's age at the start, where both are known.
    pub fn age(&self) -> Option<u8> {
        starts(self.plan).and_then(|first| self.plan.person.age_on(first))
    }

    /// The module as it would stand in the plan: at its usual dose, linked to what it serves.
    pub fn placed(&self, module: &Module) -> PlacedModule {
        let responsible = self.lead(module).ok().flatten().map(schedule::staff);
        let sessions = self.dose(module, module.frequency);
        self.prescribed(ModuleId::default(), &Dosed { module, sessions, frequency: module.frequency, responsible })
    }

    /// The module at its usual dose; refused where it cannot be given.
    pub(super) fn dosed(&self, module: &'a Module) -> Result<Dosed<'a>, WhyLeftOut> {
        if self.age().is_some_and(|age| !module.ages.include(age)) {
            return Err(WhyLeftOut::Age);
        }
        let responsible = self.lead(module)?.map(schedule::staff);
        let frequency = module.frequency;
        Ok(Dosed { module, sessions: self.dose(module, frequency), frequency, responsible })
    }

    pub(super) fn prescribed(&self, id: ModuleId, dosed: &Dosed<'_>) -> PlacedModule {
        let Dosed { module, sessions, frequency, responsible } = dosed;
        PlacedModule {
            id,
            slug: module.slug.clone(),
            edition: module.edition,
            kind: module.kind,
            format: module.format,
            name: module.name.clone(),
            plain_name: module.plain_name.clone(),
            why: module.why.clone(),
            reason: self.reason(module),
            topics: module.topics.clone(),
            course: module.course,
            minutes: module.minutes,
            breaks: module.breaks,
            counts: module.counts.clone(),
            sessions: *sessions,
            frequency: *frequency,
            objectives: self.served(&module.slug),
            responsible: responsible.clone(),
            codes: module.codes.clone(),
        }
    }

    /// The usual course; what has no end meets as long as the stay lasts.
    pub fn dose(&self, module: &Module, frequency: Frequency) -> u16 {
        let weeks = if module.group.is_some() { self.intensive_weeks() } else { self.all_weeks() };
        let wanted = match module.course {
            Course::Ongoing => weeks * u16::from(frequency.sessions) / u16::from(frequency.weeks.max(1)),
            Course::Fixed => module.dose.usual,
        };
        wanted.clamp(module.dose.least, module.dose.most)
    }

    /// Weeks of the whole stay.
    pub fn all_weeks(&self) -> u16 {
        let (Some(first), Some(last)) = (starts(self.plan), ends(self.plan)) else { return 0 };
        let weeks = days_between(week_of(first), last) / 7 + 1;
        u16::try_from(weeks).unwrap_or_default().min(520)
    }

    /// Weeks in which groups meet.
    pub fn intensive_weeks(&self) -> u16 {
        let intensive = self.plan.segments.iter().filter(|segment| segment.setting != Setting::Outpatient);
        let weeks: i32 = intensive.map(|segment| days_between(week_of(segment.from), segment.to) / 7 + 1).sum();
        u16::try_from(weeks).unwrap_or_default()
    }

    /// Who would lead it; `None` where the library does not know the clinic.
    ///
    /// # Errors
    /// When the clinic runs no such group in the stay's tracks, or has nobody who may lead it.
    pub fn lead(&self, module: &Module) -> Result<Option<&'a Provider>, WhyLeftOut> {
        let Some(clinic) = self.clinic else { return Ok(None) };
        match module.group {
            Some(_) => self.group_lead(clinic, module).map(Some),
            None => self.individual_lead(clinic, module).map(Some),
        }
    }

    /// The clinic's groups of a module in the stay's tracks.
    pub(super) fn blocks(&self, slug: &Slug) -> impl Iterator<Item = &'a Block> {
        let tracks: Vec<&Slug> = self.plan.segments.iter().filter_map(|segment| segment.track.as_ref()).collect();
        let blocks = self.clinic.into_iter().flat_map(|clinic| &clinic.blocks);
        blocks.filter(move |block| block.module == *slug).filter(move |block| tracks.contains(&&block.track))
    }

    fn group_lead(&self, clinic: &'a Clinic, module: &Module) -> Result<&'a Provider, WhyLeftOut> {
        let block = self.blocks(&module.slug).next().ok_or(WhyLeftOut::NoGroup)?;
        clinic.provider(&block.provider).ok_or(WhyLeftOut::NoStaff)
    }

    /// The first of the person's team who may lead it; else who speaks their language; else anybody who may.
    fn individual_lead(&self, clinic: &'a Clinic, module: &Module) -> Result<&'a Provider, WhyLeftOut> {
        let rank = |provider: &&Provider| module.led_by.iter().position(|role| *role == provider.role);
        let may = |provider: &&Provider| module.led_by.contains(&provider.role);
        let speaks =
            |provider: &&Provider| provider.languages.iter().any(|tag| Language::for_tag(tag) == self.plan.language());
        let team = self.team.iter().filter_map(|slug| clinic.provider(slug)).filter(may).min_by_key(rank);
        let staff = || clinic.providers.iter().filter(may);
        let found = team.or_else(|| staff().filter(speaks).min_by_key(rank)).or_else(|| staff().min_by_key(rank));
        found.ok_or(WhyLeftOut::NoStaff)
    }

    /// Why the module suits, as the library says for the first need that it suits; else what it is.
    fn reason(&self, module: &Module) -> String {
        let weights = [Weight::Core, Weight::Helpful, Weight::Option];
        let mut suggestions = weights.into_iter().flat_map(|weight| self.suggestions(weight));
        let found = suggestions.find(|suggestion| suggestion.module == module.slug);
        found.map_or_else(|| module.summary.clone(), |suggestion| suggestion.reason.en.clone())
    }

    /// The objectives that the library says a module works on; else the first of every goal.
    fn served(&self, slug: &Slug) -> Vec<ObjectiveId> {
        let linked = self.linked(slug);
        if !linked.is_empty() {
            return linked;
        }
        self.plan.goals.iter().filter_map(|goal| goal.objectives.first()).map(|objective| objective.id).collect()
    }

    /// The objectives that the library says a module works on.
    pub fn linked(&self, slug: &Slug) -> Vec<ObjectiveId> {
        let links = self.links.iter().filter(|(_, modules)| modules.contains(slug));
        links.map(|(objective, _)| *objective).collect()
    }
}
