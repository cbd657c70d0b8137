//! Small problems made from a seed: every rule of the format turns up in some of them.

use throughline::schedule::engine::{
    Band, DayOf, Fixed, FormatText, Instance, ModuleText, Named, Offering, Precedence, Program, ProviderText, Span,
    SpecialWeek, Window,
};

/// Numbers that look random and are the same everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number from `low` to `high`.
    pub(crate) fn roll(&mut self, low: u16, high: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let span = u64::from(high - low) + 1;
        low + u16::try_from((self.0 >> 33) % span).unwrap()
    }

    pub(crate) fn one_in(&mut self, n: u16) -> bool {
        self.roll(1, n) == 1
    }
}

/// A problem of two or three weeks with at most eight sessions.
pub(crate) fn small(seed: u64) -> Instance {
    let dice = &mut Dice::new(seed);
    let weeks = dice.roll(2, 3);
    let modules: Vec<ModuleText> = (0..dice.roll(2, 3)).map(|number| module(number, weeks, dice)).collect();
    let mut instance = Instance {
        id: format!("seed-{seed}"),
        weeks,
        slot_minutes: 15,
        start_step: 2,
        program: program(weeks, dice),
        offerings: modules
            .iter()
            .filter(|module| module.format == FormatText::Group)
            .flat_map(|module| blocks(module, weeks, dice))
            .collect(),
        providers: providers(&modules, dice),
        availability: (0..3).map(|day| Window { day, from: 36, to: if dice.one_in(4) { 44 } else { 60 } }).collect(),
        preferred: Some(Band { from: 36, to: 44 }),
        modules,
        ..Instance::default()
    };
    if dice.one_in(3) {
        instance.precedence.push(Precedence { before: "a".into(), k: 1, after: "b".into(), j: dice.roll(1, 2) });
    }
    if dice.one_in(4) {
        instance.closures.push(DayOf { week: dice.roll(0, 1), day: 1 });
    }
    if dice.one_in(4) {
        instance.absences.push(DayOf { week: dice.roll(0, 1), day: 0 });
    }
    if dice.one_in(4) {
        instance.partial_absences.push(Span { week: 0, day: 2, from: 36, to: 40 });
    }
    if dice.one_in(5) {
        let counted = dice.one_in(2).then_some(30);
        instance.extras.push(Fixed { week: dice.roll(0, 1), day: 2, from: 50, to: 54, counted });
    }
    if dice.one_in(6) {
        let availability = Some(vec![Window { day: 0, from: 36, to: 60 }]);
        instance.special_weeks.push(SpecialWeek { week: 1, availability, day_min: Some(0), day_max: None });
    }
    if dice.one_in(5) {
        history(&mut instance, dice);
    }
    instance
}

fn module(number: u16, weeks: u16, dice: &mut Dice) -> ModuleText {
    let id = ["a", "b", "c"][usize::from(number)].to_owned();
    let earliest_week = u16::from(dice.one_in(4));
    let sessions = dice.roll(1, 2);
    ModuleText {
        name: id.clone(),
        id,
        format: if dice.one_in(2) { FormatText::Group } else { FormatText::Individual },
        sessions,
        len: dice.roll(2, 4),
        counted: dice.one_in(3).then(|| dice.roll(0, 3) * 15),
        per_week_max: dice.roll(1, 3),
        per_day_max: dice.roll(1, 2),
        max_gap_weeks: [None, Some(0), Some(1)][usize::from(dice.roll(0, 2))],
        earliest_week,
        latest_week: weeks - 1,
        target_start: earliest_week,
        target_end: weeks - 1,
    }
}

fn program(weeks: u16, dice: &mut Dice) -> Program {
    let each = usize::from(weeks);
    Program {
        week_min: (0..each).map(|_| if dice.one_in(4) { 45 } else { 0 }).collect(),
        week_max: vec![u32::from(dice.roll(9, 14)) * 15; each],
        week_target: vec![90; each],
        days_min: (0..each).map(|_| u8::from(dice.one_in(4))).collect(),
        days_max: vec![u8::try_from(dice.roll(2, 3)).unwrap(); each],
        day_min: if dice.one_in(3) { 45 } else { 0 },
        day_max: u32::from(dice.roll(6, 10)) * 15,
        break_slots: dice.roll(0, 1),
    }
}

fn blocks(module: &ModuleText, weeks: u16, dice: &mut Dice) -> Vec<Offering> {
    let number = dice.roll(2, 3);
    let block = |number: u16, dice: &mut Dice| Offering {
        id: format!("{}-{number}", module.id),
        name: String::new(),
        module: module.id.clone(),
        day: u8::try_from(dice.roll(0, 2)).unwrap(),
        start: dice.roll(36, 46),
        closed_weeks: if dice.one_in(3) { vec![dice.roll(0, weeks - 1)] } else { Vec::new() },
    };
    (0..number).map(|number| block(number, dice)).collect()
}

fn providers(modules: &[ModuleText], dice: &mut Dice) -> Vec<ProviderText> {
    let given: Vec<String> =
        modules.iter().filter(|module| module.format != FormatText::Group).map(|module| module.id.clone()).collect();
    let window = |dice: &mut Dice| {
        let from = dice.roll(36, 40);
        Window { day: u8::try_from(dice.roll(0, 2)).unwrap(), from, to: from + 6 }
    };
    let provider = |number: u16, dice: &mut Dice| ProviderText {
        id: format!("p{number}"),
        name: String::new(),
        modules: given.clone(),
        windows: vec![window(dice)],
        busy: if dice.one_in(4) { vec![Span { week: 0, day: 1, from: 36, to: 40 }] } else { Vec::new() },
        off_weeks: if dice.one_in(5) { vec![1] } else { Vec::new() },
    };
    (0..dice.roll(1, 2)).map(|number| provider(number, dice)).collect()
}

/// Lets the first week be over, with what took place in it.
fn history(instance: &mut Instance, dice: &mut Dice) {
    instance.frozen_before_week = 1;
    instance.frozen_before_day = u8::try_from(dice.roll(0, 1)).unwrap();
    let Some(offering) = instance.offerings.first() else { return };
    let module = offering.module.clone();
    instance.previous.push(Named {
        module,
        week: 0,
        day: offering.day,
        start: offering.start,
        who: offering.id.clone(),
    });
    if dice.one_in(2)
        && instance.modules.iter().any(|other| other.id == instance.previous[0].module && other.sessions > 1)
    {
        let mut again = instance.previous[0].clone();
        again.week = 1;
        instance.previous.push(again);
    }
}
