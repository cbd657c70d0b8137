//! What every field of a plan is called in a change list; `as` gives the words for the person, where it concerns them.

use super::{Label, Teller, Tells};
use crate::history::{
    AddendumChange, AftercareChange, AuthorizationChange, CourseChange, DiagnosisChange, FrameChange, GoalChange,
    LeavingChange, MedicationChange, ModuleChange, NeedChange, ObjectiveChange, PayerChange, PersonChange,
    ProgramChange, ReleaseChange, ResultChange, ReviewChange, SegmentChange, SessionChange, SignOffChange,
    SupportChange,
};
use crate::plan::Item;

macro_rules! plain {
    () => {
        None
    };
    ($english:literal, $spanish:literal) => {
        Some([$english, $spanish])
    };
}

macro_rules! fields {
    ($($change:ident {
        $($Field:ident: $english:literal, $spanish:literal $(as $plain_en:literal, $plain_es:literal)?;)*
        $(@list $List:ident: $item:expr;)*
        $(@own $Own:ident;)*
        $(@part $Part:ident;)*
    })*) => {$(
        impl Tells for $change {
            fn tell(&self, item: Item, teller: &mut Teller<'_>) {
                match self {
                    $(Self::$Field(swap) => {
                        let plain = plain!($($plain_en, $plain_es)?);
                        teller.field(item, &Label { english: $english, spanish: $spanish, plain }, swap);
                    })*
                    $(Self::$List(change) => teller.list(change, $item),)*
                    $(Self::$Own(change) => teller.list(change, |_| item),)*
                    $(Self::$Part(change) => change.tell(item, teller),)*
                }
            }
        }
    )*};
}

