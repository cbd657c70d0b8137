//! What the command line says: lists, summaries, and the names that machines read.

use std::path::Path;

use super::time::{clock, date, day, frequency, length, week};
use super::{faults, terms};
use crate::base::{Format, Language, ServiceKind, is_blank};
use crate::catalog::Catalog;
use crate::checks::{Finding, Level};
use crate::draft::{Draft, DraftError, LeftOut, WhyLeftOut};
use crate::plan::{Plan, Refusal, SessionStatus, Standing, ends, starts, weeks};

/// The name of a status in JSON.
pub const fn status_code(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Planned => "planned",
        SessionStatus::Attended => "attended",
        SessionStatus::Late => "late",
        SessionStatus::LeftEarly => "left-early",
        SessionStatus::Missed => "missed",
        SessionStatus::Excused => "excused",
        SessionStatus::Cancelled => "cancelled",
    }
}

/// The name of a sort of service in JSON.
pub const fn kind_code(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Cbt => "cbt",
        ServiceKind::Dbt => "dbt",
        ServiceKind::Trauma => "trauma",
        ServiceKind::Individual => "individual",
        ServiceKind::Group => "group",
        ServiceKind::Family => "family",
        ServiceKind::Psychoeducation => "psychoeducation",
        ServiceKind::SkillBuilding => "skill-building",
        ServiceKind::Mindfulness => "mindfulness",
        ServiceKind::Motivational => "motivational",
        ServiceKind::RelapsePrevention => "relapse-prevention",
        ServiceKind::Medical => "medical",
        ServiceKind::CaseManagement => "case-management",
        ServiceKind::Support => "support",
        ServiceKind::Nutrition => "nutrition",
        ServiceKind::Aftercare => "aftercare",
        ServiceKind::Review => "review",
    }
}

/// The name of a format in JSON.
pub const fn format_code(format: Format) -> &'static str {
    match format {
        Format::Individual => "individual",
        Format::Group => "group",
        Format::Family => "family",
        Format::MultiFamily => "multi-family",
        Format::FamilyWithoutPatient => "family-without-patient",
    }
}

/// A level of findings.
pub const fn level(level: Level, language: Language) -> &'static str {
    match (language, level) {
        (Language::English | Language::Spanish, Level::Error) => "Error",
        (Language::English, Level::Warning) => "Warning",
        (Language::English, Level::Note) => "Note",
        (Language::Spanish, Level::Warning) => "Advertencia",
        (Language::Spanish, Level::Note) => "Nota",
    }
}

