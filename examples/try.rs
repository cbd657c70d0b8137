fn main() {
    let (catalog, _) = throughline::catalog::builtin();
    for f in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&f).unwrap();
        let i = match throughline::catalog::read::from_text::<throughline::draft::Intake>(&t) {
            Ok(i) => i,
            Err(e) => { println!("{f}: {e}"); continue; }
        };
        match throughline::draft::draft(&i, &catalog) {
            Err(e) => println!("{f}: {e}"),
            Ok(d) => {
                println!("== {f}: left out {:?}", d.left_out.iter().map(|l| (l.module.to_string(), l.why)).collect::<Vec<_>>());
                for m in &d.plan.modules {
                    let owed = d.owed.iter().find(|o| o.0 == m.id).map(|o| o.1);
                    println!("  {} {:?} {} x {} {:?} objs {:?} {:?} owed {:?}", m.id, m.kind, m.slug, m.sessions, (m.frequency.sessions, m.frequency.weeks), m.objectives.len(), m.responsible.as_ref().map(|s| &s.name), owed);
                }
                for w in throughline::plan::weeks(&d.plan) {
                    println!("  week {} {} {}min counted {} days {} sessions {}", w.number, w.starts, w.minutes().0, w.counted(&d.plan, d.plan.coverage[0].counts_as).0, w.days(), w.sessions.len());
                    if w.number == 2 || w.number == 7 { for s in &w.sessions { println!("      {} {} {} {}", throughline::wording::time::day(s.date, throughline::base::Language::English), s.start, s.minutes.0, d.plan.module(s.module).unwrap().slug); } }
                }
                let mut by: std::collections::BTreeMap<_, Vec<_>> = Default::default();
                for s in &d.plan.sessions { by.entry(s.date).or_default().push((s.start.minutes(), s.end().minutes())); }
                for (date, v) in by { for w in v.windows(2) { if w[1].0 - w[0].1 >= 45 { println!("  GAP {date} {} min after {}", w[1].0-w[0].1, w[0].1/60); } } }
                for g in &d.plan.goals { println!("  goal {} objs {}", g.own_words, g.objectives.len()); for o in &g.objectives { println!("     {:?}", o.gauge); } }
            }
        }
    }
}
