//! What the program with windows says: fixed labels, and sentences that carry figures.

mod families;
mod goals;
mod labels;
mod samples;
mod sentences;
mod words;

pub use families::{Family, family, family_name};
pub use goals::{
    GoalsWords, ScoreFacts, WhyNeed, by_date, evidence_of_score, from_and_to, goal_count, goal_number, hours_given,
    objective_line, score_facts, suggested_score, why_need, with_objectives, working_on,
};
pub use labels::{Label, label};
pub use samples::sample;
pub use sentences::{
    Daypart, FileState, Headline, SessionLine, WeekSum, dose, file_state, goal_quote, headline, on_page, overlap,
    page_of, person_line, place_of, saved_as, session_line, session_of, standing, stay, unprintable, week_bar, week_of,
    week_span, week_sum, zoom,
};
pub use words::Words;
