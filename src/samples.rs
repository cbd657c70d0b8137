//! The sample plans, compiled in: six fictional people, to look at and to play with.

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../plans/", $name, ".plan.ron")))),*]
    };
}

/// Name and file text of every sample.
pub const ALL: &[(&str, &str)] =
    samples!["alcohol-evening", "bipolar-stepdown", "bulimia-day", "depression-day", "teen-dbt", "trauma-opioid-es",];
