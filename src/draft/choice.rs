//! Which modules suit a plan: what its needs cannot do without, what helps, and what may meet more often.

use super::basis::{Basis, Dosed};
use super::{DraftError, LeftOut, known};
use crate::base::{Course, Slug};
use crate::catalog::{Block, Weight};
use crate::schedule::Taken;

/// What is asked for beyond what the needs suggest.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wishes<'a> {
    /// Modules that the plan shall have.
    pub(super) include: &'a [Slug],
    /// Modules that it shall not have.
    pub(super) leave_out: &'a [Slug],
}

/// What is chosen from, for a plan that may have modules already.
pub(super) struct Choice<'a> {
    pub(super) basis: Basis<'a>,
    pub(super) wishes: Wishes<'a>,
    /// What others hold in the clinic's groups.
    pub(super) taken: &'a Taken,
}

impl<'a> Choice<'a> {
    /// What the needs cannot do without and what is asked for, prerequisites first.
    pub(super) fn certain(&self, left_out: &mut Vec<LeftOut>) -> Result<Vec<Dosed<'a>>, DraftError> {
        let core = self.basis.suggestions(Weight::Core).map(|suggestion| &suggestion.module);
        for (i, slug) in self.wishes.include.iter().enumerate() {
            known(&self.basis.catalog.modules, format!("include[{i}]"), slug)?;
        }
        for (i, slug) in self.wishes.leave_out.iter().enumerate() {
            known(&self.basis.catalog.modules, format!("leave_out[{i}]"), slug)?;
        }
        let mut chosen = Vec::new();
        for slug in core.chain(self.wishes.include) {
            self.add(slug, &mut chosen, left_out);
        }
        Ok(chosen)
    }

    /// What helps when hours remain.
    pub(super) fn helpful(&self, chosen: &[Dosed<'a>]) -> Vec<Dosed<'a>> {
        let mut all = chosen.to_vec();
        for suggestion in self.basis.suggestions(Weight::Helpful) {
            self.add(&suggestion.module, &mut all, &mut Vec::new());
        }
        all.split_off(chosen.len())
    }

    fn add(&self, slug: &Slug, chosen: &mut Vec<Dosed<'a>>, left_out: &mut Vec<LeftOut>) {
        let is_settled = chosen.iter().any(|dosed| dosed.module.slug == *slug)
            || left_out.iter().any(|left| left.module == *slug)
            || self.basis.plan.modules.iter().any(|placed| placed.slug == *slug)
            || self.wishes.leave_out.contains(slug);
        let Some(module) = self.basis.catalog.modules.get(slug).filter(|_| !is_settled) else { return };
        for before in &module.after {
            self.add(&before.module, chosen, left_out);
        }
        match self.basis.dosed(module) {
            Ok(dosed) => chosen.push(dosed),
            Err(why) => left_out.push(LeftOut { module: slug.clone(), why }),
        }
    }

    /// The same modules with one open-ended group once more a week; `None` where every group meets as often as it can.
    pub(super) fn raised(&self, chosen: &[Dosed<'a>]) -> Option<Vec<Dosed<'a>>> {
        let at = chosen.iter().position(|dosed| self.can_meet_more(dosed))?;
        let mut chosen = chosen.to_vec();
        let dosed = chosen.get_mut(at)?;
        dosed.frequency.sessions += 1;
        dosed.sessions = self.basis.dose(dosed.module, dosed.frequency);
        Some(chosen)
    }

    fn can_meet_more(&self, dosed: &Dosed<'_>) -> bool {
        let days = |block: &Block| {
            let in_stay = |day| self.basis.plan.segments.iter().any(|segment| segment.days.contains(day));
            block.days.iter().filter(|day| in_stay(day)).count()
        };
        let meetings: usize = self.basis.blocks(&dosed.module.slug).map(days).sum();
        dosed.module.course == Course::Ongoing
            && dosed.frequency.weeks == 1
            && usize::from(dosed.frequency.sessions) < meetings
            && dosed.sessions < dosed.module.dose.most
    }
}
