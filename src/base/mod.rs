//! The smallest nouns: ids, slugs, units of time, scores, sorts of service, and text in two languages.

mod icd;
mod id;
mod score;
mod service;
mod text;
mod time;

pub use icd::{IcdCode, IcdError, is_icd_10_cm};
pub use id::{
    AddendumId, AuthorizationId, DiagnosisId, GoalId, GuardianId, Id, MedicationId, ModuleId, NeedId, ObjectiveId,
    PayerId, ReleaseId, ResultId, ReviewId, SegmentId, SessionId, SignOffId, SupportId,
};
pub use score::{Direction, Score, ScoreError};
pub use service::{CountException, Counts, Course, Format, Frequency, PackKind, ServiceCode, ServiceKind, StaffRole};
pub use text::{Bilingual, Language, Slug, SlugError, is_blank, unaccented};
pub use time::{ClockTime, Date, Minutes, TimeError, Weekday, days_after, days_between, week_of};
