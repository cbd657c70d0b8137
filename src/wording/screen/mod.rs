//! What the program with windows says: fixed labels, and sentences that carry figures.

mod families;
mod labels;
mod modules;
mod samples;
mod sentences;
mod words;

pub use families::{Family, family, family_name};
pub use labels::{Label, label};
pub use modules::{
    ModulesWords, More, WeekHours, add_module, comes_after, course, enter_adds, hindrance, hours_line, hours_verdict,
    led_by, modules_headline, need_name, objectives_served, on_calendar, phase, rank_heading, remove_module, serves,
    sort_of, still_missing, usual_dose, weight, with_it,
};
pub use samples::sample;
pub use sentences::{
    Daypart, FileState, Headline, SessionLine, WeekSum, dose, file_state, goal_quote, headline, on_page, overlap,
    page_of, person_line, place_of, saved_as, session_line, session_of, standing, stay, unprintable, week_bar, week_of,
    week_span, week_sum, zoom,
};
pub use words::Words;
