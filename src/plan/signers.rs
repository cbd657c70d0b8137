//! Whose signature a plan asks for, and what each of them has answered so far.

use super::{ConsentBy, Guardian, Plan, SignOff, SignOutcome, SignerRole};
use crate::base::Date;

/// Somebody whose signature a plan has a line for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Signer {
    /// In which role.
    pub role: SignerRole,
    /// Who; blank where nobody is named yet.
    pub name: String,
    /// Credentials, or what they are to the person.
    pub standing: String,
}

/// Everybody whose signature a plan has a line for: the person, every guardian who consents, each on their own line,
/// and whoever answers for the plan.
pub fn signers(plan: &Plan) -> Vec<Signer> {
    let mut all = vec![Signer { role: SignerRole::Person, name: plan.person.name.clone(), standing: String::new() }];
    all.extend(consenting(plan).map(|guardian| Signer {
        role: SignerRole::Guardian,
        name: guardian.name.clone(),
        standing: guardian.relation.clone(),
    }));
    for sign in named(plan, SignerRole::Guardian) {
        add(&mut all, sign);
    }
    for role in [SignerRole::Clinician, SignerRole::Supervisor, SignerRole::Physician] {
        if named(plan, role).next().is_none() {
            all.push(Signer { role, name: String::new(), standing: String::new() });
        }
        for sign in named(plan, role) {
            add(&mut all, sign);
        }
    }
    all
}

/// The guardians whose consent the treatment rests on; none where the minor alone consents.
pub fn consenting(plan: &Plan) -> impl Iterator<Item = &Guardian> {
    let minor = plan.person.minor.iter().filter(|minor| match minor.by {
        ConsentBy::Guardian | ConsentBy::Both => true,
        ConsentBy::Minor => false,
    });
    minor.flat_map(|minor| &minor.guardians)
}

fn named(plan: &Plan, role: SignerRole) -> impl Iterator<Item = &SignOff> {
    plan.course.sign_offs.iter().filter(move |sign| sign.role == role)
}

fn add(all: &mut Vec<Signer>, sign: &SignOff) {
    if !all.iter().any(|signer| signer.is_of(sign)) {
        let SignOff { role, name, standing, .. } = sign;
        all.push(Signer { role: *role, name: name.clone(), standing: standing.clone() });
    }
}

impl Signer {
    /// Whether an entry of the log is about them; the person is one, whatever they are called.
    pub fn is_of(&self, sign: &SignOff) -> bool {
        let is_named = || self.name.trim().eq_ignore_ascii_case(sign.name.trim());
        self.role == sign.role && (self.role == SignerRole::Person || is_named())
    }

    /// What the log says of them, oldest first; what is awaited is no entry.
    pub fn log<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = &'a SignOff> {
        plan.course.sign_offs.iter().filter(|sign| self.is_of(sign) && sign.outcome != SignOutcome::Awaited)
    }

    /// Their signature that is awaited.
    pub fn awaited<'a>(&self, plan: &'a Plan) -> Option<&'a SignOff> {
        plan.course.sign_offs.iter().find(|sign| self.is_of(sign) && sign.outcome == SignOutcome::Awaited)
    }

    /// Whether the log shows a signature of theirs, a refusal, or an attempt to get one.
    pub fn has_answered(&self, plan: &Plan) -> bool {
        self.log(plan).any(SignOff::holds)
    }
}

impl SignOff {
    /// A signature that is awaited; the plan gives its id.
    pub fn awaited(signer: &Signer) -> Self {
        let Signer { role, name, standing } = signer.clone();
        Self {
            id: crate::base::SignOffId::default(),
            role,
            name,
            standing,
            meaning: String::new(),
            outcome: SignOutcome::Awaited,
            recorded: None,
            in_error: None,
        }
    }

    /// Whether it stands: it is not awaited, and was not entered in error.
    pub fn holds(&self) -> bool {
        self.in_error.is_none() && self.outcome != SignOutcome::Awaited
    }

    /// The day of the signature; `None` while there is none, or where it was entered in error.
    pub fn signed(&self) -> Option<Date> {
        self.outcome.signed().filter(|_| self.in_error.is_none())
    }

    /// The day of a signature that a payer takes.
    pub fn binding(&self) -> Option<Date> {
        self.outcome.binding().filter(|_| self.in_error.is_none())
    }

    /// The day on which it was entered, where that is later than the day that it tells of.
    pub fn entered_late(&self) -> Option<Date> {
        self.recorded.filter(|recorded| self.outcome.date().is_some_and(|date| date < *recorded))
    }
}
