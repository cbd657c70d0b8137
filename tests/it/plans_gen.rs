//! Random valid plans, made as the program makes them: by random edits, some of which are refused.

mod care;
mod course;
mod person;
mod thread;

use jiff::civil;
use proptest::prelude::*;
use throughline::base::*;
use throughline::plan::*;

/// What one random edit is made from; which edit it becomes depends on the plan that it is made for.
#[derive(Clone, Debug)]
pub(crate) struct Seed {
    /// Which part of the plan.
    noun: u8,
    /// Which change.
    verb: u8,
    /// Which of several records.
    pick: u8,
    number: u16,
    text: String,
}

/// Seeds of so many edits.
pub(crate) fn seeds(count: core::ops::Range<usize>) -> impl Strategy<Value = Vec<Seed>> {
    let texts = prop_oneof![
        4 => "[a-zA-ZñáéíóúüÑ¿¡ ,.-]{0,24}",
        2 => any::<String>(),
        1 => Just("\"quoted\" \\ r#\"raw\"# 'single' // no comment /* none */".to_owned()),
        1 => Just("line\nline\r\ntab\t\0\u{7f}\u{feff}\u{2028}\u{202e}e\u{301}👩‍👧 sha256:".to_owned()),
    ];
    let seed = (any::<u8>(), any::<u8>(), any::<u8>(), any::<u16>(), texts);
    let seed = seed.prop_map(|(noun, verb, pick, number, text)| Seed { noun, verb, pick, number, text });
    proptest::collection::vec(seed, count)
}

/// Plans to begin with: nothing yet, or something in every part.
pub(crate) fn beginnings() -> impl Strategy<Value = Plan> {
    prop_oneof![Just(Plan::default()), Just(sample())]
}

/// Random valid plans.
pub(crate) fn plans() -> impl Strategy<Value = Plan> {
    (beginnings(), seeds(0..60)).prop_map(|(mut plan, seeds)| {
        for seed in seeds {
            let edit = seed.edit(&plan);
            drop(apply(&mut plan, &edit));
        }
        plan
    })
}

/// A plan with something in every part, the same each time.
pub(crate) fn sample() -> Plan {
    let mut plan = Plan::default();
    for round in 0..4_u16 {
        for noun in 0..NOUNS {
            for verb in 0..if LISTS.contains(&noun) { 2 } else { 21 } {
                let text = format!("Ronda {round}: “{noun}” – \"años\"");
                let number = round * 977 + u16::from(noun) * 131 + u16::from(verb) * 17;
                let seed = Seed { noun, verb, pick: u8::from(round % 2 == 1), number, text };
                let edit = seed.edit(&plan);
                if !matches!(edit, Edit::Together(_)) {
                    drop(apply(&mut plan, &edit));
                }
            }
        }
    }
    plan
}

const NOUNS: u8 = 20;

/// Parts whose changes are additions first of all; a few are enough for the sample.
const LISTS: [u8; 8] = [3, 5, 6, 7, 9, 11, 13, 15];

/// Every edit that seeds can become for a plan, many of them more than once.
pub(crate) fn all_edits(plan: &Plan, text: &str) -> Vec<Edit> {
    let seed = |noun, verb| Seed { noun, verb, pick: 0, number: 7, text: text.to_owned() };
    (0..NOUNS).flat_map(|noun| (0..44).map(move |verb| (noun, verb))).map(|(n, v)| seed(n, v).edit(plan)).collect()
}

