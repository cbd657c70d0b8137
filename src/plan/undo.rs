//! A plan with its past: undo and redo by snapshot, typing in one field merged into one step.

use super::apply::changed;
use super::{Applied, CourseEdit, Edit, FrameEdit, LeavingEdit, ListEdit, PersonEdit, Plan, Record, Refusal};

/// A plan under work, with the steps that led to it.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    now: Plan,
    past: Vec<Step>,
    future: Vec<Step>,
    /// Closed steps take no more typing.
    open: bool,
    stamp: u64,
    stamps: u64,
    saved: Option<u64>,
}

/// One step that can be undone or done again.
#[derive(Clone, Debug)]
pub struct Step {
    /// The last edit of the step; its name is what the step is called.
    pub edit: Edit,
    /// The plan on the other side of the step.
    other: Plan,
    stamp: u64,
}

impl Timeline {
    /// Begins with a plan as it is on disk.
    pub fn saved(plan: Plan) -> Self {
        Self { now: plan, saved: Some(0), ..Self::default() }
    }

    /// Begins with a plan that is on no disk yet.
    pub fn unsaved(plan: Plan) -> Self {
        Self { now: plan, ..Self::default() }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        &self.now
    }

    /// A number that names this state of the plan: the same state after undo and redo has the same number.
    pub fn stamp(&self) -> u64 {
        self.stamp
    }

    /// Whether the plan differs from what is on disk.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.stamp)
    }

    /// Notes that the state with this stamp is on disk.
    pub fn mark_saved(&mut self, stamp: u64) {
        self.saved = Some(stamp);
    }

    /// How many steps lie between what is on disk and now, as far as the past tells.
    pub fn changes(&self) -> usize {
        if !self.is_dirty() {
            return 0;
        }
        let saved = self.past.iter().rposition(|step| Some(step.stamp) == self.saved);
        self.past.len().saturating_sub(saved.unwrap_or_default()).max(1)
    }

    /// Makes a change; what was undone before is then gone.
    ///
    /// # Errors
    /// When the edit names something that is not there; nothing has changed then.
    pub fn make(&mut self, edit: Edit) -> Result<Applied, Refusal> {
        let (next, applied) = changed(&self.now, &edit)?;
        if next == self.now {
            return Ok(applied);
        }
        let other = core::mem::replace(&mut self.now, next);
        let before = self.stamp;
        self.stamps += 1;
        self.stamp = self.stamps;
        self.future.clear();
        match self.past.last_mut() {
            Some(step) if self.open && edit.merges_with(&step.edit) => step.edit = edit,
            _ => self.past.push(Step { edit, other, stamp: before }),
        }
        self.open = true;
        Ok(applied)
    }

    /// Ends the step under way, so that the next edit begins a new one: a field was left, or a pause was made.
    pub fn close_step(&mut self) {
        self.open = false;
    }

    /// Takes up the plan as it was signed, and lays the floor of undo and redo here: what was signed is not taken back.
    /// The state is a new one and on no disk yet.
    pub fn seal(&mut self, signed: Plan) {
        self.now = signed;
        self.stamps += 1;
        self.stamp = self.stamps;
        self.past.clear();
        self.future.clear();
        self.open = false;
    }

    /// The step that undo would take back.
    pub fn undoable(&self) -> Option<&Step> {
        self.past.last()
    }

    /// The step that redo would make again.
    pub fn redoable(&self) -> Option<&Step> {
        self.future.last()
    }

    /// The last edit of the step that undo would take back, and the plan before that step.
    pub fn undoes(&self) -> Option<(&Edit, &Plan)> {
        self.past.last().map(|step| (&step.edit, &step.other))
    }

    /// The last edit of the step that redo would make again, and the plan before that step.
    pub fn redoes(&self) -> Option<(&Edit, &Plan)> {
        self.future.last().map(|step| (&step.edit, &self.now))
    }

    /// Takes back the last step; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.past.pop() else { return false };
        let step = self.cross(step);
        self.future.push(step);
        true
    }

    /// Makes the last undone step again; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.future.pop() else { return false };
        let step = self.cross(step);
        self.past.push(step);
        true
    }

    fn cross(&mut self, step: Step) -> Step {
        self.open = false;
        let other = core::mem::replace(&mut self.now, step.other);
        let stamp = core::mem::replace(&mut self.stamp, step.stamp);
        Step { edit: step.edit, other, stamp }
    }
}

