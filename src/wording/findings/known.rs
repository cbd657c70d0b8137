//! What findings beside the catalog say.

use super::say::Say;
use crate::checks::KnownFinding;

pub(super) fn message(kind: &KnownFinding, say: &Say<'_>) -> String {
    let it = say.subject();
    match kind {
        KnownFinding::UnknownModule { slug } | KnownFinding::UnknownNeed { slug } => say.pick(
            format!("{it} comes from the catalog entry “{slug}”, which this catalog does not have"),
            format!("{it}: viene de la entrada “{slug}”, que este catálogo no tiene"),
        ),
        KnownFinding::UnknownMeasure { slug } => say.pick(
            format!("{it} uses the measure “{slug}”, which this catalog does not have"),
            format!("{it}: usa la escala “{slug}”, que este catálogo no tiene"),
        ),
        KnownFinding::UnknownPack { slug } => say.pick(
            format!("{it} goes by the rule pack “{slug}”, which this catalog does not have; its rules are not checked"),
            format!("{it}: se rige por el paquete de reglas “{slug}”, que este catálogo no tiene; sus reglas no se comprueban"),
        ),
        KnownFinding::UnknownClinic { slug } => say.pick(
            format!("The clinic “{slug}” is not in this catalog; its holidays are not checked"),
            format!("La clínica “{slug}” no está en este catálogo; sus días de cierre no se comprueban"),
        ),
        KnownFinding::EditionDiffers { placed, known } => say.pick(
            format!("{it} follows edition {placed}; the catalog has edition {known}"),
            format!("{it}: sigue la edición {placed}; el catálogo tiene la edición {known}"),
        ),
        KnownFinding::ModuleAges { age, ages } => {
            let ages = say.ages(*ages);
            say.pick(
                format!("{it} is meant for {ages}; the person is {age}"),
                format!("{it}: es para {ages}; la persona tiene {age}"),
            )
        }
        KnownFinding::MeasureAges { name, age, ages } => {
            let ages = say.ages(*ages);
            say.pick(
                format!("{name} is meant for {ages}; the person is {age}"),
                format!("{name} es para {ages}; la persona tiene {age}"),
            )
        }
        KnownFinding::PackAges { rule, age, ages } => {
            let (rule, ages) = (say.rule(rule), say.ages(*ages));
            say.pick(
                format!("The rules of {rule} are meant for {ages}; the person is {age}"),
                format!("Las reglas de {rule} son para {ages}; la persona tiene {age}"),
            )
        }
        KnownFinding::PrerequisiteNotMet { before, asked, planned } => {
            let (before, asked) = (say.text(before), say.sessions(usize::from(*asked)));
            say.pick(
                format!("{it} begins after {planned} of the {asked} of “{before}” that come first"),
                format!("{it}: empieza tras {planned} de {asked} de “{before}” que van antes"),
            )
        }
    }
}

pub(super) fn fix(kind: &KnownFinding, say: &Say<'_>) -> String {
    match kind {
        KnownFinding::UnknownModule { .. } | KnownFinding::UnknownNeed { .. } => say.pick(
            "Add the entry to the clinic’s catalog folder, or go on with the text in the plan",
            "Agregue la entrada a la carpeta de catálogo de la clínica, o siga con el texto del plan",
        ),
        KnownFinding::UnknownMeasure { .. } => say.pick(
            "Add the measure to the clinic’s catalog folder, or choose another",
            "Agregue la escala a la carpeta de catálogo de la clínica, o elija otra",
        ),
        KnownFinding::UnknownPack { .. } => say.pick(
            "Add the rule pack to the clinic’s catalog folder, or choose another for this payer",
            "Agregue el paquete de reglas a la carpeta de catálogo de la clínica, o elija otro para este pagador",
        ),
        KnownFinding::UnknownClinic { .. } => say.pick(
            "Add the clinic to the catalog folder, or choose another",
            "Agregue la clínica a la carpeta de catálogo, o elija otra",
        ),
        KnownFinding::EditionDiffers { .. } => say.pick(
            "Compare the two; the plan keeps what was prescribed until you place the module anew",
            "Compare las dos; el plan conserva lo indicado hasta que coloque de nuevo el módulo",
        ),
        KnownFinding::ModuleAges { .. } => say.pick(
            "Choose a module for this age, or write in its reason why it suits",
            "Elija un módulo para esta edad, o escriba en el motivo por qué conviene",
        ),
        KnownFinding::MeasureAges { .. } => {
            say.pick("Choose a measure for this age", "Elija una escala para esta edad")
        }
        KnownFinding::PackAges { .. } => {
            say.pick("Choose the rule pack for this age", "Elija el paquete de reglas para esta edad")
        }
        KnownFinding::PrerequisiteNotMet { .. } => say.pick(
            "Begin it later, or schedule the other module earlier",
            "Empiécelo más tarde, o programe antes el otro módulo",
        ),
    }
}
