//! What a decision drafts: a step to another setting, an extension, a hold, a discharge, a readmission.

use crate::base::{ClockTime, Date, Minutes, ModuleId, SignOffId, Slug, Weekday, days_after, days_between};
use crate::plan::{
    CourseEdit, CourseOfCare, Discharge, DischargeKind, EarlierStay, Edit, Gauge, LeavingEdit, ListEdit, ModuleEdit,
    ObjectiveEdit, ObjectiveStatus, Pause, Plan, Review, Segment, Session, SessionStatus, Setting, SignOff, ends,
    signers, starts,
};

/// A segment that follows the one under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSegment {
    /// Setting.
    pub setting: Setting,
    /// First day; the segment before it ends on the day before.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Program days.
    pub days: Vec<Weekday>,
    /// Program hours.
    pub hours: (ClockTime, ClockTime),
    /// Minutes of treatment aimed at in a full week.
    pub week_minutes: Minutes,
    /// Which of the clinic's tracks it runs in.
    pub track: Option<Slug>,
}

/// How a stay is to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discharging {
    /// The last day.
    pub date: Date,
    /// How.
    pub kind: DischargeKind,
    /// Summary.
    pub summary: String,
}

/// A new stay after an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readmission {
    /// First day.
    pub from: Date,
    /// Last day as planned.
    pub to: Date,
}

/// A review as it was held, with the status of the objectives that it speaks of.
pub fn decided(review: Review) -> Edit {
    let statuses: Vec<Edit> = review
        .notes
        .objectives
        .iter()
        .map(|note| Edit::Objective(note.objective, ObjectiveEdit::Status(note.status)))
        .collect();
    let replaced = Edit::Course(CourseEdit::Review(ListEdit::Replace(review)));
    Edit::Together([vec![replaced], statuses].concat())
}

/// A step down or up: the segment under way ends, another begins, and what was planned on days that it does not have
/// is taken off the calendar. What remains is for the scheduler.
pub fn step(plan: &Plan, new: &NewSegment) -> Edit {
    let NewSegment { setting, from, to, days, hours: (day_from, day_to), week_minutes, track } = new.clone();
    let mut edits = cut(plan, from);
    let segment = Segment {
        id: crate::base::SegmentId::default(),
        setting,
        from,
        to,
        days,
        day_from,
        day_to,
        week_minutes,
        track,
        pauses: Vec::new(),
    };
    let stays = |date: Date| date <= to && segment.days.contains(&Weekday::of(date));
    edits.extend(taken_off(plan, |date| date >= from && !stays(date)));
    edits.push(Edit::Segment(ListEdit::Add(segment)));
    edits.push(Edit::Leaving(LeavingEdit::Expected(Some(to))));
    Edit::Together(edits)
}

/// Segments end before a day; those that would begin on it or later are gone.
fn cut(plan: &Plan, from: Date) -> Vec<Edit> {
    let until = from.yesterday().unwrap_or(from);
    let edits = plan.segments.iter().filter(|segment| segment.to >= from).map(|segment| {
        if segment.from >= from {
            return Edit::Segment(ListEdit::Remove(segment.id));
        }
        Edit::Segment(ListEdit::Replace(Segment { to: until, ..segment.clone() }))
    });
    edits.collect()
}

fn taken_off(plan: &Plan, is_off: impl Fn(Date) -> bool) -> Vec<Edit> {
    let planned = plan.sessions.iter().filter(|session| session.status == SessionStatus::Planned);
    planned.filter(|s| is_off(s.date)).map(|s| Edit::Sessions(ListEdit::Remove(s.id))).collect()
}

/// A module that is no longer prescribed: it is gone, or ends with the sessions that were held or missed, which stay.
pub fn ended(plan: &Plan, module: ModuleId) -> Edit {
    let is_planned = |session: &&Session| session.status == SessionStatus::Planned;
    let (ahead, past): (Vec<&Session>, Vec<&Session>) = plan.sessions_of(module).partition(is_planned);
    if past.is_empty() {
        return Edit::Modules(ListEdit::Remove(module));
    }
    let kept = u16::try_from(past.len()).unwrap_or(u16::MAX);
    let mut edits: Vec<Edit> = ahead.iter().map(|session| Edit::Sessions(ListEdit::Remove(session.id))).collect();
    edits.push(Edit::Module(module, ModuleEdit::Sessions(kept)));
    Edit::Together(edits)
}

