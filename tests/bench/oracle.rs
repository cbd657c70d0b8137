//! The CPU time of another solver to the same proven values, where it is installed.

use std::path::Path;
use std::process::Command;

use throughline::schedule::engine::{Tier, TierResult};

/// Aims that both count alike, in the other solver's order.
pub(super) const TIERS: [Tier; 5] = [Tier::Change, Tier::Pacing, Tier::Days, Tier::Provider, Tier::Slot];

/// Runs the oracle on one problem and prints a row for each tier: name, status, value, bound, CPU seconds.
const SCRIPT: &str = "
import json, sys
sys.path.insert(0, sys.argv[1])
from oracle import lexi
rows, _ = lexi(json.load(open(sys.argv[2])), 45.0, tiers=sys.argv[3].split(','))
for row in rows: print(*row[:5])
";

/// What the oracle found for one problem.
pub(super) struct Found {
    /// CPU milliseconds of its search; reading the problem and building the model are not in it.
    pub cpu: f64,
    /// The values that it proved, tier by tier until the first that it did not.
    pub proven: Vec<(String, u32)>,
}

/// Asks the oracle in the folder named by `TIMETABLE_ORACLE`, with the Python named by `PYTHON`; `None` without them.
pub(super) fn ask(instance: &Path) -> Option<Found> {
    let folder = std::env::var_os("TIMETABLE_ORACLE")?;
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let names = TIERS.map(Tier::name).join(",");
    let output = Command::new(python).args(["-c", SCRIPT]).arg(folder).arg(instance).arg(names).output().ok()?;
    let text = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(' ').collect()).collect();
    let seconds = |row: &Vec<&str>| row.get(4).and_then(|cpu| cpu.parse::<f64>().ok()).unwrap_or(0.0);
    let value = |row: &Vec<&str>| Some(((*row.first()?).to_owned(), row.get(2)?.parse().ok()?));
    let proven = rows.iter().take_while(|row| row.get(1) == Some(&"OPTIMAL"));
    Some(Found { cpu: rows.iter().map(seconds).sum::<f64>() * 1000.0, proven: proven.filter_map(value).collect() })
}

/// Whether two solvers that both proved a value proved the same one.
pub(super) fn agree(found: &Found, ours: &[TierResult]) -> bool {
    found.proven.iter().all(|(name, value)| {
        let same = ours.iter().find(|result| result.tier.name() == name);
        same.is_none_or(|result| !result.proven() || result.value == *value)
    })
}
