//! Jobs that wait for the worker: a save goes before work that only looks at the plan, and of such work only the latest
//! is done.

use std::collections::VecDeque;
use std::mem::discriminant;
use std::sync::mpsc::Receiver;

use super::Job;

/// The jobs that were handed over and not begun, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Waiting(VecDeque<Job>);

impl Waiting {
    /// The job to do next; waits for one where there is none. `None` once no more will come.
    pub(super) fn next(&mut self, todo: &Receiver<Job>) -> Option<Job> {
        self.0.extend(todo.try_iter());
        if self.0.is_empty() {
            self.0.extend(todo.recv());
        }
        let before_save = self.0.iter().take_while(|job| is_look(job)).count();
        let at = if matches!(self.0.get(before_save), Some(Job::Save(..))) { before_save } else { 0 };
        self.0.remove(at)
    }

    /// Whether the same was asked for again since, about a newer plan or another choice, so that nobody waits for this.
    pub(super) fn holds_newer(&self, job: &Job) -> bool {
        is_look(job) && self.0.iter().any(|other| discriminant(other) == discriminant(job))
    }
}

/// Whether a job only looks at the plan, and its answer counts only for the plan and the choice that are shown then.
const fn is_look(job: &Job) -> bool {
    match job {
        Job::Lay(..) | Job::Fit(..) | Job::Elsewhere(..) => true,
        Job::ReadLibrary
        | Job::Read(..)
        | Job::Arrange(_)
        | Job::Compare(_)
        | Job::Export(..)
        | Job::Save(..)
        | Job::Draft(_)
        | Job::Keep(..)
        | Job::Forget(_)
        | Job::FindLeft(..)
        | Job::Restore(_)
        | Job::SetAside(..)
        | Job::RemoveAside(..)
        | Job::Sweep(..)
        | Job::List(..)
        | Job::Summarize(_)
        | Job::KeepIndex(..)
        | Job::Count(..)
        | Job::LookBeside(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use super::super::Target;
    use super::*;
    use crate::desktop::shell::Sheet;
    use crate::history::Chart;
    use crate::plan::Plan;

    fn lay(stamp: u64) -> Job {
        let plan = Plan::default();
        let sheet = Sheet::first(&plan, jiff::civil::date(2026, 11, 19));
        Job::Lay(Arc::new(Chart::unsigned(plan)), sheet, stamp)
    }

    fn save(stamp: u64) -> Job {
        Job::Save(Arc::default(), stamp, Target::Other(PathBuf::new()))
    }

    fn fit(stamp: u64) -> Job {
        Job::Fit(Box::default(), stamp)
    }

    fn name(job: &Job) -> String {
        match job {
            Job::Lay(_, _, stamp) => format!("lay {stamp}"),
            Job::Save(_, stamp, _) => format!("save {stamp}"),
            Job::Fit(_, stamp) => format!("fit {stamp}"),
            Job::Draft(_) => "draft".to_owned(),
            other => format!("{other:?}"),
        }
    }

    /// What is done of these jobs, when all of them wait, and in which order.
    #[track_caller]
    fn check(jobs: Vec<Job>, expect: &[&str]) {
        let (send, todo) = channel();
        for job in jobs {
            send.send(job).unwrap();
        }
        drop(send);
        let mut waiting = Waiting::default();
        let mut done = Vec::new();
        while let Some(job) = waiting.next(&todo) {
            if !waiting.holds_newer(&job) {
                done.push(name(&job));
            }
        }
        assert_eq!(done, expect);
    }

    #[test]
    fn of_what_only_looks_the_latest_is_done() {
        check(vec![lay(1), fit(1), lay(2), fit(2), lay(3)], &["fit 2", "lay 3"]);
    }

    #[test]
    fn a_save_goes_before_what_only_looks() {
        check(vec![lay(1), fit(1), save(1), lay(2)], &["save 1", "fit 1", "lay 2"]);
    }

    #[test]
    fn a_save_passes_nothing_else_and_every_save_is_done() {
        let draft = || Job::Draft(PathBuf::new());
        check(vec![lay(1), draft(), save(1), save(2)], &["lay 1", "draft", "save 1", "save 2"]);
    }
}
