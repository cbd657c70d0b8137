//! What is said about data that cannot be right: a plan that contradicts itself, a catalog file with a mistake.

use super::time::date;
use crate::base::Language;
use crate::catalog::read::ReadError;
use crate::catalog::{Problem, ProblemKind};
use crate::plan::{Fault, Item};

/// A contradiction inside a plan.
pub fn fault(fault: &Fault, language: Language) -> String {
    match fault {
        Fault::DuplicateId { id, first, second } => {
            let (first, second) = (item(*first, language), item(*second, language));
            match language {
                Language::English => format!("Two records have the number {id}: {first} and {second}"),
                Language::Spanish => format!("Dos registros tienen el número {id}: {first} y {second}"),
            }
        }
        Fault::IdBeyondCounter { item: whose, next_id } => about(
            *whose,
            language,
            &format!("the plan has not given out this number yet; the next would be {next_id}"),
            &format!("el plan aún no ha asignado ese número; el siguiente sería {next_id}"),
        ),
        Fault::Dangling { from, to } => {
            let to = item(*to, language);
            let spanish = format!("hace referencia a “{to}”, que no existe");
            about(*from, language, &format!("it refers to {to}, which does not exist"), &spanish)
        }
        Fault::Backwards { item: whose, from, to } => {
            let (from, to) = (date(*from, language), date(*to, language));
            let english = format!("a period ends on {to}, before it begins on {from}");
            about(*whose, language, &english, &format!("un periodo termina el {to}, antes de comenzar el {from}"))
        }
        Fault::OutOfRange { item: whose, field } => about(
            *whose,
            language,
            &format!("“{field}” has a value that is not possible"),
            &format!("“{field}” tiene un valor imposible"),
        ),
    }
}

fn about(whose: Item, language: Language, english: &str, spanish: &str) -> String {
    let whose = capitalized(&item(whose, language));
    match language {
        Language::English => format!("{whose}: {english}"),
        Language::Spanish => format!("{whose}: {spanish}"),
    }
}

/// A part of a plan by its kind and number: `session 41`.
pub fn item(item: Item, language: Language) -> String {
    let (english, spanish, number) = match item {
        Item::Plan => ("plan", "plan", None),
        Item::Person => ("person", "persona", None),
        Item::Frame => ("clinical frame", "marco clínico", None),
        Item::SafetyPlan => ("safety plan", "plan de seguridad", None),
        Item::Leaving => ("discharge and aftercare", "alta y seguimiento", None),
        Item::Week(number) => ("week", "semana", Some(u32::from(number))),
        Item::Release(id) => ("release of information", "autorización de divulgación", Some(id.0)),
        Item::Guardian(id) => ("parent or guardian", "madre, padre o tutor", Some(id.0)),
        Item::Diagnosis(id) => ("diagnosis", "diagnóstico", Some(id.0)),
        Item::Medication(id) => ("medication", "medicamento", Some(id.0)),
        Item::Segment(id) => ("care segment", "etapa de atención", Some(id.0)),
        Item::Payer(id) => ("payer", "pagador", Some(id.0)),
        Item::Need(id) => ("need", "necesidad", Some(id.0)),
        Item::Goal(id) => ("goal", "meta", Some(id.0)),
        Item::Objective(id) => ("objective", "objetivo", Some(id.0)),
        Item::Module(id) => ("module", "módulo", Some(id.0)),
        Item::Session(id) => ("session", "sesión", Some(id.0)),
        Item::Result(id) => ("result", "resultado", Some(id.0)),
        Item::Review(id) => ("review", "revisión", Some(id.0)),
        Item::SignOff(id) => ("signature", "firma", Some(id.0)),
        Item::Addendum(id) => ("addendum", "nota adicional", Some(id.0)),
        Item::Support(id) => ("support", "apoyo", Some(id.0)),
    };
    let name = match language {
        Language::English => english,
        Language::Spanish => spanish,
    };
    number.map_or_else(|| name.to_owned(), |number| format!("{name} {number}"))
}

/// A mistake in a catalog file, with the file's name.
pub fn problem(problem: &Problem, language: Language) -> String {
    let Problem { file, what } = problem;
    format!("{file}: {}", wrong(what, language))
}

/// What is wrong with a catalog file, without a capital.
pub fn wrong(what: &ProblemKind, language: Language) -> String {
    match what {
        ProblemKind::Unreadable(error) => place(error, language),
        ProblemKind::UnknownFolder => match language {
            Language::English => {
                "it lies in no folder of the catalog (modules, measures, needs, packs, clinics) and is left out"
                    .to_owned()
            }
            Language::Spanish => {
                "no está en ninguna carpeta del catálogo (modules, measures, needs, packs, clinics) y se omite"
                    .to_owned()
            }
        },
        ProblemKind::Duplicate(slug) => match language {
            Language::English => format!("another file already has “{slug}”"),
            Language::Spanish => format!("otro archivo ya tiene “{slug}”"),
        },
        ProblemKind::NameDiffers(slug) => match language {
            Language::English => format!("it holds “{slug}” and should be named {slug}.ron"),
            Language::Spanish => format!("contiene “{slug}” y debería llamarse {slug}.ron"),
        },
        ProblemKind::UnknownEntry { field, slug } => match language {
            Language::English => format!("“{field}” names “{slug}”, which is not in the catalog"),
            Language::Spanish => format!("“{field}” menciona “{slug}”, que no está en el catálogo"),
        },
        ProblemKind::Field { field, expected } => match language {
            Language::English => format!("“{field}” should be {expected}"),
            Language::Spanish => format!("“{field}” no es válido; se esperaba: “{expected}”"),
        },
    }
}

/// What to do about a mistake in a catalog file.
pub const fn advice(what: &ProblemKind, language: Language) -> &'static str {
    let (english, spanish) = match what {
        ProblemKind::Unreadable(_) => (
            "Mend the file at that place; until then its entry is left out",
            "Corrija el archivo en ese lugar; hasta entonces se omite su contenido",
        ),
        ProblemKind::UnknownFolder => {
            ("Move the file into the folder of its sort", "Mueva el archivo a la carpeta que le corresponde")
        }
        ProblemKind::Duplicate(_) => (
            "Give one of the two another name inside, or remove it; the later one is left out",
            "Cambie el nombre dentro de uno de los dos o quítelo; el segundo se omite",
        ),
        ProblemKind::NameDiffers(_) => {
            ("Rename the file, or what it holds", "Cambie el nombre del archivo o el de su contenido")
        }
        ProblemKind::UnknownEntry { .. } => (
            "Look whether the name is spelled like that entry’s file, or add a file for it",
            "Revise si el nombre se escribe como el archivo de esa entrada, o agregue un archivo para ella",
        ),
        ProblemKind::Field { .. } => ("Write another value there", "Escriba otro valor allí"),
    };
    match language {
        Language::English => english,
        Language::Spanish => spanish,
    }
}

/// Where a text could not be read and why; the reason itself comes from the reader and is in English.
pub fn place(error: &ReadError, language: Language) -> String {
    let ReadError { line, column, field, expected } = error;
    let field = if field.is_empty() { String::new() } else { format!(" ({field})") };
    match language {
        Language::English => format!("line {line}, column {column}{field}: {expected}"),
        Language::Spanish => format!("línea {line}, columna {column}{field}: “{expected}”"),
    }
}

/// The text with a capital first letter, as a sentence begins.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