impl Seed {
    /// The edit that this seed becomes for a plan.
    pub(crate) fn edit(&self, plan: &Plan) -> Edit {
        match self.noun % NOUNS {
            0 => Edit::Person(self.person(plan)),
            1 => Edit::Frame(self.frame(plan)),
            2 => Edit::Program(self.program()),
            3 => Edit::Segment(self.list(self.segment(), &plan.segments)),
            4 => Edit::EarlierStay(self.maybe(EarlierStay {
                program: self.text(),
                from: self.maybe(self.date()),
                to: None,
                reference: self.text(),
            })),
            5 => Edit::Payer(self.list(self.payer(), &plan.coverage)),
            6 => {
                let payer = self.pick(&plan.coverage);
                let authorizations = plan.coverage.iter().find(|p| p.id == payer).map(|p| p.authorizations.as_slice());
                Edit::Authorization(payer, self.list(self.authorization(), authorizations.unwrap_or_default()))
            }
            7 => Edit::Needs(self.list(self.need(), &plan.needs)),
            8 => Edit::Need(self.pick(&plan.needs), self.need_edit()),
            9 => Edit::Goals(self.list(self.goal(plan), &plan.goals)),
            10 => Edit::Goal(self.pick(&plan.goals), self.goal_edit(plan)),
            11 => {
                let goal = self.pick(&plan.goals);
                let objectives = plan.goal(goal).map(|goal| goal.objectives.as_slice()).unwrap_or_default();
                Edit::Objectives(goal, self.list(self.objective(), objectives))
            }
            12 => Edit::Objective(self.some_objective(plan), self.objective_edit()),
            13 => Edit::Modules(self.list(self.module(plan), &plan.modules)),
            14 => Edit::Module(self.pick(&plan.modules), self.module_edit(plan)),
            15 => Edit::Sessions(self.list(self.session(plan), &plan.sessions)),
            16 => Edit::Session(self.pick(&plan.sessions), self.session_edit()),
            17 => Edit::Course(self.course(plan)),
            18 => Edit::Leaving(self.leaving(plan)),
            _ => {
                let inner = |noun| Self { noun, ..self.clone() }.edit(plan);
                Edit::Together(vec![inner(self.verb % 19), inner(self.pick % 19)])
            }
        }
    }

    /// Whether the person left the field before this edit.
    pub(crate) fn closes_the_step(&self) -> bool {
        self.number.is_multiple_of(2)
    }

    fn text(&self) -> String {
        self.text.clone()
    }

    fn texts(&self) -> Vec<String> {
        vec![self.text.clone(); usize::from(self.number % 4)]
    }

    fn words(&self) -> Bilingual {
        Bilingual { en: self.text.clone(), es: self.text.chars().rev().collect() }
    }

    fn maybe<T>(&self, value: T) -> Option<T> {
        (!self.number.is_multiple_of(5)).then_some(value)
    }

    fn date(&self) -> Date {
        self.later(0)
    }

    fn later(&self, days: i32) -> Date {
        civil::date(1990, 1, 1) + jiff::Span::new().days(i64::from(self.number) + i64::from(days))
    }

    fn time(&self) -> ClockTime {
        ClockTime::from_minutes(self.number % 1441).unwrap()
    }

    fn score(&self) -> Score {
        Score::from_hundredths(i32::from(self.number) - 30_000)
    }

    fn slug(&self) -> Slug {
        Slug::new(["cbt-depression", "dbt-full-24", "phq-9", "x"][usize::from(self.number % 4)]).unwrap()
    }

    fn staff(&self) -> Option<Staff> {
        let staff = Staff {
            provider: self.maybe(self.slug()),
            name: self.text(),
            credentials: self.text(),
            role: StaffRole::Therapist,
        };
        self.maybe(staff)
    }

    /// The id of a record; now and then of none.
    fn pick<T: Record>(&self, records: &[T]) -> T::Id {
        let nothing = T::Id::from_number(u32::from(self.number) + 100_000);
        match records.len() {
            0 => nothing,
            _ if self.pick > 250 => nothing,
            count => records[usize::from(self.pick) % count].id(),
        }
    }

    fn some_objective(&self, plan: &Plan) -> ObjectiveId {
        let objectives: Vec<_> = plan.goals.iter().flat_map(|goal| goal.objectives.clone()).collect();
        self.pick(&objectives)
    }

    /// The same for a list inside a part, so that the choice of the part does not decide on the change as well.
    fn within(&self) -> Self {
        let [verb, _] = self.number.to_le_bytes();
        Self { verb, ..self.clone() }
    }

    fn list<T: Record>(&self, mut record: T, now: &[T]) -> ListEdit<T> {
        match self.verb % 8 {
            0..=4 => ListEdit::Add(record),
            5 => {
                record.set_id(self.pick(now));
                ListEdit::Replace(record)
            }
            6 => ListEdit::Move(self.pick(now), usize::from(self.number % 7)),
            _ => ListEdit::Remove(self.pick(now)),
        }
    }
}