/// The last segment lasts longer; `None` where there is none that ends before that day.
pub fn extension(plan: &Plan, to: Date) -> Option<Edit> {
    let last = plan.segments.iter().max_by_key(|segment| segment.to).filter(|last| last.to < to)?;
    Some(Edit::Together(vec![
        Edit::Segment(ListEdit::Replace(Segment { to, ..last.clone() })),
        Edit::Leaving(LeavingEdit::Expected(Some(to))),
    ]))
}

/// A time without service; what was planned in it is taken off the calendar. `None` outside every segment.
pub fn hold(plan: &Plan, pause: Pause) -> Option<Edit> {
    let segment = plan.segments.iter().find(|segment| segment.holds(pause.from))?;
    let mut edits = taken_off(plan, |date| pause.from <= date && pause.to.is_none_or(|to| date <= to));
    let mut pauses = segment.pauses.clone();
    pauses.push(pause);
    edits.push(Edit::Segment(ListEdit::Replace(Segment { pauses, ..segment.clone() })));
    Some(Edit::Together(edits))
}

impl Discharging {
    /// The discharge as an edit: nothing is planned after its day.
    pub fn edit(&self, plan: &Plan) -> Edit {
        let Self { date, kind, summary } = self.clone();
        let mut edits = taken_off(plan, |day| day > date);
        edits.extend(cut(plan, days_after(date, 1)));
        edits.push(Edit::Leaving(LeavingEdit::Discharge(Some(Discharge { date, kind, summary }))));
        Edit::Together(edits)
    }
}

/// A plan for a new stay, from the plan of the one before: the same person, needs, goals and modules, and a calendar
/// and a course of treatment that begin anew. It is a plan of its own, in a file of its own.
pub fn readmission(plan: &Plan, new: &Readmission) -> Plan {
    let mut next = plan.clone();
    let discharged = plan.leaving.discharge.as_ref().map(|discharge| discharge.date);
    next.earlier_stay = Some(EarlierStay {
        program: plan.program.name.clone(),
        from: starts(plan),
        to: discharged.or_else(|| ends(plan)),
        reference: plan.person.record_number.clone(),
    });
    next.sessions.clear();
    next.segments.truncate(1);
    for segment in &mut next.segments {
        (segment.from, segment.to) = (new.from, new.to);
        segment.pauses.clear();
    }
    let asked = signers(plan).into_iter().filter(|signer| plan.course.sign_offs.iter().any(|sign| signer.is_of(sign)));
    let sign_offs =
        (plan.next_id()..).zip(asked).map(|(id, signer)| SignOff { id: SignOffId(id), ..SignOff::awaited(&signer) });
    let sign_offs: Vec<SignOff> = sign_offs.collect();
    let next_id = sign_offs.last().map_or(plan.next_id(), |last| last.id.0.saturating_add(1));
    let mut next = next.with_next_id(next_id);
    next.course = CourseOfCare { sign_offs, ..CourseOfCare::default() };
    next.leaving.discharge = None;
    next.leaving.expected = Some(new.to);
    next.leaving.aftercare.first_appointment = None;
    next.frame.medical_clearance = None;
    next.person.away.retain(|away| away.to >= new.from);
    next.program.closed.retain(|closed| closed.date >= new.from);
    next.coverage.iter_mut().for_each(|payer| payer.authorizations.clear());
    begin_objectives(&mut next, starts(plan), *new);
    next
}

/// Objectives begin anew, with as much time as they had.
fn begin_objectives(next: &mut Plan, began: Option<Date>, new: Readmission) {
    for objective in next.goals.iter_mut().flat_map(|goal| &mut goal.objectives) {
        objective.status = ObjectiveStatus::NotStarted;
        let had = began.map_or(0, |began| days_between(began, objective.target_date));
        objective.target_date = days_after(new.from, u16::try_from(had).unwrap_or_default()).min(new.to);
        match &mut objective.gauge {
            Gauge::Score { baseline, .. } => *baseline = None,
            Gauge::Rating { baseline, .. } => *baseline = None,
            Gauge::Count { baseline, .. } => *baseline = None,
            Gauge::Milestone { .. } => {}
        }
    }
}
