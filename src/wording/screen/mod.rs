//! What the program with windows says: fixed labels, and sentences that carry figures.

mod arranging;
mod census;
mod compare;
mod families;
mod goals;
mod home;
pub mod intake;
mod labels;
mod modules;
pub mod review;
mod samples;
mod schedule;
mod sentences;
mod settings;
mod words;

pub use arranging::{ArrangingWords, Proven, place_cost, session_change, session_changes};
pub use census::{CensusWords, astray, loads, not_counted, open_plan_of};
pub use compare::{CompareWords, compared};
pub use families::{Family, family, family_name};
pub use goals::{
    GoalsWords, ScoreFacts, WhyNeed, by_date, evidence_of_score, from_and_to, goal_count, goal_number, hours_given,
    objective_line, score_facts, suggested_score, why_need, with_objectives, working_on,
};
pub use home::{
    HomeWords, SaveState, WeekNow, due_words, folder_unread, held_since, hours_a_week, in_folder, kept_at, last_day,
    more_overdue, not_drafted, not_listed, plan_count, save_state, standing_short, unsaved_changes, usual_folder,
    week_now,
};
pub use intake::IntakeLabel;
pub use labels::{Label, label};
pub use modules::{
    ModulesWords, More, WeekHours, add_module, comes_after, course, enter_adds, hindrance, hours_line, hours_verdict,
    led_by, modules_headline, need_name, objectives_served, on_calendar, phase, rank_heading, remove_module, serves,
    sort_of, still_missing, usual_dose, weight, with_it,
};
pub use review::ReviewWords;
pub use samples::sample;
pub use schedule::{
    Batch, Named, ScheduleWords, add_on, copy_of, copy_told, drafted, group_time, join, moved_to, series_told,
    shift_told, spot, to_place, trouble, weekdays, weeks_later, without_place,
};
pub use sentences::{
    Daypart, FileState, Headline, SessionLine, WeekSum, all_findings_line, and_more, dose, file_state, findings_line,
    goal_quote, headline, named, on_page, overlap, page_of, person_line, place_of, saved_as, session_line, session_of,
    standing, stay, unprintable, week_bar, week_of, week_span, week_sum, week_sum_short, zoom,
};
pub use settings::SettingsWord;
pub use words::Words;
