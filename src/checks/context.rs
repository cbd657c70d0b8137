//! What every check looks at: the plan, the catalog, the day, and the rules that the payers bring.

use super::finding::{PayerOrder, Rule};
use crate::base::{Date, ModuleId};
use crate::catalog::{Catalog, Clinic, Due, Holiday, PlanPart, RulePack};
use crate::plan::{Payer, Plan, Segment, Session, SessionStatus, Setting, SignOff, SignerRole, Standing, ends, starts};
use crate::progress;

/// What every check looks at.
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) catalog: &'a Catalog,
    pub(super) today: Option<Date>,
    /// First day of the stay.
    pub(super) first: Option<Date>,
    /// Last day of the stay: of discharge, or as planned.
    pub(super) last: Option<Date>,
    pub(super) clinic: Option<&'a Clinic>,
    /// The payers' rule packs, first payer first, each pack once.
    pub(super) rules: Vec<Asked<'a>>,
}

/// A rule pack and the payer that brings it.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) payer: &'a Payer,
    pub(super) pack: &'a RulePack,
    order: PayerOrder,
}

impl Asked<'_> {
    /// The pack as a finding cites it.
    pub(super) fn rule(&self) -> Rule {
        Rule {
            pack: self.pack.slug.clone(),
            name: self.pack.name.clone(),
            source: format!("{} ({})", self.pack.source, self.pack.source_date),
            payer: self.order,
        }
    }
}

impl<'a> Context<'a> {
    pub(super) fn new(plan: &'a Plan, catalog: &'a Catalog, today: Option<Date>) -> Self {
        let discharged = plan.leaving.discharge.as_ref().map(|discharge| discharge.date);
        Self {
            plan,
            catalog,
            today,
            first: starts(plan),
            last: discharged.or_else(|| ends(plan)),
            clinic: plan.program.clinic.as_ref().and_then(|slug| catalog.clinics.get(slug)),
            rules: rules(plan, catalog),
        }
    }

    /// The person's age when the stay begins.
    pub(super) fn age(&self) -> Option<u8> {
        self.plan.person.age_on(self.first.or(self.today)?)
    }

    /// The first pack that asks for a part.
    pub(super) fn asked_by(&self, part: PlanPart) -> Option<Rule> {
        self.rules.iter().find(|asked| asked.pack.asks_for.contains(&part)).map(Asked::rule)
    }

    /// Whether and why the clinic is closed.
    pub(super) fn holiday(&self, date: Date) -> Option<&'a Holiday> {
        self.clinic?.holiday(date)
    }

    /// The segment that holds a date.
    pub(super) fn segment_on(&self, date: Date) -> Option<&'a Segment> {
        self.plan.segments.iter().find(|segment| segment.holds(date))
    }

    /// The sessions of a module that were not called off.
    pub(super) fn kept(&self, module: ModuleId) -> impl Iterator<Item = &'a Session> {
        self.plan.sessions_of(module).filter(|session| session.status.occupies())
    }

    /// Since when the plan is in effect.
    pub(super) fn in_effect(&self) -> Option<Date> {
        match self.plan.course.standing {
            Standing::Draft => None,
            Standing::InEffect(since) => Some(since),
        }
    }

    /// When something is due that a pack counts from a date.
    pub(super) fn due(&self, since: Date, due: Due) -> Option<Date> {
        progress::due_on(self.plan, since, due)
    }

    /// The day on which somebody last signed in a role; a physician in ink or in the health record only, since payers
    /// take no other.
    pub(super) fn signed(&self, role: SignerRole) -> Option<Date> {
        let mine = self.plan.course.sign_offs.iter().filter(|sign_off| sign_off.role == role);
        match role {
            SignerRole::Physician => mine.filter_map(SignOff::binding).max(),
            SignerRole::Person | SignerRole::Guardian | SignerRole::Clinician | SignerRole::Supervisor => {
                mine.filter_map(SignOff::signed).max()
            }
        }
    }

    /// Whether the record shows a signature or, for those who are free to refuse, why there is none.
    pub(super) fn is_documented(&self, role: SignerRole) -> bool {
        let is_answered = || self.plan.course.sign_offs.iter().any(|sign| sign.role == role && sign.holds());
        match role {
            SignerRole::Clinician | SignerRole::Supervisor | SignerRole::Physician => self.signed(role).is_some(),
            SignerRole::Guardian => is_answered(),
            SignerRole::Person => {
                let for_minor = self.age().is_some_and(|age| age < 18) && self.is_documented(SignerRole::Guardian);
                for_minor || is_answered()
            }
        }
    }
}

fn rules<'a>(plan: &'a Plan, catalog: &'a Catalog) -> Vec<Asked<'a>> {
    let mut rules: Vec<Asked<'a>> = Vec::new();
    for (index, payer) in plan.coverage.iter().enumerate() {
        let order = if index == 0 { PayerOrder::First } else { PayerOrder::Later };
        let pack = payer.pack.as_ref().and_then(|slug| catalog.packs.get(slug));
        if let Some(pack) = pack.filter(|pack| rules.iter().all(|asked| asked.pack.slug != pack.slug)) {
            rules.push(Asked { payer, pack, order });
        }
    }
    rules
}

/// Whether a session takes or took place.
pub(super) const fn takes_place(session: &Session) -> bool {
    match session.status {
        SessionStatus::Planned | SessionStatus::Attended | SessionStatus::Late | SessionStatus::LeftEarly => true,
        SessionStatus::Missed | SessionStatus::Excused | SessionStatus::Cancelled => false,
    }
}

/// Whether a setting is an intensive outpatient one, to which the packs' hours apply.
pub(super) const fn is_intensive(setting: Setting) -> bool {
    match setting {
        Setting::IopAdult | Setting::IopAdolescent => true,
        Setting::Php | Setting::Outpatient => false,
    }
}