fields! {
    PersonChange {
        Name: "name", "nombre" as "name", "nombre";
        PreferredName: "preferred name", "nombre preferido" as "what we call you", "cómo le llamamos";
        Pronouns: "pronouns", "pronombres" as "pronouns", "pronombres";
        BirthDate: "date of birth", "fecha de nacimiento";
        RecordNumber: "record number", "número de expediente";
        Language: "language", "idioma" as "language", "idioma";
        Interpreter: "interpreter", "intérprete" as "interpreter", "intérprete";
        Contact: "contact", "datos de contacto";
        Emergency: "emergency contact", "contacto de emergencia";
        Minor: "consent for a minor", "consentimiento de menor de edad";
        Strengths: "strengths", "fortalezas" as "strengths", "fortalezas";
        Needs: "needs", "necesidades" as "what you need", "lo que necesita";
        Abilities: "abilities", "habilidades" as "what you can do", "lo que sabe hacer";
        Preferences: "preferences", "preferencias" as "what you prefer", "lo que prefiere";
        Barriers: "barriers", "barreras" as "what makes coming hard", "lo que le dificulta venir";
        Supports: "supports", "apoyos" as "who helps you", "quién le ayuda";
        Availability: "availability", "disponibilidad" as "when you can come", "cuándo puede venir";
        Away: "days away", "días de ausencia" as "days away", "días de ausencia";
        Telehealth: "telehealth location", "lugar para telesalud";
        @list Releases: Item::Release;
    }
    FrameChange {
        Principal: "principal diagnosis", "diagnóstico principal";
        LevelOfCare: "level-of-care rationale", "justificación del nivel de atención";
        Impairment: "functional impairment", "deterioro funcional";
        PriorTreatment: "prior treatment", "tratamientos anteriores";
        Dimensions: "dimension ratings", "valoración por dimensiones";
        Allergies: "allergies", "alergias" as "allergies", "alergias";
        OpioidMedication: "medication for opioid use disorder", "medicamento para el trastorno por opioides";
        Naloxone: "naloxone", "naloxona" as "naloxone", "naloxona";
        WithdrawalRisk: "risk of withdrawal", "riesgo de abstinencia";
        MedicalClearance: "medical clearance", "autorización médica";
        Risk: "risk level", "nivel de riesgo";
        RiskNote: "basis of the risk level", "fundamento del nivel de riesgo";
        SafetyPlan: "safety plan", "plan de seguridad" as "your safety plan", "su plan de seguridad";
        @list Diagnoses: Item::Diagnosis;
        @list Medications: Item::Medication;
    }
    ProgramChange {
        Clinic: "clinic", "clínica";
        Name: "program name", "nombre del programa" as "name of the program", "nombre del programa";
        Address: "program address", "dirección del programa" as "address of the program", "dirección del programa";
        Phone: "program telephone", "teléfono del programa" as "telephone of the program", "teléfono del programa";
        AfterHours: "after-hours telephone", "teléfono fuera de horario" as "telephone after hours", "teléfono fuera de horario";
        TimeZone: "time zone", "zona horaria";
        Part2: "42 CFR part 2", "42 CFR parte 2";
        Closed: "closed days", "días de cierre" as "closed days", "días de cierre";
    }
    ReleaseChange {
        Recipient: "recipient", "destinatario";
        Scope: "scope", "alcance";
        SubstanceUse: "substance use included", "incluye consumo de sustancias";
        Signed: "signed", "firmada";
        Expires: "expires", "vence";
        Revoked: "revoked", "revocada";
    }
    DiagnosisChange {
        Code: "code", "código";
        Label: "label", "denominación";
    }
    MedicationChange {
        Name: "name", "nombre" as "name", "nombre";
        Dose: "dose", "dosis" as "dose", "dosis";
        Purpose: "purpose", "para qué sirve" as "what it is for", "para qué sirve";
        Prescriber: "prescriber", "quién lo receta" as "who prescribes it", "quién lo receta";
    }
    SegmentChange {
        Setting: "setting", "nivel de atención" as "kind of care", "tipo de atención";
        From: "first day", "primer día" as "first day", "primer día";
        To: "last day", "último día" as "last day", "último día";
        Days: "program days", "días del programa" as "days", "días";
        DayFrom: "hours from", "horario desde" as "from", "desde";
        DayTo: "hours to", "horario hasta" as "until", "hasta";
        WeekMinutes: "hours aimed at in a week", "horas previstas por semana" as "hours in a week", "horas por semana";
        Track: "track", "turno";
        Pauses: "pauses", "pausas" as "pauses", "pausas";
    }
    PayerChange {
        Name: "name", "nombre";
        MemberNumber: "member number", "número de afiliado";
        Pack: "rule pack", "paquete de reglas";
        CountsAs: "what counts as an hour", "qué cuenta como hora";
        @own Authorizations;
    }
    AuthorizationChange {
        Number: "authorization number", "número de autorización";
        Unit: "authorized unit", "unidad autorizada";
        Approved: "approved", "aprobado";
        Used: "used before", "usado antes";
        From: "authorized from", "autorizado desde";
        To: "authorized to", "autorizado hasta";
        NextReview: "payer’s review", "revisión del pagador";
    }
    NeedChange {
        Slug: "catalog entry", "entrada del catálogo";
        Problem: "problem", "problema";
        Plain: "problem in plain words", "problema en palabras sencillas" as "in plain words", "en palabras sencillas";
        Evidence: "evidence", "evidencia";
        Severity: "severity", "gravedad";
        Standing: "standing", "situación";
    }
    GoalChange {
        Needs: "needs answered", "necesidades a las que responde";
        OwnWords: "own words", "palabras propias" as "in your words", "en sus palabras";
        Language: "language", "idioma";
        Rendering: "translation", "traducción";
        Clinical: "clinical wording", "redacción clínica";
        @list Objectives: Item::Objective;
    }
    ObjectiveChange {
        Plain: "plain wording", "redacción sencilla" as "step", "paso";
        Clinical: "clinical wording", "redacción clínica";
        Gauge: "measure and target", "forma de medir y meta";
        TargetDate: "target date", "fecha prevista" as "by when", "para cuándo";
        Status: "status", "estado" as "how far you are", "cuánto ha avanzado";
    }
    ModuleChange {
        Slug: "catalog module", "módulo del catálogo";
        Edition: "catalog edition", "edición del catálogo";
        Kind: "sort of service", "tipo de servicio";
        Format: "format", "formato" as "who is there", "quiénes participan";
        Name: "name", "nombre";
        PlainName: "plain name", "nombre sencillo" as "name", "nombre";
        Why: "why the person comes", "por qué viene la persona" as "why you come", "por qué viene";
        Reason: "why it suits the person", "por qué conviene";
        Topics: "topics", "temas" as "topics", "temas";
        Course: "course of topics", "orden de los temas";
        Minutes: "length of a session", "duración de la sesión" as "length", "duración";
        Breaks: "break", "descanso" as "break", "descanso";
        Counts: "counted minutes", "minutos que cuentan";
        Sessions: "prescribed sessions", "sesiones indicadas" as "sessions", "sesiones";
        Frequency: "frequency", "frecuencia" as "how often", "cada cuánto";
        Objectives: "objectives served", "objetivos a los que sirve";
        Responsible: "responsible", "responsable" as "who leads it", "quién la dirige";
        Codes: "service codes", "códigos de servicio";
    }
    SessionChange {
        Module: "module", "módulo";
        Date: "date", "fecha" as "new day", "nuevo día";
        Start: "start", "inicio" as "new time", "nueva hora";
        Minutes: "length", "duración" as "length", "duración";
        Actual: "length as held", "duración real";
        Topic: "number of the topic", "número del tema";
        TopicWords: "topic", "tema" as "topic", "tema";
        Place: "place", "lugar" as "place", "lugar";
        Block: "block", "bloque";
        Staff: "led by", "a cargo de" as "with", "con";
        Status: "attendance", "asistencia" as "attendance", "asistencia";
        Reason: "reason", "motivo";
        Pinned: "held in its place", "fija en su lugar";
    }
    CourseChange {
        Standing: "standing", "situación";
        CopyGiven: "copy given", "copia entregada" as "copy given", "copia entregada";
        Reasons: "reasons of changes", "motivos de los cambios";
        @list Results: Item::Result;
        @list Reviews: Item::Review;
        @list SignOffs: Item::SignOff;
        @list Addenda: Item::Addendum;
    }
    ResultChange {
        Measure: "measure", "escala";
        Name: "name", "nombre";
        Version: "version of the form", "versión del formulario";
        Language: "language of the form", "idioma del formulario";
        Date: "date", "fecha";
        Total: "total", "total";
        Safety: "answer about safety", "respuesta sobre seguridad";
        AlertAction: "action on the alert", "acción ante la alerta";
        InError: "entered in error", "registrado por error";
        Note: "note", "nota";
        About: "what was rated", "qué se valoró";
    }
    ReviewChange {
        Due: "due", "prevista";
        Held: "held", "realizada";
        Decision: "decision", "decisión" as "decision", "decisión";
        PersonSays: "what the person says", "lo que dice la persona" as "what you said", "lo que usted dijo";
        Summary: "summary", "resumen";
        Notes: "statements, objectives and agreement", "declaraciones, objetivos y acuerdo";
    }
    SignOffChange {
        Role: "role", "función";
        Name: "name", "nombre";
        Standing: "credentials or relation", "credenciales o parentesco";
        Meaning: "meaning", "significado";
        Outcome: "signature", "firma";
        Recorded: "entered", "registrada";
        InError: "entered in error", "registrada por error";
    }
    AddendumChange {
        Written: "written", "escrita";
        About: "about the day", "sobre el día";
        Author: "author", "quién la escribió";
        Text: "text", "texto";
    }
    LeavingChange {
        Criteria: "discharge criteria", "criterios de alta" as "when you are ready to leave", "cuándo podrá terminar";
        PersonCriteria: "the person’s own criteria", "criterios propios de la persona" as "what you want to say on your last day", "lo que quiere poder decir el último día";
        Expected: "expected discharge", "alta prevista" as "expected last day", "último día previsto";
        Discharge: "discharge", "alta";
        @part Aftercare;
    }
    AftercareChange {
        NextProvider: "next provider", "siguiente profesional" as "who takes over", "quién seguirá con usted";
        FirstAppointment: "first appointment", "primera cita" as "first appointment", "primera cita";
        RelapsePlan: "relapse plan", "plan ante recaídas" as "what to do when things get worse", "qué hacer si las cosas empeoran";
        Medication: "medication afterwards", "medicación posterior" as "medicines afterwards", "medicinas después";
        OpenGoals: "open goals", "metas abiertas";
        @list Supports: Item::Support;
    }
    SupportChange {
        Name: "name", "nombre" as "name", "nombre";
        Details: "details", "detalles" as "when and where", "cuándo y dónde";
    }
}
