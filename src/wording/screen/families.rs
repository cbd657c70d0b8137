//! The eight families of service that the screens tell apart by color and word.

use crate::base::{Language, ServiceKind};

/// A family of kinds of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Therapy that teaches skills.
    Skills,
    /// One to one with a therapist.
    Individual,
    /// In a group.
    Group,
    /// With the family.
    Relatives,
    /// Learning about conditions and how to stay well.
    Learning,
    /// Mindfulness.
    Mindfulness,
    /// Body, medication and food.
    Health,
    /// Support, planning and what comes after.
    Planning,
}

impl Family {
    /// All eight, in the order in which they are stacked and listed.
    pub const ALL: [Self; 8] = [
        Self::Skills,
        Self::Individual,
        Self::Group,
        Self::Relatives,
        Self::Learning,
        Self::Mindfulness,
        Self::Health,
        Self::Planning,
    ];

    /// Place in [`Family::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// The family that a kind of service belongs to.
pub const fn family(kind: ServiceKind) -> Family {
    match kind {
        ServiceKind::Cbt | ServiceKind::Dbt | ServiceKind::Trauma | ServiceKind::SkillBuilding => Family::Skills,
        ServiceKind::Individual | ServiceKind::Motivational => Family::Individual,
        ServiceKind::Group => Family::Group,
        ServiceKind::Family => Family::Relatives,
        ServiceKind::Psychoeducation | ServiceKind::RelapsePrevention => Family::Learning,
        ServiceKind::Mindfulness => Family::Mindfulness,
        ServiceKind::Medical | ServiceKind::Nutrition => Family::Health,
        ServiceKind::CaseManagement | ServiceKind::Support | ServiceKind::Aftercare | ServiceKind::Review => {
            Family::Planning
        }
    }
}

/// The name of a family of services.
pub const fn family_name(family: Family, language: Language) -> &'static str {
    match language {
        Language::English => match family {
            Family::Skills => "Therapy skills",
            Family::Individual => "Individual therapy",
            Family::Group => "Group therapy",
            Family::Relatives => "Family",
            Family::Learning => "Learning",
            Family::Mindfulness => "Mindfulness",
            Family::Health => "Health and food",
            Family::Planning => "Support and planning",
        },
        Language::Spanish => match family {
            Family::Skills => "Habilidades",
            Family::Individual => "Terapia individual",
            Family::Group => "Terapia de grupo",
            Family::Relatives => "Familia",
            Family::Learning => "Aprendizaje",
            Family::Mindfulness => "Atención plena",
            Family::Health => "Salud y alimentación",
            Family::Planning => "Apoyo y planificación",
        },
    }
}