/// How many findings of each level there are.
pub fn found(findings: &[Finding], language: Language) -> String {
    let count = |wanted| findings.iter().filter(|finding| finding.level() == wanted).count();
    let [errors, warnings, notes] = [Level::Error, Level::Warning, Level::Note].map(count);
    match language {
        Language::English => format!(
            "{}, {}, {}",
            counted(errors, "error", "errors"),
            counted(warnings, "warning", "warnings"),
            counted(notes, "note", "notes")
        ),
        Language::Spanish => format!(
            "{}, {}, {}",
            counted(errors, "error", "errores"),
            counted(warnings, "advertencia", "advertencias"),
            counted(notes, "nota", "notas")
        ),
    }
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The summary of a plan: whose it is, its weeks and its modules.
pub fn plan(plan: &Plan, language: Language) -> Vec<String> {
    let mut lines = vec![heading(plan, language), String::new()];
    for week_of_stay in weeks(plan) {
        let days = counted_days(week_of_stay.days(), language);
        let (name, from) = (week(week_of_stay.number, language), day(week_of_stay.starts, language));
        lines.push(format!("{name}, {from}: {}, {days}", length(week_of_stay.minutes())));
        for session in &week_of_stay.sessions {
            let module = plan.module(session.module).map_or("", |module| module.name.get(language));
            let mut line = format!(
                "  {} {}  {module}: {}",
                day(session.date, language),
                clock(session.start, language),
                session.topic_words.get(language)
            );
            if session.status != SessionStatus::Planned {
                line = format!("{line} ({})", terms::session_status(session.status, language));
            }
            lines.push(line);
        }
    }
    lines.push(String::new());
    for module in &plan.modules {
        let sessions = plan.sessions_of(module.id).count();
        let name = module.name.get(language);
        let often = frequency(module.frequency, language);
        lines.push(format!("{name}: {sessions} × {}, {often}", length(module.minutes)));
    }
    lines
}

fn heading(plan: &Plan, language: Language) -> String {
    let standing = match (language, plan.course.standing) {
        (Language::English, Standing::Draft) => "draft".to_owned(),
        (Language::Spanish, Standing::Draft) => "borrador".to_owned(),
        (Language::English, Standing::InEffect(since)) => format!("in effect since {}", date(since, language)),
        (Language::Spanish, Standing::InEffect(since)) => format!("en vigor desde el {}", date(since, language)),
    };
    let span = starts(plan)
        .zip(ends(plan))
        .map(|(first, last)| format!("{} – {}", date(first, language), date(last, language)));
    let name = if is_blank(&plan.person.name) { "—" } else { plan.person.name.as_str() };
    format!("{name}, {standing}, {}", span.unwrap_or_else(|| "—".to_owned()))
}

fn counted_days(days: usize, language: Language) -> String {
    match language {
        Language::English => counted(days, "day", "days"),
        Language::Spanish => counted(days, "día", "días"),
    }
}

/// What the catalog holds, a line an entry.
pub fn catalog(catalog: &Catalog, language: Language) -> Vec<String> {
    let titles = match language {
        Language::English => ["Modules", "Measures", "Needs", "Rule packs", "Clinics"],
        Language::Spanish => ["Módulos", "Escalas", "Necesidades", "Paquetes de reglas", "Clínicas"],
    };
    let [modules, measures, needs, packs, clinics] = titles;
    let mut lines = vec![format!("{modules} ({})", catalog.modules.len())];
    lines.extend(
        catalog
            .modules
            .values()
            .map(|m| format!("  {:28} {} × {}, {}", m.slug, m.dose.usual, length(m.minutes), m.name.get(language))),
    );
    lines.push(format!("{measures} ({})", catalog.measures.len()));
    lines.extend(catalog.measures.values().map(|m| format!("  {:28} {}: {}", m.slug, m.name, m.about.get(language))));
    lines.push(format!("{needs} ({})", catalog.needs.len()));
    lines.extend(catalog.needs.values().map(|n| format!("  {:28} {}", n.slug, n.name.get(language))));
    lines.push(format!("{packs} ({})", catalog.packs.len()));
    lines.extend(catalog.packs.values().map(|p| format!("  {:28} {}", p.slug, p.name.get(language))));
    lines.push(format!("{clinics} ({})", catalog.clinics.len()));
    lines.extend(catalog.clinics.values().map(|c| format!("  {:28} {}", c.slug, c.name)));
    lines
}

/// How the check of a catalog folder ended.
pub fn checked(problems: usize, language: Language) -> String {
    match (language, problems) {
        (Language::English, 0) => "Nothing wrong found".to_owned(),
        (Language::Spanish, 0) => "No se encontró ningún problema".to_owned(),
        (Language::English, n) => counted(n, "problem", "problems"),
        (Language::Spanish, n) => counted(n, "problema", "problemas"),
    }
}

/// What was drafted, and what could not be.
pub fn drafted(draft: &Draft, language: Language) -> Vec<String> {
    let Draft { plan, owed, left_out } = draft;
    let (goals, modules, sessions) = (plan.goals.len(), plan.modules.len(), plan.sessions.len());
    let mut lines = vec![match language {
        Language::English => format!(
            "Drafted {}, {}, {}",
            counted(goals, "goal", "goals"),
            counted(modules, "module", "modules"),
            counted(sessions, "session", "sessions")
        ),
        Language::Spanish => format!(
            "Borrador con {}, {}, {}",
            counted(goals, "meta", "metas"),
            counted(modules, "módulo", "módulos"),
            counted(sessions, "sesión", "sesiones")
        ),
    }];
    for (id, number) in owed {
        let name = plan.module(*id).map_or("", |module| module.name.get(language));
        lines.push(match language {
            Language::English => format!(
                "{name}: {} of the usual course found no place",
                counted(usize::from(*number), "session", "sessions")
            ),
            Language::Spanish => {
                format!("{name}: {} del curso habitual sin lugar", counted(usize::from(*number), "sesión", "sesiones"))
            }
        });
    }
    lines.extend(left_out.iter().map(|left| left_out_line(left, language)));
    lines
}

fn left_out_line(left: &LeftOut, language: Language) -> String {
    let why = match (language, left.why) {
        (Language::English, WhyLeftOut::Age) => "is for other ages",
        (Language::English, WhyLeftOut::NoGroup) => "no group of it meets in this track",
        (Language::English, WhyLeftOut::NoStaff) => "nobody on the staff may lead it",
        (Language::English, WhyLeftOut::NoPlace) => "no time for it within the person’s hours",
        (Language::Spanish, WhyLeftOut::Age) => "es para otras edades",
        (Language::Spanish, WhyLeftOut::NoGroup) => "ningún grupo suyo se reúne en este programa",
        (Language::Spanish, WhyLeftOut::NoStaff) => "nadie del equipo puede dirigirlo",
        (Language::Spanish, WhyLeftOut::NoPlace) => "no hay tiempo para él dentro del horario de la persona",
    };
    match language {
        Language::English => format!("Left out {}: {why}", left.module),
        Language::Spanish => format!("Se omitió {}: {why}", left.module),
    }
}

/// Why no plan could be drafted, and what to do.
pub fn not_drafted(error: &DraftError, language: Language) -> String {
    match (language, error) {
        (Language::English, DraftError::Unknown { field, slug }) => {
            format!("`{field}` names `{slug}`, which is not in the catalog; `throughline catalog` lists what is")
        }
        (Language::Spanish, DraftError::Unknown { field, slug }) => {
            format!("`{field}` nombra `{slug}`, que no está en el catálogo; `throughline catalog` muestra lo que hay")
        }
        (Language::English, DraftError::NoSuchGoal { field, number, goals }) => {
            format!("`{field}` is {number}, but the library has goals 1 to {goals} for this need")
        }
        (Language::Spanish, DraftError::NoSuchGoal { field, number, goals }) => {
            format!("`{field}` es {number}, pero la biblioteca tiene las metas 1 a {goals} para esta necesidad")
        }
        (Language::English, DraftError::NoStay) => {
            "`stay` is empty: name at least one segment with its first day, its weeks and its days".to_owned()
        }
        (Language::Spanish, DraftError::NoStay) => {
            "`stay` está vacío: indique al menos una etapa con su primer día, sus semanas y sus días".to_owned()
        }
        (Language::English, DraftError::EmptySegment { field }) => {
            format!("`{field}` has no program day in its weeks: look at `from`, `weeks` and `days`")
        }
        (Language::Spanish, DraftError::EmptySegment { field }) => {
            format!("`{field}` no tiene ningún día de programa en sus semanas: revise `from`, `weeks` y `days`")
        }
        (Language::English, DraftError::Refused(refusal)) => {
            format!("The intake contradicts itself: {}", refused(refusal, language))
        }
        (Language::Spanish, DraftError::Refused(refusal)) => {
            format!("Los datos de ingreso se contradicen: {}", refused(refusal, language))
        }
    }
}

/// Why an edit was not made.
pub fn refused(refusal: &Refusal, language: Language) -> String {
    match (language, refusal) {
        (Language::English, Refusal::Missing(id)) => format!("nothing in the plan has the number {id}"),
        (Language::Spanish, Refusal::Missing(id)) => format!("nada en el plan tiene el número {id}"),
        (Language::English, Refusal::NoConsent) => {
            "guardians are named, but nobody who consented for a minor".to_owned()
        }
        (Language::Spanish, Refusal::NoConsent) => {
            "se nombran tutores, pero no quién consintió por la persona menor de edad".to_owned()
        }
        (Language::English, Refusal::Permanent(id)) => {
            format!("result {id} stays as it was measured; mark it as entered in error instead")
        }
        (Language::Spanish, Refusal::Permanent(id)) => {
            format!("el resultado {id} se conserva como se midió; márquelo como registrado por error")
        }
        (Language::English, Refusal::Answered(id)) => {
            format!("answer {id} stays in the log of signatures; add another, or mark it as entered in error")
        }
        (Language::Spanish, Refusal::Answered(id)) => {
            format!("la respuesta {id} se conserva en el registro de firmas; agregue otra o márquela como error")
        }
        (_, Refusal::Breaks(fault)) => faults::fault(fault, language),
    }
}

/// That a plan was opened although its checksum does not hold.
pub fn opened_changed(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::English => format!("{path} was changed by hand or damaged; it was opened because you asked for it"),
        Language::Spanish => format!("{path} fue modificado a mano o está dañado; se abrió porque usted lo pidió"),
    }
}