impl Edit {
    /// Whether this edit goes on with what another began: the same field of the same record. Additions to a list
    /// and removals from it are steps of their own.
    fn merges_with(&self, earlier: &Self) -> bool {
        use core::mem::discriminant as kind;
        match (self, earlier) {
            (Self::Person(PersonEdit::Release(a)), Self::Person(PersonEdit::Release(b))) => rewrites(a, b),
            (Self::Person(PersonEdit::Guardian(a)), Self::Person(PersonEdit::Guardian(b))) => rewrites(a, b),
            (Self::Frame(FrameEdit::Diagnosis(a)), Self::Frame(FrameEdit::Diagnosis(b))) => rewrites(a, b),
            (Self::Frame(FrameEdit::Medication(a)), Self::Frame(FrameEdit::Medication(b))) => rewrites(a, b),
            (Self::Leaving(LeavingEdit::Support(a)), Self::Leaving(LeavingEdit::Support(b))) => rewrites(a, b),
            (Self::Segment(a), Self::Segment(b)) => rewrites(a, b),
            (Self::Payer(a), Self::Payer(b)) => rewrites(a, b),
            (Self::Authorization(p, a), Self::Authorization(q, b)) => p == q && rewrites(a, b),
            (Self::Together(a), Self::Together(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.merges_with(b))
            }
            (Self::Person(a), Self::Person(b)) => kind(a) == kind(b),
            (Self::Frame(a), Self::Frame(b)) => kind(a) == kind(b),
            (Self::Leaving(a), Self::Leaving(b)) => kind(a) == kind(b),
            (Self::Need(a, x), Self::Need(b, y)) => a == b && kind(x) == kind(y),
            (Self::Goal(a, x), Self::Goal(b, y)) => a == b && kind(x) == kind(y),
            (Self::Objective(a, x), Self::Objective(b, y)) => a == b && kind(x) == kind(y),
            (Self::Module(a, x), Self::Module(b, y)) => a == b && kind(x) == kind(y),
            (Self::Session(a, x), Self::Session(b, y)) => a == b && kind(x) == kind(y),
            (Self::Program(_), Self::Program(_)) => true,
            (Self::Course(a), Self::Course(b)) => is_same_field(a, b),
            _ => false,
        }
    }
}

fn is_same_field(a: &CourseEdit, b: &CourseEdit) -> bool {
    use CourseEdit as Course;
    match (a, b) {
        (Course::Review(a), Course::Review(b)) => rewrites(a, b),
        (Course::SignOff(a), Course::SignOff(b)) => rewrites(a, b),
        (Course::Addendum(a), Course::Addendum(b)) => rewrites(a, b),
        (Course::Result(a), Course::Result(b)) => rewrites(a, b),
        (Course::Acknowledge(a, _), Course::Acknowledge(b, _)) | (Course::InError(a, _), Course::InError(b, _)) => {
            a == b
        }
        (Course::Reason(a), Course::Reason(b)) => (a.version, a.about) == (b.version, b.about),
        _ => false,
    }
}

/// Whether both edits write the same record anew.
fn rewrites<T: Record>(edit: &ListEdit<T>, earlier: &ListEdit<T>) -> bool {
    match (edit, earlier) {
        (ListEdit::Replace(edit), ListEdit::Replace(earlier)) => edit.id() == earlier.id(),
        _ => false,
    }
}
