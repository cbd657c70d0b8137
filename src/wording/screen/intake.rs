//! What the intake says: pages, fields, buttons, and what a complete plan still lacks.

mod say;

pub use say::{
    Answer, add_time, age_said, answer, at_day, closed_days, dimensions, joined, language_name, languages, more,
    next_to, page_state, range, remove, safety_question, span_said, track_said, which_day,
};

use super::words::labels;

labels! {
    /// A fixed text of the intake.
    IntakeLabel;
    Nobody: "Nobody is named yet", "Todavía no hay nombre";
    Pages: "Pages of the intake", "Páginas del ingreso";
    StillLacking: "Still lacking", "Falta por completar";
    NothingLacking: "Everything that a plan needs about the person is here", "Aquí está todo lo que el plan necesita sobre la persona";
    Back: "Back", "Atrás";
    ToGoals: "Next: goals", "Siguiente: metas";

    Person: "Person", "Persona";
    OwnWords: "In their words", "En sus palabras";
    Program: "Program and dates", "Programa y fechas";
    Times: "When they can come", "Cuándo puede venir";
    Clinical: "Clinical picture", "Cuadro clínico";
    Health: "Medication and health", "Medicación y salud";
    Safety: "Safety", "Seguridad";
    Scores: "Scores", "Puntajes";
    Coverage: "Coverage", "Cobertura";
    Releases: "Releases", "Permisos para informar";
    Leaving: "Leaving well", "Una buena salida";

    Name: "Full legal name", "Nombre legal completo";
    PreferredName: "What they want to be called", "Cómo quiere que le llamen";
    Pronouns: "Pronouns", "Pronombres";
    BirthDate: "Birth date", "Fecha de nacimiento";
    RecordNumber: "Record number", "Número de expediente";
    Language: "Language of treatment", "Idioma de atención";
    LanguageTag: "Language code, such as zh or fr", "Código del idioma, como zh o fr";
    OtherLanguage: "Another language", "Otro idioma";
    InterpreterHelps: "An interpreter helps", "Ayuda un intérprete";
    InterpreterMode: "How the interpreter takes part", "Cómo participa el intérprete";
    InterpreterWho: "Interpreter’s name or id", "Nombre o identificación del intérprete";
    Contact: "How to reach them", "Cómo comunicarse";
    Phone: "Phone", "Teléfono";
    MayLeaveMessage: "A message may be left there", "Se puede dejar un mensaje";
    Email: "Email", "Correo electrónico";
    Address: "Address", "Dirección";
    Emergency: "In an emergency", "En una emergencia";
    EmergencyName: "Whom to call", "A quién llamar";
    Relation: "What they are to the person", "Qué relación tienen";
    EmergencyPhone: "Their phone", "Su teléfono";
    Minor: "Consent for a minor", "Consentimiento por una persona menor";
    AddMinor: "Record consent for a minor", "Registrar consentimiento por una persona menor";
    NoMinor: "Consent for a minor is not needed", "No hace falta consentimiento por menor";
    ConsentBy: "Who consented", "Quién consintió";
    ConsentBasis: "On what basis, such as state law", "Con qué base, por ejemplo la ley estatal";
    AddGuardian: "Add a parent or guardian", "Agregar madre, padre o tutor";
    GuardianName: "Parent’s or guardian’s name", "Nombre de la madre, el padre o el tutor";
    MaySee: "What they may see", "Qué puede ver";

    OneALine: "One thing a line, as they say it", "Una cosa por línea, como la dice la persona";
    Strengths: "Strengths", "Fortalezas";
    StatedNeeds: "What they say they need", "Qué dice que necesita";
    Abilities: "What they can do", "Qué sabe hacer";
    Preferences: "How they want to be treated", "Cómo quiere que le traten";
    Barriers: "What makes coming hard", "Qué le dificulta venir";
    Supports: "Who and what helps", "Quién y qué le ayuda";

    ChooseTrack: "Choose where and when they come; everything else follows and can be changed", "Elija dónde y cuándo viene; lo demás se completa y se puede cambiar";
    Clinic: "Clinic", "Clínica";
    OtherProgram: "Another program", "Otro programa";
    ProgramName: "Name of the program", "Nombre del programa";
    ProgramPhone: "Phone for messages and absences", "Teléfono para mensajes y ausencias";
    AfterHours: "Phone outside program hours", "Teléfono fuera de horario";
    TimeZone: "Time zone, such as America/Chicago", "Zona horaria, como America/Chicago";
    Part2: "42 CFR part 2 applies to its records", "Sus expedientes están sujetos a 42 CFR parte 2";
    Segments: "Dates", "Fechas";
    AddSegment: "Add another stretch of care", "Agregar otra etapa de atención";
    Setting: "Setting", "Nivel de atención";
    Track: "Track", "Turno";
    NoTrack: "No track", "Sin turno";
    FirstDay: "First day", "Primer día";
    Weeks: "Weeks", "Semanas";
    LastDay: "Last day", "Último día";
    ProgramDays: "Program days", "Días de programa";
    DayFrom: "From", "Desde";
    DayTo: "To", "Hasta";
    WeekHours: "Hours a week", "Horas por semana";
    Pauses: "Pauses", "Pausas";
    AddPause: "Add a pause", "Agregar una pausa";
    PauseKind: "Kind of pause", "Tipo de pausa";
    Reason: "Reason", "Motivo";
    ClosedDays: "Closed days", "Días cerrados";
    AddClosedDay: "Add a closed day", "Agregar un día cerrado";
    NoEarlierStay: "There was no earlier stay", "No hubo estancia anterior";
    EarlierStay: "Earlier stay", "Estancia anterior";
    AddEarlierStay: "Record an earlier stay", "Registrar una estancia anterior";
    EarlierProgram: "Where, in what kind of program", "Dónde y en qué tipo de programa";
    EarlierReference: "Record or plan number there", "Número de expediente o plan allí";

    Availability: "In a usual week", "En una semana habitual";
    UseProgramTimes: "Can come at all program times", "Puede venir en todo el horario del programa";
    CannotCome: "not possible", "no es posible";
    AwayDays: "Days away", "Días de ausencia";
    AddAway: "Add days away", "Agregar días de ausencia";
    Telehealth: "During sessions by video or telephone", "En sesiones por video o teléfono";
    TelehealthPlace: "Where they usually are", "Dónde suele estar";
    TelehealthState: "In which state", "En qué estado";
    TelehealthEmergency: "Address to send help to", "Dirección a la que enviar ayuda";

    Diagnoses: "Diagnoses", "Diagnósticos";
    AddDiagnosis: "Add a diagnosis by code or word, such as F10.20 or alcohol", "Añada un diagnóstico por código o palabra, como F10.20";
    DiagnosisCode: "ICD-10-CM code", "Código CIE-10-MC";
    DiagnosisName: "What it stands for", "Qué significa";
    Principal: "Principal diagnosis", "Diagnóstico principal";
    BadCode: "Not an ICD-10-CM code; write it like F33.1", "No es un código CIE-10-MC; escríbalo como F33.1";
    LevelOfCare: "Why this level of care and no other", "Por qué este nivel de atención y no otro";
    Impairment: "What it keeps them from doing", "Qué le impide hacer";
    PriorTreatment: "Treatment before, one a line", "Tratamiento anterior, uno por línea";
    Dimensions: "Ratings by dimension", "Valoración por dimensiones";
    AddDimensions: "Rate the six ASAM dimensions", "Valorar las seis dimensiones ASAM";
    AddDimension: "Add a dimension", "Agregar una dimensión";
    DimensionName: "Dimension", "Dimensión";
    DimensionRating: "Rating", "Valoración";

    Medications: "Medications", "Medicamentos";
    AddMedication: "Add a medication", "Agregar un medicamento";
    MedicationName: "Medication", "Medicamento";
    Dose: "Dose and times", "Dosis y horario";
    Purpose: "What it is for, in their words", "Para qué es, en sus palabras";
    Prescriber: "Who prescribes it", "Quién lo receta";
    Allergies: "Allergies, one a line; write “none known” if there are none", "Alergias, una por línea; escriba “ninguna conocida” si no hay";
    NoneKnown: "None known", "Ninguna conocida";
    OpioidMedication: "Medication for opioid use", "Medicación para el consumo de opioides";
    NotIndicated: "No reason to offer it", "No hay motivo para ofrecerla";
    Offered: "Offered, being considered", "Ofrecida, lo está pensando";
    Taken: "Taken", "La toma";
    Given: "Handed out", "Entregada";
    Declined: "Offered and declined", "Ofrecida y rechazada";
    DeclinedWhy: "Why it was declined", "Por qué la rechazó";
    NaloxoneWhy: "Why naloxone was declined", "Por qué rechazó la naloxona";
    Naloxone: "Naloxone", "Naloxona";
    GivenOn: "Handed out on", "Entregada el";
    WithdrawalRisk: "Risk of withdrawal, and what is done about it", "Riesgo de abstinencia y qué se hace";
    Clearance: "Medical clearance", "Autorización médica";
    ClearanceBy: "Cleared by", "Autorizado por";
    ClearanceDate: "Cleared on", "Fecha de la autorización";
    ClearanceNote: "What to watch", "Qué vigilar";

    Risk: "Risk of harm to self or others", "Riesgo de daño propio o a otras personas";
    RiskNote: "What this rests on", "En qué se basa";
    SafetyPlan: "Safety plan", "Plan de seguridad";
    SafetyPlanHow: "In their own words, one thing a line; 988 is printed beside it always", "En sus palabras, una cosa por línea; siempre se imprime junto al 988";
    Made: "Made on", "Hecho el";
    WarningSigns: "1 What tells me that a crisis may come", "1 Qué me avisa de una crisis";
    Coping: "2 What I can do by myself", "2 Qué puedo hacer por mi cuenta";
    Distractions: "3 People and places that distract me", "3 Personas y lugares que me distraen";
    People: "4 People whom I can ask for help", "4 A quién puedo pedir ayuda";
    Professionals: "5 Professionals, with phone numbers", "5 Profesionales, con teléfono";
    SaferSurroundings: "6 How I make my surroundings safer", "6 Cómo hago más seguro mi entorno";
    Reasons: "What matters most to me", "Lo que más me importa";

    ScoresHow: "Type a score and its band shows at once", "Escriba un puntaje y su rango aparece enseguida";
    MoreMeasures: "Show all measures for this age", "Ver todas las escalas para esta edad";
    FewerMeasures: "Show fewer measures", "Ver menos escalas";
    Score: "Score", "Puntaje";
    TakenOn: "Date", "Fecha";
    AlertAction: "What was done about it", "Qué se hizo al respecto";
    AlertFirst: "This answer asks for action the same day", "Esta respuesta pide actuar el mismo día";
    NoSuchScore: "The measure has no such score", "La escala no tiene ese puntaje";
    NotChecked: "This source could not be checked in full", "Esta fuente no se pudo comprobar del todo";

    AddPayer: "Add a payer", "Agregar un pagador";
    FirstPayer: "The first payer’s rules are those that the plan has to meet", "El plan debe cumplir las reglas del primer pagador";
    SelfPay: "Self-pay", "Pago propio";
    PayerName: "Payer, or self-pay", "Pagador, o pago propio";
    MemberNumber: "Member number", "Número de afiliación";
    Pack: "Rules that it goes by", "Reglas por las que se guía";
    NoPack: "No rules", "Sin reglas";
    PayFirst: "Make this the first payer", "Poner como primer pagador";
    Authorizations: "Authorizations", "Autorizaciones de servicio";
    AddAuthorization: "Add an authorization", "Agregar una autorización de servicio";
    AuthorizationNumber: "Authorization number", "Número de autorización";
    Unit: "Counted in", "Se cuenta en";
    Approved: "Approved", "Cantidad aprobada";
    Used: "Used before", "Usada antes";
    NextReview: "Payer looks again on", "El pagador revisa el";

    ReleasesHow: "Who may be told what; without a release nobody is told anything", "Quién puede saber qué; sin autorización no se dice nada a nadie";
    AddRelease: "Add a release", "Agregar una autorización";
    Recipient: "Who may be told", "A quién se le puede decir";
    Scope: "What, and for what purpose", "Qué, y con qué fin";
    SubstanceUse: "Information on substance use is included", "Incluye información sobre consumo de sustancias";
    Signed: "Signed on", "Firmado el";
    Expires: "Holds until", "Válido hasta";
    Revoked: "Taken back on", "Retirado el";

    Criteria: "What has to be true before discharge, one a line", "Qué debe cumplirse antes del alta, uno por línea";
    PersonCriteria: "What they want to be able to say on the last day", "Qué quiere poder decir el último día";
    Expected: "Discharge expected on", "Alta prevista el";
    NextProvider: "Who takes over", "Quién continúa la atención";
    FirstAppointment: "First appointment", "Primera cita";
    AppointmentWith: "With whom", "Con quién";
    AppointmentDate: "Date of the appointment", "Fecha de la cita";
    AppointmentTime: "Time of the appointment", "Hora de la cita";
    AppointmentPlace: "Where, with a phone number", "Dónde, con teléfono";
    AfterMedication: "Medication from then on, and who prescribes it", "Medicación a partir de entonces y quién la receta";
    LastingSupports: "Groups and people that stay", "Grupos y personas que permanecen";
    AddSupport: "Add a support", "Agregar un apoyo";
    SupportName: "Name of the support", "Nombre del apoyo";
    SupportDetails: "When and where, or how to reach them", "Cuándo y dónde, o cómo comunicarse";
    RelapsePlan: "When things get worse", "Cuando las cosas empeoran";
    Triggers: "What sets it off", "Qué lo desencadena";
    EarlySigns: "Early signs", "Primeras señales";
    WhatHelps: "What helps", "Qué ayuda";
    WhomToCall: "People to call", "A quién llamar si empeora";
    HardDates: "Dates that may be hard", "Fechas que pueden ser difíciles";
    AfterSetback: "What to do after a setback", "Qué hacer después de un tropiezo";
    Discharge: "How the stay ended", "Cómo terminó la estancia";
    NotEnded: "It goes on", "Continúa";
    DischargeDate: "Ended on", "Terminó el";
    DischargeSummary: "Summary of the stay", "Resumen de la estancia";

    InFuture: "This date lies in the future", "Esta fecha está en el futuro";
    TooOld: "This date is too long ago", "Esta fecha es demasiado antigua";
    EndsBeforeStart: "It ends before it begins", "Termina antes de comenzar";
    NeedsDate: "A date is needed here", "Aquí hace falta una fecha";
    NotAScore: "Not a number", "No es un número";
    NoDate: "Not a date; write it like 4 Jan 2027", "No es una fecha; escríbala como 4 ene 2027";
    NoTime: "Not a time; write it like 5:30 PM", "No es una hora; escríbala como 5:30 p. m. o 17:30";
    NoHours: "Write hours like 9 or 9.5, up to 60", "Escriba horas como 9 o 9.5, hasta 60";
    NewEntry: "New entry", "Nuevo";

    LacksName: "name", "nombre";
    LacksBirthDate: "birth date", "fecha de nacimiento";
    LacksPhone: "phone", "teléfono";
    LacksEmergency: "emergency contact", "contacto de emergencia";
    LacksConsent: "consent for a minor", "consentimiento por menor";
    LacksLanguage: "language", "idioma";
    LacksInterpreter: "interpreter", "intérprete";
    LacksStrengths: "strengths, needs, abilities, preferences", "fortalezas, necesidades, habilidades, preferencias";
    LacksProgram: "program", "programa";
    LacksDates: "dates", "fechas";
    LacksAvailability: "times to come", "horas en que puede venir";
    LacksTelehealth: "place during video sessions", "lugar en sesiones por video";
    LacksDiagnosis: "diagnosis", "diagnóstico";
    LacksPrincipal: "principal diagnosis", "diagnóstico principal";
    LacksLevelOfCare: "reason for this level of care", "motivo de este nivel de atención";
    LacksOpioidMedication: "offer of medication for opioid use", "oferta de medicación por opioides";
    LacksNaloxone: "offer of naloxone", "oferta de naloxona";
    LacksAllergies: "allergies", "alergias";
    LacksRisk: "level of risk", "nivel de riesgo";
    LacksSafetyPlan: "safety plan", "plan de seguridad";
    LacksScores: "a first score", "un primer puntaje";
    LacksSafetyAnswer: "answer about safety", "respuesta sobre seguridad";
    LacksAlertAction: "what was done about an alert", "qué se hizo ante una alerta";
    LacksScoreCheck: "a possible score", "un puntaje posible";
    LacksPayer: "payer", "pagador";
    LacksPack: "payer’s rules", "reglas del pagador";
    LacksAuthorization: "authorization for all days", "autorización para todos los días";
    LacksCriteria: "discharge criteria", "criterios de alta";
    LacksNextProvider: "who takes over", "quién continúa";
    LacksAppointment: "first appointment", "primera cita";
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;

    #[test]
    fn labels_follow_the_house_style() {
        check_style(IntakeLabel::ALL);
    }
}
