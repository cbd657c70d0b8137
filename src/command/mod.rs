//! The command line: every step of the main job without a display.

#[cfg(windows)]
mod apart;
mod catalog;
mod census;
mod check;
mod compare;
mod diff;
mod draft;
mod export;
mod history;
mod open;
mod schedule;
mod score;
mod show;
mod sign;
mod solve;
mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::base::{Date, Language};
use crate::storage::Trust;

/// What starting the program comes to.
#[derive(Debug)]
pub enum Start {
    /// A window is asked for, with a plan or without.
    Window(Option<PathBuf>),
    /// The command is done.
    Finished(ExitCode),
}

const AFTER_HELP: &str = "\
Exit codes: 0 done (`check`: no error found; `verify`: whole), 1 `check` found an error or `verify` a signed version or
the chain changed, 2 something could not be read or written, 3 `schedule`: no calendar keeps every rule.

JSON
  show --json     {weeks: [{week, starts, minutes, days, sessions}], modules: [{slug, sessions, minutes}],
                   sessions: [{id, date, start, minutes, module, topic, status}]}
  check --json    [{code, level, item, message, source, fix}]; level is error, warning or note
  history --json  {state, versions: [{number, date, author, reason, hash}]}; state is draft, in-effect or revised
  diff --json     {changes: [{kind, item, field, from, to, text}]}; kind is added, removed, changed or moved
  catalog --json  {modules: [{slug, edition, name, kind, format, topics, minutes, sessions, order, phase, needs, ...}],
                   measures: [...], needs: [...], rule_packs: [...], clinics: [...]}
  schedule --json {feasible, from, tiers: [{name, value, bound, proven, text}], changes: [{kind, text}],
                   sessions: [{date, start, minutes, module, topic}], shortfalls: [text], why: [{rule, text}],
                   relaxations: [[{rule, text}]], full: [{state, group, date, others, capacity}]}; state of a group in
                   which others have all places is full, or over where the plan is one too many
  schedule --compare --json
                  {now: {week, tiers: [{name, value, proven}], notes: [text]},
                   alternatives: [{name, feasible, week, tiers: [{name, value, bound, proven, text}], asks: [text],
                   clash}]}
  census --json   {from, to, plans, groups: [{clinic, group, module, name, day, start, minutes, capacity,
                   weeks: [{date, meets, booked, drafts, state, people: [{called, file, state}]}]}],
                   astray: [{called, file, group, date}], unread: [{file, why}]}; meets is yes, closed or no, the state
                   of a week free, full or over, that of a person draft or in-effect; both count
  solve           one line each: {id, feasible, placements: [{module, week, day, start, who}],
                   tiers: {name: {value, bound}}, why: [{rule, text}], relaxations: [[{rule, text}]], cpu_ms, effort}
  Dates are YYYY-MM-DD, times HH:MM on a 24-hour clock, lengths minutes.

Plan files are not encrypted. Keep them where you keep other records of patients.";

#[derive(Debug, Parser)]
#[command(name = "throughline", version, about, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
struct Cli {
    /// A plan file to open in a window
    plan: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Draft a complete plan from an intake file
    Draft(draft::Draft),
    /// Show the weeks, modules and sessions of a plan
    Show(show::Show),
    /// Say what makes a plan impossible or incomplete
    Check(check::Check),
    /// Write a plan as a PDF
    Export(export::Export),
    /// Enter a result of a measure, and say what it means
    Score(score::Score),
    /// Freeze a plan as its next version
    Sign(sign::Sign),
    /// List the signed versions of a plan
    History(history::History),
    /// Say what changed between two versions
    Diff(diff::Diff),
    /// Say whether the signed versions are as they were signed
    Verify(verify::Verify),
    /// Lay the best calendar of a plan, or say why there is none
    Schedule(schedule::Schedule),
    /// Say who is in which group of the clinic, week by week, and which groups are full
    Census(census::Census),
    /// Find the best timetable of problems in the shared format
    Solve(solve::Solve),
    /// List what may be planned, or check a clinic's own catalog folder
    Catalog(catalog::List),
}

