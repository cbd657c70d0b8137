//! The names of edits, as undo, redo and the palette say them: `move CBT, Tue 5 Jan`.

mod course;
mod person;
mod together;

use crate::base::{GoalId, Language, ModuleId, NeedId, ObjectiveId, SessionId, is_blank};
use crate::plan::{
    Edit, GoalEdit, ListEdit, ModuleEdit, NeedEdit, ObjectiveEdit, Payer, PlacedModule, Plan, Record, Segment, Session,
    SessionEdit,
};
use crate::wording::{terms, time};

/// Longer names are cut.
const LONGEST_NAME: usize = 36;

/// What an edit does, without a capital; `plan` is the plan before it.
pub fn told(edit: &Edit, plan: &Plan, language: Language) -> String {
    let say = Say { plan, language };
    match edit {
        Edit::Person(edit) => say.person(edit),
        Edit::Frame(edit) => say.frame(edit),
        Edit::Program(_) => say.change("the program", "el programa"),
        Edit::Segment(edit) => {
            let find = |id| plan.segments.iter().find(|segment| segment.id == id);
            say.list(edit, SEGMENT, find, |segment: &Segment| terms::setting(segment.setting, language).to_owned())
        }
        Edit::EarlierStay(_) => say.change("the earlier stay", "la estancia anterior"),
        Edit::Payer(edit) => {
            let find = |id| plan.coverage.iter().find(|payer| payer.id == id);
            say.list(edit, PAYER, find, |payer: &Payer| payer.name.clone())
        }
        Edit::Authorization(payer, edit) => {
            let payers = || plan.coverage.iter().filter(|one| one.id == *payer);
            let find = |id| payers().flat_map(|payer| &payer.authorizations).find(|one| one.id == id);
            say.list(edit, AUTHORIZATION, find, |one| one.number.clone())
        }
        Edit::Needs(edit) => say.list(edit, NEED, |id| plan.need(id), |need| quoted(&need.problem)),
        Edit::Need(id, edit) => say.need(*id, edit),
        Edit::Goals(edit) => say.list(edit, GOAL, |id| plan.goal(id), |goal| quoted(&goal.own_words)),
        Edit::Goal(id, edit) => say.goal(*id, edit),
        Edit::Objectives(_, edit) => {
            let find = |id| plan.objective(id).map(|(_, objective)| objective);
            say.list(edit, OBJECTIVE, find, |objective| quoted(&objective.plain))
        }
        Edit::Objective(id, edit) => say.objective(*id, edit),
        Edit::Modules(edit) => say.list(edit, MODULE, |id| plan.module(id), |module| say.module_name(module)),
        Edit::Module(id, edit) => say.module(*id, edit),
        Edit::Sessions(edit) => say.sessions(edit),
        Edit::Session(id, edit) => say.session(*id, edit),
        Edit::Course(edit) => say.course(edit),
        Edit::Leaving(edit) => say.leaving(edit),
        Edit::Together(edits) => say.together(edits),
        Edit::Restore(_) => say.pick("bring back an earlier version", "recuperar una versión anterior").to_owned(),
    }
}

/// A noun in English and, with its article, in Spanish.
type Noun = (&'static str, &'static str);

const SEGMENT: Noun = ("care segment", "la etapa de atención");
const PAYER: Noun = ("payer", "el pagador");
const AUTHORIZATION: Noun = ("authorization", "la autorización");
const NEED: Noun = ("need", "la necesidad");
const GOAL: Noun = ("goal", "la meta");
const OBJECTIVE: Noun = ("objective", "el objetivo");
const MODULE: Noun = ("module", "el módulo");

/// What is done to something.
const ADD: Noun = ("add", "agregar");
const CHANGE: Noun = ("change", "cambiar");
const REMOVE: Noun = ("remove", "quitar");
const REORDER: Noun = ("reorder", "reordenar");

struct Say<'a> {
    plan: &'a Plan,
    language: Language,
}

