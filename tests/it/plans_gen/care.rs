//! Random programs, segments, payers and authorizations.

use throughline::base::*;
use throughline::plan::*;

use super::Seed;

impl Seed {
    pub(super) fn program(&self) -> Program {
        Program {
            clinic: self.maybe(self.slug()),
            name: self.text(),
            address: self.texts(),
            phone: self.text(),
            after_hours: self.text(),
            time_zone: "America/Denver".to_owned(),
            part_2: self.number % 2 == 1,
            closed: Vec::new(),
        }
    }

    pub(super) fn segment(&self) -> Segment {
        let pause =
            Pause { kind: PauseKind::Hospital, from: self.date(), to: self.maybe(self.later(2)), reason: self.text() };
        Segment {
            id: SegmentId(0),
            setting: Setting::IopAdult,
            from: self.date(),
            to: self.later(i32::from(self.pick) - 1),
            days: vec![Weekday::Mon, Weekday::Thu],
            day_from: self.time(),
            day_to: self.time().after(Minutes(180)),
            week_minutes: Minutes(self.number),
            track: self.maybe(self.slug()),
            pauses: vec![pause],
        }
    }

    pub(super) fn payer(&self) -> Payer {
        Payer {
            id: PayerId(0),
            name: self.text(),
            member_number: self.text(),
            pack: self.maybe(self.slug()),
            counts_as: PackKind::PerDiem,
            authorizations: Vec::new(),
        }
    }

    pub(super) fn authorization(&self) -> Authorization {
        Authorization {
            id: AuthorizationId(0),
            number: self.text(),
            unit: AuthorizedUnit::Days,
            approved: self.number,
            used: self.number / 2,
            from: self.date(),
            to: self.later(i32::from(self.pick)),
            next_review: self.maybe(self.later(14)),
        }
    }
}
