//! What must hold of one catalog entry beside its shape: names that exist, figures that fit together.

use super::load::{Catalog, ProblemKind};
use super::{Band, Clinic, Entry, Measure, Module, Order, PresentingNeed, RulePack, TargetTemplate};
use crate::base::{Bilingual, Course, Format, Minutes, Slug, is_blank, is_icd_10_cm};

/// Checks one entry of a folder.
pub(super) fn entry(catalog: &Catalog, folder: &str, slug: &Slug) -> Vec<ProblemKind> {
    let mut found = Found(Vec::new());
    match folder {
        "modules" => catalog.modules.get(slug).into_iter().for_each(|m| module(catalog, m, &mut found)),
        "measures" => catalog.measures.get(slug).into_iter().for_each(|m| measure(m, &mut found)),
        "needs" => catalog.needs.get(slug).into_iter().for_each(|n| need(catalog, n, &mut found)),
        "packs" => catalog.packs.get(slug).into_iter().for_each(|p| pack(p, &mut found)),
        "clinics" => catalog.clinics.get(slug).into_iter().for_each(|c| clinic(catalog, c, &mut found)),
        _ => {}
    }
    found.0
}

struct Found(Vec<ProblemKind>);

impl Found {
    fn unless(&mut self, holds: bool, field: impl Into<String>, expected: &'static str) {
        if !holds {
            self.0.push(ProblemKind::Field { field: field.into(), expected });
        }
    }

    fn known(&mut self, holds: bool, field: impl Into<String>, slug: &Slug) {
        if !holds {
            self.0.push(ProblemKind::UnknownEntry { field: field.into(), slug: slug.clone() });
        }
    }

    fn words(&mut self, text: &Bilingual, field: &str) {
        self.unless(!is_blank(&text.en), format!("{field}.en"), "a text in English");
        self.unless(!is_blank(&text.es), format!("{field}.es"), "a text in Spanish");
    }
}

fn module(catalog: &Catalog, module: &Module, found: &mut Found) {
    found.words(&module.name, "name");
    found.words(&module.plain_name, "plain_name");
    found.words(&module.why, "why");
    found.unless(!is_blank(&module.summary), "summary", "a sentence");
    found.unless(!is_blank(&module.licence), "licence", "the terms of use");
    found.unless(!is_blank(&module.source), "source", "where the figures come from");
    found.unless(!module.topics.is_empty(), "topics", "at least one topic");
    for (i, topic) in module.topics.iter().enumerate() {
        found.words(topic, &format!("topics[{i}]"));
    }
    let length = module.minutes;
    found.unless((5..=480).contains(&length.0), "minutes", "5 to 480 minutes");
    found.unless(module.breaks < length, "breaks", "less than the session's minutes");
    let counted = Minutes(length.0.saturating_sub(module.breaks.0));
    found.unless(module.counts.minutes <= counted, "counts.minutes", "at most the minutes without breaks");
    for (i, exception) in module.counts.except.iter().enumerate() {
        let field = format!("counts.except[{i}].minutes");
        found.unless(exception.minutes <= counted, field, "at most the minutes without breaks");
    }
    let (rate, dose) = (module.frequency, module.dose);
    found.unless(rate.sessions > 0 && rate.weeks > 0, "frequency", "at least one session in at least one week");
    found.unless(
        0 < dose.least && dose.least <= dose.usual && dose.usual <= dose.most,
        "dose",
        "least ≤ usual ≤ most, and none of them 0",
    );
    if module.course == Course::Fixed {
        let enough = usize::from(dose.most) <= module.topics.len();
        found.unless(enough, "dose.most", "at most one session per topic of a fixed course");
    }
    if let Order::Rolling(points) = &module.order {
        let inside = points.iter().all(|p| (1..=module.topics.len()).contains(&usize::from(*p)));
        found.unless(inside && !points.is_empty(), "order", "entry points within 1 and the number of topics");
    }
    for before in &module.after {
        found.known(catalog.modules.contains_key(&before.module), "after", &before.module);
    }
    let is_group = matches!(module.format, Format::Group | Format::MultiFamily);
    found.unless(is_group == module.group.is_some(), "group", "bounds for groups, and for groups only");
    if let Some(group) = module.group {
        found.unless(2 <= group.least && group.least <= group.most, "group", "2 ≤ least ≤ most");
    }
    found.unless(module.ages.from <= module.ages.to, "ages", "from ≤ to");
    found.unless(!module.led_by.is_empty(), "led_by", "at least one discipline");
    for slug in &module.needs {
        found.known(catalog.needs.contains_key(slug), "needs", slug);
    }
}

