//! What the program with windows says: fixed labels, and sentences that carry figures.

mod families;
mod labels;
mod samples;
mod schedule;
mod sentences;
mod words;

pub use families::{Family, family, family_name};
pub use labels::{Label, label};
pub use samples::sample;
pub use schedule::{
    Batch, Named, ScheduleWords, add_on, copy_told, drafted, group_time, join, moved_to, series_told, shift_told, spot,
    to_place, trouble, weekdays, weeks_later, without_place,
};
pub use sentences::{
    Daypart, FileState, Headline, SessionLine, WeekSum, dose, file_state, goal_quote, headline, on_page, overlap,
    page_of, person_line, place_of, saved_as, session_line, session_of, standing, stay, unprintable, week_bar, week_of,
    week_span, week_sum, zoom,
};
pub use words::Words;
