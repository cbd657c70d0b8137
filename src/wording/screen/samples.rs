//! What the sample plans are about, for those who choose one.

use crate::base::Language;

/// What a sample is about, by its file name; a name that nobody described stands for itself.
pub fn sample(name: &str, language: Language) -> &str {
    let told = match name {
        "alcohol-evening" => ("Gus: alcohol use, evenings beside a job", "Gus: alcohol, de noche tras el trabajo"),
        "bipolar-stepdown" => ("Tad: bipolar disorder, stepping down", "Tad: bipolaridad, hacia menos horas"),
        "bulimia-day" => ("Anju: bulimia, day track", "Anju: bulimia, programa de día"),
        "depression-day" => ("Del: depression, day track", "Del: depresión, programa de día"),
        "teen-dbt" => ("Juno: DBT for a teenager, parents apart", "Juno: DBT en familia, padres separados"),
        "trauma-opioid-es" => ("Rosa: trauma and opioid use, in Spanish", "Rosa: trauma y opioides, en español"),
        other => (other, other),
    };
    match language {
        Language::English => told.0,
        Language::Spanish => told.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_is_described() {
        for (name, _) in crate::samples::ALL {
            assert_ne!(sample(name, Language::English), *name);
            assert_ne!(sample(name, Language::Spanish), *name);
        }
    }
}
