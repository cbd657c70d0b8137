//! The catalog that the program ships: every file of `assets/`, compiled in.

use super::{Catalog, Problem};

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/", $name)))),*]
    };
}

/// Every catalog file that the program ships, with its text.
pub const FILES: &[(&str, &str)] = files![
    "modules/aftercare-planning.ron",
    "modules/anger-management.ron",
    "modules/behavioral-activation.ron",
    "modules/bipolar-psychoeducation.ron",
    "modules/body-image-group.ron",
    "modules/case-management.ron",
    "modules/cbt-anxiety.ron",
    "modules/cbt-bright.ron",
    "modules/cbt-depression.ron",
    "modules/cbt-eating.ron",
    "modules/cbt-social-anxiety.ron",
    "modules/cbt-substance-use.ron",
    "modules/cbt7.ron",
    "modules/cpt.ron",
    "modules/dbt-adolescent-multifamily.ron",
    "modules/dbt-brief-14.ron",
    "modules/dbt-core-8.ron",
    "modules/dbt-distress-tolerance.ron",
    "modules/dbt-emotion-regulation.ron",
    "modules/dbt-full-24.ron",
    "modules/dbt-interpersonal.ron",
    "modules/dbt-mindfulness.ron",
    "modules/family-education.ron",
    "modules/family-psychoeducation.ron",
    "modules/family-therapy.ron",
    "modules/grief-and-loss.ron",
    "modules/helping-women-recover.ron",
    "modules/imr.ron",
    "modules/individual-therapy.ron",
    "modules/matrix-early-recovery.ron",
    "modules/matrix-family-education.ron",
    "modules/matrix-individual.ron",
    "modules/matrix-relapse-prevention.ron",
    "modules/matrix-social-support.ron",
    "modules/mbrp.ron",
    "modules/mbsr.ron",
    "modules/meal-support.ron",
    "modules/medication-education.ron",
    "modules/medication-management.ron",
    "modules/met-4.ron",
    "modules/met-cbt5.ron",
    "modules/mindfulness-practice.ron",
    "modules/motivational-enhancement.ron",
    "modules/multi-family-group.ron",
    "modules/mutual-help-introduction.ron",
    "modules/nursing-check.ron",
    "modules/nutrition-counseling.ron",
    "modules/opioid-safety.ron",
    "modules/parent-guidance.ron",
    "modules/peer-support.ron",
    "modules/process-group.ron",
    "modules/psychiatric-evaluation.ron",
    "modules/psychoeducation-co-occurring.ron",
    "modules/psychoeducation.ron",
    "modules/relapse-prevention-group.ron",
    "modules/relaxation-training.ron",
    "modules/rhythm-and-sleep.ron",
    "modules/safety-planning.ron",
    "modules/school-coordination.ron",
    "modules/seeking-safety.ron",
    "modules/skill-building.ron",
    "modules/stress-management.ron",
    "modules/toxicology.ron",
    "modules/treatment-plan-review.ron",
    "modules/tsf-12.ron",
    "modules/unified-protocol.ron",
    "modules/vocational-support.ron",
    "modules/wellness-activity.ron",
    "modules/wrap.ron",
    "measures/audit-c.ron",
    "measures/audit.ron",
    "measures/bam-iop.ron",
    "measures/c-ssrs.ron",
    "measures/crafft.ron",
    "measures/craving-rating.ron",
    "measures/dast-10.ron",
    "measures/ders-16.ron",
    "measures/ede-q.ron",
    "measures/gad-7.ron",
    "measures/gas.ron",
    "measures/mdq.ron",
    "measures/ors.ron",
    "measures/own-rating.ron",
    "measures/pcl-5.ron",
    "measures/phq-9.ron",
    "measures/phq-a.ron",
    "measures/srs.ron",
    "measures/whodas-12.ron",
    "measures/wsas.ron",
    "measures/ymrs.ron",
    "needs/alcohol-use.ron",
    "needs/anorexia.ron",
    "needs/bipolar.ron",
    "needs/borderline-personality.ron",
    "needs/bulimia.ron",
    "needs/cannabis-use.ron",
    "needs/co-occurring.ron",
    "needs/daily-life.ron",
    "needs/depression.ron",
    "needs/family-conflict.ron",
    "needs/generalized-anxiety.ron",
    "needs/isolation.ron",
    "needs/opioid-use.ron",
    "needs/panic.ron",
    "needs/self-harm.ron",
    "needs/social-anxiety.ron",
    "needs/stimulant-use.ron",
    "needs/suicidal-thoughts.ron",
    "needs/trauma.ron",
    "packs/asam-2-1-adolescent.ron",
    "packs/asam-2-1-adult.ron",
    "packs/carf.ron",
    "packs/cmhc.ron",
    "packs/h0015-payer.ron",
    "packs/joint-commission.ron",
    "packs/medicare-iop-2024.ron",
    "packs/program-custom.ron",
    "packs/state-ca-calaim.ron",
    "packs/state-fl.ron",
    "packs/state-il.ron",
    "packs/state-in.ron",
    "packs/state-ks.ron",
    "packs/state-mt.ron",
    "packs/state-nd.ron",
    "packs/state-va.ron",
    "packs/state-wy.ron",
    "clinics/harborlight.ron",
];

/// The catalog that the program ships, and what is wrong with it (nothing, as a test shows).
pub fn builtin() -> (Catalog, Vec<Problem>) {
    let mut catalog = Catalog::default();
    let problems = catalog.add(FILES.iter().copied());
    (catalog, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_in_assets_is_shipped_and_whole() {
        let mut on_disk = Vec::new();
        for folder in ["modules", "measures", "needs", "packs", "clinics"] {
            for file in std::fs::read_dir(format!("{}/assets/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
                on_disk.push(format!("{folder}/{}", file.unwrap().file_name().to_string_lossy()));
            }
        }
        on_disk.sort_unstable();
        let mut shipped: Vec<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        shipped.sort_unstable();
        assert_eq!(shipped, on_disk);
        assert_eq!(builtin().1, []);
    }
}