/// That a file exists and is left alone.
pub fn would_replace(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::English => format!("{path} exists and was left as it is; choose another name, or say --replace"),
        Language::Spanish => format!("{path} ya existe y quedó como estaba; elija otro nombre o use --replace"),
    }
}

/// That a PDF was written.
pub fn exported(path: &Path, pages: usize, language: Language) -> String {
    let path = path.display();
    match language {
        Language::English => format!("Wrote {} to {path}", counted(pages, "page", "pages")),
        Language::Spanish => format!("PDF de {} escrito en {path}", counted(pages, "página", "páginas")),
    }
}

/// That no PDF could be made.
pub fn no_pdf(why: &str, language: Language) -> String {
    match language {
        Language::English => format!("The PDF could not be made: {why}. The plan is as it was."),
        Language::Spanish => format!("No se pudo crear el PDF: {why}. El plan está como estaba."),
    }
}

/// That no window could be shown, and what works without one.
pub fn no_window(why: &str, language: Language) -> String {
    match language {
        Language::English => {
            format!("No window could be shown: {why}\nWithout a display, `throughline --help` lists what works.")
        }
        Language::Spanish => {
            format!("No se pudo mostrar la ventana: {why}\nSin pantalla, `throughline --help` muestra lo que funciona.")
        }
    }
}

/// That some characters have no letter in the fonts.
pub fn missing_letters(letters: &[char], language: Language) -> String {
    let list: Vec<String> = letters.iter().map(|letter| format!("{letter} (U+{:04X})", u32::from(*letter))).collect();
    let list = list.join(", ");
    match language {
        Language::English => format!("The font lacks these characters, which print as boxes: {list}"),
        Language::Spanish => format!("A la fuente le faltan estos caracteres, que se imprimen como cuadros: {list}"),
    }
}

/// A timetable problem that could not be read or written.
pub fn not_solved(path: &Path, why: &str, language: Language) -> String {
    let path = path.display();
    match language {
        Language::English => format!("Not solved: {path}: {why}"),
        Language::Spanish => format!("Sin resolver: {path}: {why}"),
    }
}