fn measure(measure: &Measure, found: &mut Found) {
    found.words(&measure.about, "about");
    found.unless(!is_blank(&measure.name), "name", "the name that the field uses");
    found.unless(!is_blank(&measure.licence), "licence", "the terms of use");
    found.unless(!is_blank(&measure.source), "source", "where the figures come from");
    found.unless(measure.least < measure.most, "most", "more than least");
    found.unless(measure.ages.from <= measure.ages.to, "ages", "from ≤ to");
    bands(measure, &measure.bands, found);
    if let Some(cut) = &measure.cut {
        found.unless(measure.allows(cut.at), "cut.at", "a possible score");
    }
    if let Some(recovered) = measure.change.as_ref().and_then(|change| change.recovered) {
        found.unless(measure.allows(recovered), "change.recovered", "a possible score");
    }
}

fn bands(measure: &Measure, bands: &[Band], found: &mut Found) {
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return };
    found.unless(first.from == measure.least, "bands[0].from", "the lowest score");
    found.unless(last.to == measure.most, "bands", "a last band that ends at the highest score");
    let step = if measure.whole { 100 } else { 1 };
    for (i, pair) in bands.windows(2).enumerate() {
        let [lower, upper] = pair else { continue };
        let meets = upper.from.hundredths() == lower.to.hundredths() + step;
        found.unless(meets, format!("bands[{}].from", i + 1), "the next score after the band before");
    }
    for (i, band) in bands.iter().enumerate() {
        found.words(&band.name, &format!("bands[{i}].name"));
        found.unless(band.from <= band.to, format!("bands[{i}].to"), "at least its first score");
    }
}

fn need(catalog: &Catalog, need: &PresentingNeed, found: &mut Found) {
    found.words(&need.name, "name");
    found.words(&need.plain_name, "plain_name");
    found.unless(need.ages.from <= need.ages.to, "ages", "from ≤ to");
    found.unless(need.goals.len() >= 3, "goals", "three goals or more");
    for slug in &need.measures {
        found.known(catalog.measures.contains_key(slug), "measures", slug);
    }
    for (i, suggestion) in need.modules.iter().enumerate() {
        found.known(catalog.modules.contains_key(&suggestion.module), "modules", &suggestion.module);
        found.words(&suggestion.reason, &format!("modules[{i}].reason"));
    }
    for (i, hint) in need.diagnoses.iter().enumerate() {
        found.unless(is_icd_10_cm(&hint.code), format!("diagnoses[{i}].code"), "an ICD-10-CM code such as F33.1");
    }
    for (g, goal) in need.goals.iter().enumerate() {
        let at = format!("goals[{g}]");
        found.words(&goal.own_words, &format!("{at}.own_words"));
        found.words(&goal.clinical, &format!("{at}.clinical"));
        found.unless(goal.objectives.len() >= 3, format!("{at}.objectives"), "three objectives or more");
        for (o, objective) in goal.objectives.iter().enumerate() {
            let at = format!("{at}.objectives[{o}]");
            found.words(&objective.plain, &format!("{at}.plain"));
            found.words(&objective.clinical, &format!("{at}.clinical"));
            found.unless((1..=24).contains(&objective.weeks), format!("{at}.weeks"), "1 to 24 weeks");
            found.unless(!objective.modules.is_empty(), format!("{at}.modules"), "a module that works on it");
            for slug in &objective.modules {
                found.known(catalog.modules.contains_key(slug), format!("{at}.modules"), slug);
            }
            target(catalog, &objective.target, &format!("{at}.target"), found);
        }
    }
}