/// What every command that reads a plan asks.
#[derive(Debug, Args)]
struct PlanFile {
    /// The plan file
    plan: PathBuf,
    /// Open the plan although it was changed by hand or damaged
    #[arg(long)]
    accept_changes: bool,
}

impl PlanFile {
    fn trust(&self) -> Trust {
        if self.accept_changes { Trust::AcceptChanges } else { Trust::Strict }
    }
}

/// What becomes of another plan file that is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum InTheWay {
    Kept,
    Replaced,
}

impl From<bool> for InTheWay {
    fn from(replace: bool) -> Self {
        if replace { Self::Replaced } else { Self::Kept }
    }
}

/// A clinic's own catalog folder.
#[derive(Debug, Args)]
struct Folder {
    /// A clinic's own catalog folder; its entries win over the built-in ones
    #[arg(long = "catalog", value_name = "DIR")]
    catalog: Option<PathBuf>,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Text,
    Json,
}

impl Shape {
    fn of(json: bool) -> Self {
        if json { Self::Json } else { Self::Text }
    }
}

/// A language of the program.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Tongue {
    En,
    Es,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::En => Self::English,
            Tongue::Es => Self::Spanish,
        }
    }
}

/// Where a command prints, and which day it is.
struct Desk<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    today: Date,
}

/// How a command ended, beside an error of the terminal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    FoundErrors,
    CouldNot,
    Impossible,
}

/// Runs what the arguments ask for, or says that they ask for a window.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(refused) => {
            let shown = refused.print();
            return Start::Finished(ExitCode::from(u8::from(refused.use_stderr() || shown.is_err()) * 2));
        }
    };
    let Some(command) = cli.command else { return window(cli.plan) };
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    #[expect(clippy::disallowed_methods, reason = "the one place where a command learns what day it is")]
    let today = jiff::Zoned::now().date();
    let mut desk = Desk { out: &mut out, err: &mut err, today };
    Start::Finished(match run(&command, &mut desk) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::FoundErrors) => ExitCode::from(1),
        Ok(Outcome::Impossible) => ExitCode::from(3),
        // Somebody closed the pipe that we print into; there is nobody left to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Ok(Outcome::CouldNot) | Err(_) => ExitCode::from(2),
    })
}

#[cfg(not(windows))]
fn window(plan: Option<PathBuf>) -> Start {
    Start::Window(plan)
}

#[cfg(windows)]
fn window(plan: Option<PathBuf>) -> Start {
    apart::start().map_or(Start::Window(plan), Start::Finished)
}

/// Says that no window could be shown, and what works without one.
pub fn no_window(why: &str) -> ExitCode {
    let said = writeln!(io::stderr(), "{}", crate::wording::report::no_window(why, Language::English));
    // Where nothing can be said, the exit code still tells.
    drop(said);
    ExitCode::from(2)
}

fn run(command: &Command, desk: &mut Desk<'_>) -> io::Result<Outcome> {
    match command {
        Command::Draft(draft) => draft::run(draft, desk),
        Command::Show(show) => show::run(show, desk),
        Command::Check(check) => check::run(check, desk),
        Command::Export(export) => export::run(export, desk),
        Command::Score(score) => score::run(score, desk),
        Command::Sign(sign) => sign::run(sign, desk),
        Command::History(history) => history::run(history, desk),
        Command::Diff(diff) => diff::run(diff, desk),
        Command::Verify(verify) => verify::run(verify, desk),
        Command::Schedule(schedule) => schedule::run(schedule, desk),
        Command::Census(census) => census::run(census, desk),
        Command::Solve(solve) => solve::run(solve, desk),
        Command::Catalog(list) => catalog::run(list, desk),
    }
}

fn print_json(desk: &mut Desk<'_>, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *desk.out, value)?;
    writeln!(desk.out)
}
