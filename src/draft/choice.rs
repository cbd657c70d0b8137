//! Which modules suit a plan, at which dose, led by whom.

use super::modules::Request;
use super::{DraftError, LeftOut, WhyLeftOut, known};
use crate::base::{Course, Frequency, Language, Slug, days_between, week_of};
use crate::catalog::{Block, Module, Provider, Suggestion, Weight};
use crate::plan::{NeedStanding, Plan, Setting, Staff, starts, weeks};
use crate::schedule;

/// A module of the catalog with its dose in this plan.
#[derive(Clone, Debug)]
pub(super) struct Dosed<'a> {
    pub(super) module: &'a Module,
    pub(super) sessions: u16,
    pub(super) frequency: Frequency,
    pub(super) responsible: Staff,
}

/// What is chosen from: the plan so far and what the catalog and the clinic offer.
pub(super) struct Choice<'a> {
    pub(super) plan: &'a Plan,
    pub(super) request: &'a Request<'a>,
}

impl<'a> Choice<'a> {
    /// What the needs cannot do without and what the intake asks for, prerequisites first.
    pub(super) fn certain(&self, left_out: &mut Vec<LeftOut>) -> Result<Vec<Dosed<'a>>, DraftError> {
        let Request { intake, catalog, .. } = self.request;
        let core = self.suggestions(Weight::Core).map(|suggestion| &suggestion.module);
        for (i, slug) in intake.include.iter().enumerate() {
            known(&catalog.modules, format!("include[{i}]"), slug)?;
        }
        for (i, slug) in intake.leave_out.iter().enumerate() {
            known(&catalog.modules, format!("leave_out[{i}]"), slug)?;
        }
        let mut chosen = Vec::new();
        for slug in core.chain(&intake.include) {
            self.add(slug, &mut chosen, left_out);
        }
        Ok(chosen)
    }

    /// What helps when hours remain.
    pub(super) fn helpful(&self, chosen: &[Dosed<'a>]) -> Vec<Dosed<'a>> {
        let mut all = chosen.to_vec();
        for suggestion in self.suggestions(Weight::Helpful) {
            self.add(&suggestion.module, &mut all, &mut Vec::new());
        }
        all.split_off(chosen.len())
    }

    /// What the library suggests for the needs that the plan addresses.
    pub(super) fn suggestions(&self, weight: Weight) -> impl Iterator<Item = &'a Suggestion> {
        let (catalog, plan) = (self.request.catalog, self.plan);
        let addressed = plan.needs.iter().filter(|need| need.standing == NeedStanding::Addressed);
        let library = addressed.filter_map(move |need| catalog.needs.get(need.slug.as_ref()?));
        library.flat_map(|need| &need.modules).filter(move |suggestion| suggestion.weight == weight)
    }

    fn add(&self, slug: &Slug, chosen: &mut Vec<Dosed<'a>>, left_out: &mut Vec<LeftOut>) {
        let is_settled = chosen.iter().any(|dosed| dosed.module.slug == *slug)
            || left_out.iter().any(|left| left.module == *slug)
            || self.request.intake.leave_out.contains(slug);
        let Some(module) = self.request.catalog.modules.get(slug).filter(|_| !is_settled) else { return };
        for before in &module.after {
            self.add(&before.module, chosen, left_out);
        }
        match self.dosed(module) {
            Ok(dosed) => chosen.push(dosed),
            Err(why) => left_out.push(LeftOut { module: slug.clone(), why }),
        }
    }

    fn dosed(&self, module: &'a Module) -> Result<Dosed<'a>, WhyLeftOut> {
        let age = starts(self.plan).and_then(|first| self.plan.person.age_on(first));
        if age.is_some_and(|age| !module.ages.include(age)) {
            return Err(WhyLeftOut::Age);
        }
        let lead = if module.group.is_some() { self.group_lead(module)? } else { self.individual_lead(module)? };
        let frequency = module.frequency;
        Ok(Dosed { module, sessions: self.dose(module, frequency), frequency, responsible: schedule::staff(lead) })
    }

    /// The usual course; what has no end meets as long as the stay lasts.
    fn dose(&self, module: &Module, frequency: Frequency) -> u16 {
        let weeks = if module.group.is_some() { self.intensive_weeks() } else { self.all_weeks() };
        let wanted = match module.course {
            Course::Ongoing => weeks * u16::from(frequency.sessions) / u16::from(frequency.weeks.max(1)),
            Course::Fixed => module.dose.usual,
        };
        wanted.clamp(module.dose.least, module.dose.most)
    }

    fn all_weeks(&self) -> u16 {
        u16::try_from(weeks(self.plan).len()).unwrap_or_default()
    }

    fn intensive_weeks(&self) -> u16 {
        let intensive = self.plan.segments.iter().filter(|segment| segment.setting != Setting::Outpatient);
        let weeks: i32 = intensive.map(|segment| days_between(week_of(segment.from), segment.to) / 7 + 1).sum();
        u16::try_from(weeks).unwrap_or_default()
    }

    /// The same modules with one open-ended group once more a week; `None` where every group meets as often as it can.
    pub(super) fn raised(&self, chosen: &[Dosed<'a>]) -> Option<Vec<Dosed<'a>>> {
        let at = chosen.iter().position(|dosed| self.can_meet_more(dosed))?;
        let mut chosen = chosen.to_vec();
        let dosed = chosen.get_mut(at)?;
        dosed.frequency.sessions += 1;
        dosed.sessions = self.dose(dosed.module, dosed.frequency);
        Some(chosen)
    }

    fn can_meet_more(&self, dosed: &Dosed<'_>) -> bool {
        let days = |block: &Block| {
            let in_stay = |day| self.plan.segments.iter().any(|segment| segment.days.contains(day));
            block.days.iter().filter(|day| in_stay(day)).count()
        };
        let meetings: usize = self.blocks(dosed.module).map(days).sum();
        dosed.module.course == Course::Ongoing
            && dosed.frequency.weeks == 1
            && usize::from(dosed.frequency.sessions) < meetings
            && dosed.sessions < dosed.module.dose.most
    }

    fn blocks(&self, module: &'a Module) -> impl Iterator<Item = &'a Block> {
        let tracks: Vec<&Slug> = self.plan.segments.iter().filter_map(|segment| segment.track.as_ref()).collect();
        let blocks = self.request.clinic.blocks.iter().filter(|block| block.module == module.slug);
        blocks.filter(move |block| tracks.contains(&&block.track))
    }

    fn group_lead(&self, module: &'a Module) -> Result<&'a Provider, WhyLeftOut> {
        let block = self.blocks(module).next().ok_or(WhyLeftOut::NoGroup)?;
        self.request.clinic.provider(&block.provider).ok_or(WhyLeftOut::NoStaff)
    }

    /// The first of the person's team who may lead it; else who speaks their language; else anybody who may.
    fn individual_lead(&self, module: &Module) -> Result<&'a Provider, WhyLeftOut> {
        let Request { intake, clinic, .. } = self.request;
        let rank = |provider: &&Provider| module.led_by.iter().position(|role| *role == provider.role);
        let may = |provider: &&Provider| module.led_by.contains(&provider.role);
        let speaks =
            |provider: &&Provider| provider.languages.iter().any(|tag| Language::for_tag(tag) == self.plan.language());
        let team = intake.team.iter().filter_map(|slug| clinic.provider(slug)).filter(may).min_by_key(rank);
        let staff = || clinic.providers.iter().filter(may);
        let found = team.or_else(|| staff().filter(speaks).min_by_key(rank)).or_else(|| staff().min_by_key(rank));
        found.ok_or(WhyLeftOut::NoStaff)
    }
}