fn target(catalog: &Catalog, target: &TargetTemplate, at: &str, found: &mut Found) {
    match target {
        TargetTemplate::Score { measure: slug, reach } => match catalog.measures.get(slug) {
            None => found.known(false, at, slug),
            Some(measure) => found.unless(measure.allows(*reach), format!("{at}.reach"), "a possible score"),
        },
        TargetTemplate::Rating { of, ends, from, reach } => {
            found.words(of, &format!("{at}.of"));
            found.words(ends, &format!("{at}.ends"));
            found.unless(*from <= 10 && *reach <= 10 && from != reach, at, "two different ratings from 0 to 10");
        }
        TargetTemplate::Count { of, days, from, reach } => {
            found.words(of, &format!("{at}.of"));
            found.unless(*days > 0 && from != reach, at, "a span in days and two different counts");
        }
        TargetTemplate::Milestone { proof } => found.words(proof, &format!("{at}.proof")),
    }
}

fn pack(pack: &RulePack, found: &mut Found) {
    found.words(&pack.name, "name");
    found.unless(!is_blank(&pack.source), "source", "where the figures come from");
    found.unless(!is_blank(&pack.source_date), "source_date", "the date or edition of the source");
    found.unless(in_order(pack.week_least, pack.week_most), "week_most", "at least week_least");
    found.unless(in_order(pack.day_least, pack.day_most), "day_most", "at least day_least");
    found.unless(in_order(pack.days_least, pack.days_most), "days_most", "at least days_least");
    found.unless(pack.days_most.is_none_or(|days| days <= 7), "days_most", "at most 7");
}

fn in_order<T: Ord>(least: Option<T>, most: Option<T>) -> bool {
    least.zip(most).is_none_or(|(least, most)| least <= most)
}

fn clinic(catalog: &Catalog, clinic: &Clinic, found: &mut Found) {
    found.unless(!is_blank(&clinic.name), "name", "a name");
    found.unless(!is_blank(&clinic.phone), "phone", "a telephone number");
    for (i, track) in clinic.tracks.iter().enumerate() {
        found.unless(track.from < track.to, format!("tracks[{i}].to"), "later than from");
    }
    for (i, provider) in clinic.providers.iter().enumerate() {
        found.known(clinic.room(&provider.room).is_some(), format!("providers[{i}].room"), &provider.room);
    }
    for (i, block) in clinic.blocks.iter().enumerate() {
        let at = format!("blocks[{i}] ({})", block.slug);
        found.known(clinic.track(&block.track).is_some(), format!("{at}.track"), &block.track);
        found.known(clinic.room(&block.room).is_some(), format!("{at}.room"), &block.room);
        found.known(clinic.provider(&block.provider).is_some(), format!("{at}.provider"), &block.provider);
        found.unless(!block.days.is_empty(), format!("{at}.days"), "at least one weekday");
        let Some(module) = catalog.modules.get(&block.module) else {
            found.known(false, format!("{at}.module"), &block.module);
            continue;
        };
        found.unless(module.group.is_some(), format!("{at}.module"), "a group");
        let fits = module.group.is_none_or(|group| block.capacity <= group.most);
        found.unless(fits, format!("{at}.capacity"), "at most the module's largest group");
        let length_fits = block.minutes == module.minutes;
        found.unless(length_fits, format!("{at}.minutes"), "the module's minutes");
        let inside = match &block.entry {
            Entry::At(points) => points.iter().all(|p| (1..=module.topics.len()).contains(&usize::from(*p))),
            Entry::Closed | Entry::Open => true,
        };
        found.unless(inside, format!("{at}.entry"), "topics within 1 and the number of topics");
    }
}
