//! Random needs, goals, objectives, modules and sessions, and changes to them.

use throughline::base::*;
use throughline::plan::*;

use super::Seed;

impl Seed {
    pub(super) fn need(&self) -> Need {
        Need {
            id: NeedId(0),
            slug: self.maybe(self.slug()),
            problem: self.text(),
            plain: self.text(),
            evidence: self.text(),
            severity: Severity::Moderate,
            standing: self.standing(),
        }
    }

    pub(super) fn standing(&self) -> NeedStanding {
        if self.number.is_multiple_of(3) { NeedStanding::Deferred(self.text()) } else { NeedStanding::Addressed }
    }

    pub(super) fn need_edit(&self) -> NeedEdit {
        match self.verb % 5 {
            0 => NeedEdit::Problem(self.text()),
            1 => NeedEdit::Plain(self.text()),
            2 => NeedEdit::Evidence(self.text()),
            3 => NeedEdit::Severity(Severity::Severe),
            _ => NeedEdit::Standing(self.standing()),
        }
    }

    pub(super) fn rendering(&self) -> Option<Rendering> {
        self.maybe(Rendering {
            text: self.text(),
            language: "en-US".to_owned(),
            translator: self.text(),
            date: self.date(),
        })
    }

    pub(super) fn goal(&self, plan: &Plan) -> Goal {
        Goal {
            id: GoalId(0),
            needs: self.maybe(self.pick(&plan.needs)).into_iter().collect(),
            own_words: self.text(),
            language: "es-MX".to_owned(),
            rendering: self.rendering(),
            clinical: self.text(),
            objectives: vec![self.objective(); usize::from(self.number % 3)],
        }
    }

    pub(super) fn goal_edit(&self, plan: &Plan) -> GoalEdit {
        match self.verb % 5 {
            0 => GoalEdit::Needs(vec![self.pick(&plan.needs)]),
            1 => GoalEdit::OwnWords(self.text()),
            2 => GoalEdit::Language("ht".to_owned()),
            3 => GoalEdit::Rendering(self.rendering()),
            _ => GoalEdit::Clinical(self.text()),
        }
    }

    pub(super) fn objective(&self) -> Objective {
        Objective {
            id: ObjectiveId(0),
            plain: self.text(),
            clinical: self.text(),
            gauge: self.gauge(),
            target_date: self.date(),
            status: ObjectiveStatus::InProgress,
        }
    }

    pub(super) fn gauge(&self) -> Gauge {
        match self.number % 4 {
            0 => Gauge::Score {
                measure: self.slug(),
                name: self.text(),
                direction: Direction::LowerIsBetter,
                baseline: self.maybe(self.score()),
                target: self.score(),
            },
            1 => Gauge::Rating {
                of: self.words(),
                ends: self.words(),
                baseline: self.maybe(self.pick % 12),
                target: self.pick % 11,
            },
            2 => {
                Gauge::Count { of: self.words(), days: self.number % 30, baseline: self.maybe(self.number), target: 3 }
            }
            _ => Gauge::Milestone { proof: self.words() },
        }
    }

    pub(super) fn objective_edit(&self) -> ObjectiveEdit {
        match self.verb % 5 {
            0 => ObjectiveEdit::Plain(self.text()),
            1 => ObjectiveEdit::Clinical(self.text()),
            2 => ObjectiveEdit::Gauge(self.gauge()),
            3 => ObjectiveEdit::TargetDate(self.date()),
            _ => ObjectiveEdit::Status(ObjectiveStatus::Met),
        }
    }

    pub(super) fn module(&self, plan: &Plan) -> PlacedModule {
        PlacedModule {
            id: ModuleId(0),
            slug: self.slug(),
            edition: 1,
            kind: ServiceKind::Cbt,
            format: Format::Group,
            name: self.words(),
            plain_name: self.words(),
            why: self.words(),
            reason: self.text(),
            topics: vec![self.words(); usize::from(self.number % 5)],
            course: Course::Ongoing,
            minutes: Minutes(self.number % 200),
            breaks: Minutes(10),
            counts: Counts {
                minutes: Minutes(self.number % 200),
                except: vec![CountException { pack: PackKind::Medicare, minutes: Minutes(0) }],
            },
            sessions: self.number,
            frequency: Frequency { sessions: 1, weeks: self.pick },
            objectives: self.maybe(self.some_objective(plan)).into_iter().collect(),
            responsible: self.staff(),
            codes: vec![ServiceCode { code: "90853".to_owned(), label: self.text() }],
        }
    }

    pub(super) fn module_edit(&self, plan: &Plan) -> ModuleEdit {
        match self.verb % 6 {
            0 => ModuleEdit::Sessions(self.number),
            1 => ModuleEdit::Frequency(Frequency { sessions: 2, weeks: self.pick % 4 }),
            2 => ModuleEdit::Minutes(Minutes(self.number % 90)),
            3 => ModuleEdit::Objectives(vec![self.some_objective(plan)]),
            4 => ModuleEdit::Responsible(self.staff()),
            _ => ModuleEdit::Reason(self.text()),
        }
    }

    pub(super) fn place(&self) -> Place {
        match self.number % 3 {
            0 => Place::Room(self.words()),
            1 => Place::Telehealth,
            _ => Place::Elsewhere(self.text()),
        }
    }

    pub(super) fn session(&self, plan: &Plan) -> Session {
        Session {
            id: SessionId(0),
            module: self.pick(&plan.modules),
            date: self.date(),
            start: self.time(),
            minutes: Minutes(self.number % 100),
            actual: self.maybe(Minutes(self.number % 100)),
            topic: self.maybe(self.number),
            topic_words: self.words(),
            place: self.place(),
            block: self.maybe(self.slug()),
            staff: self.staff(),
            status: SessionStatus::Planned,
            reason: self.text(),
            pinned: self.number.is_multiple_of(2),
        }
    }

    pub(super) fn session_edit(&self) -> SessionEdit {
        match self.verb % 8 {
            0 => SessionEdit::Move(self.date(), self.time()),
            1 => SessionEdit::Minutes(Minutes(self.number % 600)),
            2 => SessionEdit::Topic(self.maybe(self.number), self.words()),
            3 => SessionEdit::Place(self.place()),
            4 => SessionEdit::Staff(self.staff()),
            5 => SessionEdit::Mark(SessionStatus::Excused, self.maybe(Minutes(0)), self.text()),
            6 => SessionEdit::Pin,
            _ => SessionEdit::Unpin,
        }
    }
}