impl Say<'_> {
    fn pick<'a>(&self, english: &'a str, spanish: &'a str) -> &'a str {
        match self.language {
            Language::English => english,
            Language::Spanish => spanish,
        }
    }

    /// A verb, a noun and a name, as far as they say something.
    fn phrase(&self, verb: Noun, noun: Noun, name: &str) -> String {
        let parts = [self.pick(verb.0, verb.1), self.pick(noun.0, noun.1), name];
        parts.into_iter().filter(|part| !is_blank(part)).collect::<Vec<_>>().join(" ")
    }

    fn change(&self, english: &'static str, spanish: &'static str) -> String {
        self.phrase(CHANGE, (english, spanish), "")
    }

    /// A change of one part of something that has a name of its own.
    fn part(&self, noun: Noun, name: &str) -> String {
        if is_blank(name) {
            return self.phrase(CHANGE, noun, "");
        }
        self.phrase(CHANGE, noun, &format!("{} {name}", self.pick("of", "de")))
    }

    fn list<'p, T: Record + 'p>(
        &self,
        edit: &ListEdit<T>,
        noun: Noun,
        find: impl Fn(T::Id) -> Option<&'p T>,
        name: impl Fn(&T) -> String,
    ) -> String {
        let known = |id| find(id).map(&name).unwrap_or_default();
        let (verb, name) = match edit {
            ListEdit::Add(record) => (ADD, name(record)),
            ListEdit::Replace(record) => (CHANGE, name(record)),
            ListEdit::Remove(id) => (REMOVE, known(*id)),
            ListEdit::Move(id, _) => (REORDER, known(*id)),
        };
        self.phrase(verb, noun, &shortened(&name))
    }

    fn need(&self, id: NeedId, edit: &NeedEdit) -> String {
        let name = self.plan.need(id).map(|need| quoted(&need.problem)).unwrap_or_default();
        let noun = match edit {
            NeedEdit::Problem(_) => NEED,
            NeedEdit::Plain(_) => ("plain words of need", "las palabras sencillas de la necesidad"),
            NeedEdit::Evidence(_) => ("evidence of need", "la evidencia de la necesidad"),
            NeedEdit::Severity(_) => ("severity of need", "la gravedad de la necesidad"),
            NeedEdit::Standing(_) => ("standing of need", "la situación de la necesidad"),
        };
        self.phrase(CHANGE, noun, &name)
    }

    fn goal(&self, id: GoalId, edit: &GoalEdit) -> String {
        let name = self.plan.goal(id).map(|goal| quoted(&goal.own_words)).unwrap_or_default();
        let noun = match edit {
            GoalEdit::Needs(_) => ("needs of goal", "las necesidades de la meta"),
            GoalEdit::OwnWords(_) => ("own words of goal", "las palabras propias de la meta"),
            GoalEdit::Language(_) => ("language of goal", "el idioma de la meta"),
            GoalEdit::Rendering(_) => ("translation of goal", "la traducción de la meta"),
            GoalEdit::Clinical(_) => ("clinical wording of goal", "la redacción clínica de la meta"),
        };
        self.phrase(CHANGE, noun, &name)
    }

    fn objective(&self, id: ObjectiveId, edit: &ObjectiveEdit) -> String {
        let name = self.plan.objective(id).map(|(_, one)| quoted(&one.plain)).unwrap_or_default();
        let noun = match edit {
            ObjectiveEdit::Plain(_) => OBJECTIVE,
            ObjectiveEdit::Clinical(_) => ("clinical wording of objective", "la redacción clínica del objetivo"),
            ObjectiveEdit::Gauge(_) => ("measure of objective", "la forma de medir el objetivo"),
            ObjectiveEdit::TargetDate(_) => ("target date of objective", "la fecha prevista del objetivo"),
            ObjectiveEdit::Status(_) => ("status of objective", "el estado del objetivo"),
        };
        self.phrase(CHANGE, noun, &name)
    }

    fn module_name(&self, module: &PlacedModule) -> String {
        module.plain_name.get(self.language).to_owned()
    }

    fn module(&self, id: ModuleId, edit: &ModuleEdit) -> String {
        let name = self.plan.module(id).map(|module| self.module_name(module)).unwrap_or_default();
        let noun = match edit {
            ModuleEdit::Sessions(_) => ("number of sessions", "el número de sesiones"),
            ModuleEdit::Frequency(_) => ("frequency", "la frecuencia"),
            ModuleEdit::Minutes(_) => ("length of sessions", "la duración de las sesiones"),
            ModuleEdit::Objectives(_) => ("objectives", "los objetivos"),
            ModuleEdit::Responsible(_) => ("responsible person", "la persona responsable"),
            ModuleEdit::Reason(_) => ("reason", "la razón"),
        };
        self.part(noun, &shortened(&name))
    }

    /// A session as people call it: its module and its day.
    fn session_name(&self, session: &Session) -> String {
        let module = self.plan.module(session.module).map(|module| self.module_name(module)).unwrap_or_default();
        let day = time::day(session.date, self.language);
        if is_blank(&module) { day } else { format!("{}, {day}", shortened(&module)) }
    }

    fn sessions(&self, edit: &ListEdit<Session>) -> String {
        let known = |id| self.plan.session(id).map(|one| self.session_name(one)).unwrap_or_default();
        let (verb, name) = match edit {
            ListEdit::Add(session) => (ADD, self.session_name(session)),
            ListEdit::Replace(session) => (CHANGE, known(session.id)),
            ListEdit::Remove(id) => (REMOVE, known(*id)),
            ListEdit::Move(id, _) => (REORDER, known(*id)),
        };
        self.phrase(verb, ("", ""), &name)
    }

    fn session(&self, id: SessionId, edit: &SessionEdit) -> String {
        let name = self.plan.session(id).map(|session| self.session_name(session)).unwrap_or_default();
        match edit {
            SessionEdit::Move(..) => self.phrase(("move", "mover"), ("", ""), &name),
            SessionEdit::Minutes(_) => self.part(("length", "la duración"), &name),
            SessionEdit::Topic(..) => self.part(("topic", "el tema"), &name),
            SessionEdit::Place(_) => self.part(("place", "el lugar"), &name),
            SessionEdit::Staff(_) => self.part(("leader", "la persona a cargo"), &name),
            SessionEdit::Mark(status, ..) => {
                let became = terms::session_status(*status, self.language);
                let name = format!("{name} {}", self.pick("as", "como"));
                self.phrase(("mark", "marcar"), ("", ""), &format!("{name} {became}"))
            }
            SessionEdit::Block(Some(_)) => self.part(("group", "el grupo"), &name),
            SessionEdit::Block(None) => self.phrase(("take out of the group", "sacar del grupo"), ("", ""), &name),
            SessionEdit::Pin => self.phrase(("hold", "fijar"), ("", ""), &name),
            SessionEdit::Unpin => self.phrase(("release", "soltar"), ("", ""), &name),
        }
    }
}

fn quoted(words: &str) -> String {
    if is_blank(words) { String::new() } else { format!("“{}”", shortened(words)) }
}

/// A name cut to a length that a button can hold, at the end of a word where there is one.
fn shortened(name: &str) -> String {
    let name = name.trim();
    if name.chars().count() <= LONGEST_NAME + 2 {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LONGEST_NAME).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', '.']))
}
