//! Fixed words on buttons, menus, headings and places.

use super::words::{Words as _, labels};
use crate::base::Language;

labels! {
    /// A fixed text on the screen.
    Label;
    Welcome: "Plans people can hold in their hands", "Planes que caben en la mano";
    WelcomeWhat: "Throughline turns an assessment into goals, sessions on the calendar and pages to take home, for intensive outpatient programs",
        "Throughline convierte una evaluación en metas, sesiones en el calendario y páginas para llevar a casa, en programas ambulatorios intensivos";
    NotEncrypted: "Plan files are not encrypted yet", "Los archivos de los planes todavía no están cifrados";
    NotEncryptedAdvice: "Keep them only on an encrypted disk or a folder that your organization protects, never on a private computer or an open share",
        "Guárdelos solo en un disco cifrado o en una carpeta protegida por su organización, nunca en una computadora privada ni en una carpeta abierta";
    SamplePlans: "Or look at a sample; every person in them is made up", "O vea un ejemplo; todas las personas son inventadas";
    Home: "Home", "Inicio";
    Census: "Census of the groups", "Censo de los grupos";
    NewPlan: "New plan", "Plan nuevo";
    ImportIntake: "Import intake…", "Importar ingreso…";
    SavePlan: "Save", "Guardar";
    SavePlanAs: "Save as…", "Guardar como…";
    OpenPlan: "Open plan…", "Abrir plan…";
    TypePath: "Open by path…", "Abrir por ruta…";
    ClosePlan: "Close plan", "Cerrar plan";
    ExportPdf: "Export PDF…", "Exportar PDF…";
    Print: "Print…", "Imprimir…";
    Undo: "Undo", "Deshacer";
    Redo: "Redo", "Rehacer";
    Palette: "Find or do anything…", "Buscar o hacer algo…";
    PaletteHint: "A command, a week, a module, a goal or a session", "Un comando, una semana, un módulo, una meta o una sesión";
    NothingFound: "Nothing is called that", "Nada se llama así";
    PageUp: "Page before", "Página anterior";
    PageDown: "Page after", "Página siguiente";
    TextLarger: "Larger text", "Texto más grande";
    TextSmaller: "Smaller text", "Texto más pequeño";
    TextUsual: "Usual text size", "Texto de tamaño habitual";
    NextPane: "To the next part of the window", "A la parte siguiente de la ventana";
    PreviousPane: "To the part before", "A la parte anterior";
    Settings: "Settings…", "Configuración…";
    LibraryTroubles: "What is left out of the clinic’s catalog…", "Lo que se omite del catálogo de la clínica…";
    NothingLeftOut: "Nothing is left out", "No se omite nada";
    Keys: "Keyboard shortcuts", "Atajos de teclado";
    OnSession: "On a session that has the keyboard", "En una sesión que tiene el teclado";
    EditSession: "Select it, then edit it", "Elegirla y luego modificarla";
    MoveSession: "Move it by a day or a quarter of an hour", "Moverla un día o un cuarto de hora";
    StretchSession: "Make it shorter or longer", "Acortarla o alargarla";
    DoubleSession: "Duplicate it", "Duplicarla";
    RemoveSession: "Remove it", "Quitarla";
    NextPage: "Next page of the intake", "Página siguiente del ingreso";
    PreviousPage: "Page before in the intake", "Página anterior del ingreso";
    KeyEnter: "Enter", "Enter";
    KeysMove: "Alt+arrow keys", "Alt+flechas";
    KeysStretch: "Shift+up or down arrow", "Mayús+flecha arriba o abajo";
    KeyDelete: "Delete", "Supr";
    KeyShift: "Shift", "Mayús";
    KeyLeft: "Left arrow", "Flecha izquierda";
    KeyRight: "Right arrow", "Flecha derecha";
    KeyPageUp: "Page Up", "Re Pág";
    KeyPageDown: "Page Down", "Av Pág";
    KeyComma: "Comma", "Coma";
    KeyEquals: "Equals", "Igual";
    KeyPlus: "Plus", "Más";
    KeyMinus: "Minus", "Menos";
    Plan: "Plan", "Plan";
    Work: "Work", "Trabajo";
    Window: "Window", "Ventana";
    NeedsPlan: "Open a plan first", "Primero abra un plan";
    NothingThere: "There is nothing to take back or do again", "No hay nada que deshacer ni rehacer";
    OnWeekBoard: "Only where the schedule shows another week", "Solo donde el horario muestra otra semana";
    InDocument: "Only in the document", "Solo en el documento";
    NotNow: "Not possible right now", "Ahora no es posible";
    View: "Menu", "Menú";
    Appearance: "Appearance", "Apariencia";
    LikeSystem: "Like the system", "Como el sistema";
    Light: "Light", "Clara";
    Dark: "Dark", "Oscura";
    HighContrast: "High contrast", "Alto contraste";
    ProgramLanguage: "Language of the program", "Idioma del programa";
    English: "English", "English";
    Spanish: "Español", "Español";
    Intake: "Intake", "Ingreso";
    IntakeAsks: "Who is this for?", "¿Para quién es?";
    Goals: "Goals", "Metas";
    GoalsAsks: "What are we working on?", "¿En qué trabajamos?";
    Modules: "Modules", "Módulos";
    ModulesAsks: "With what?", "¿Con qué?";
    Schedule: "Schedule", "Horario";
    ScheduleAsks: "When?", "¿Cuándo?";
    Review: "Review", "Revisión";
    ReviewAsks: "How is it going?", "¿Cómo va?";
    Document: "Document", "Documento";
    DocumentAsks: "What do they hold in their hands?", "¿Qué tienen en sus manos?";
    Places: "Places", "Lugares";
    Services: "Services", "Servicios";
    HoursByWeek: "Hours by week", "Horas por semana";
    PreviousWeek: "Previous week", "Semana anterior";
    CompareCalendars: "Compare calendars…", "Comparar calendarios…";
    NextWeek: "Next week", "Semana siguiente";
    CurrentWeek: "This week", "Esta semana";
    ShowInspector: "Show details", "Mostrar detalles";
    HideInspector: "Hide details", "Ocultar detalles";
    OneWeek: "Week", "Semana";
    AllWeeks: "All weeks", "Todas las semanas";
    AllWeeksShort: "All weeks", "Todas";
    AllSessions: "List", "Lista";
    ScheduleShown: "What the schedule shows", "Qué muestra el horario";
    NoSessionsThisWeek: "No sessions are planned in this week", "No hay sesiones programadas esta semana";
    NoWeeks: "This plan has no dates yet", "Este plan todavía no tiene fechas";
    Away: "Away", "Ausente";
    Closed: "Closed", "Cerrado";
    Pinned: "held in its place", "fija en su lugar";
    NothingSelected: "Select a session to see what it serves", "Elija una sesión para ver a qué sirve";
    TheThread: "What it serves", "A qué sirve";
    ThreadSession: "Session", "Sesión";
    ThreadModule: "Module", "Módulo";
    ThreadObjective: "Objective", "Objetivo";
    ThreadGoal: "Goal", "Meta";
    ThreadNeed: "Need", "Necesidad";
    ServesNothing: "It serves no objective yet", "Todavía no sirve a ningún objetivo";
    AnswersNoNeed: "It answers no need yet", "Todavía no responde a ninguna necesidad";
    WholeThread: "Its thread", "Su hilo";
    NothingServesIt: "No module serves it yet", "Todavía ningún módulo le sirve";
    NoObjectiveYet: "It has no objective yet", "Todavía no tiene objetivo";
    NoGoalYet: "No goal answers it yet", "Todavía ninguna meta le responde";
    PutOff: "put off", "pospuesta";
    Details: "Details", "Detalles";
    Findings: "Findings", "Observaciones";
    NoFindings: "Nothing to mend", "No hay nada que corregir";
    NothingFoundHere: "Nothing to mend here", "Aquí no hay nada que corregir";
    Topic: "Topic", "Tema";
    When: "When", "Cuándo";
    Where: "Where", "Dónde";
    With: "With", "Con";
    Status: "Status", "Estado";
    Sessions: "Sessions", "Sesiones";
    Telehealth: "by video or telephone", "por video o teléfono";
    Edition: "Edition", "Edición";
    PatientEdition: "Patient", "Paciente";
    ClinicalEdition: "Clinical", "Clínica";
    PatientPages: "patient edition", "edición de paciente";
    ClinicalPages: "clinical edition", "edición clínica";
    Paper: "Paper", "Papel";
    Letter: "Letter", "Carta";
    A4: "A4", "A4";
    DocumentWeeks: "Weeks printed", "Semanas impresas";
    WeeksAhead: "Weeks ahead", "Semanas por venir";
    AllWeeksPrinted: "All weeks", "Todas las semanas";
    DocumentLanguage: "Language of the pages", "Idioma de las páginas";
    ZoomIn: "Larger", "Más grande";
    ZoomOut: "Smaller", "Más pequeño";
    FitWidth: "Fit width", "Ajustar al ancho";
    LayingPages: "Laying out the pages…", "Preparando las páginas…";
    ExportPath: "Where should the PDF go?", "¿Dónde guardar el PDF?";
    OpenPath: "Which plan file?", "¿Qué archivo de plan?";
    Path: "Path", "Ruta";
    PathHint: "The whole path, from the root of the disk", "La ruta completa, desde la raíz del disco";
    FileExists: "A file of this name is there and will be replaced", "Ya existe un archivo con este nombre y se reemplazará";
    Open: "Open", "Abrir";
    Export: "Export", "Exportar";
    Replace: "Replace", "Reemplazar";
    Cancel: "Cancel", "Cancelar";
    Close: "Close", "Cerrar";
    ShowFile: "Show file", "Mostrar archivo";
    OpenAnyway: "Open with the changes", "Abrir con los cambios";
    WritingPdf: "Writing the PDF…", "Creando el PDF…";
    NotKept: "Your unsaved work could not be kept aside; save it soon", "No se pudo conservar el trabajo sin guardar; guárdelo pronto";
    CannotExport: "The PDF could not be written", "No se pudo crear el PDF";
    CannotShow: "No program could be started to show the file", "No se pudo iniciar ningún programa para mostrar el archivo";
    NotYet: "This day is still ahead", "Ese día aún no llega";
    NoDate: "Not a date; write it like 4 Jan 2027", "No es una fecha; escríbala como 4 ene 2027";
    NoTime: "Not a time; write it like 5:30 PM", "No es una hora; escríbala como 5:30 p. m. o 17:30";
    NoNumber: "Not a whole number", "No es un número entero";
    OutOfRange: "This number is not possible here", "Este número no es posible aquí";
    NotSigned: "The plan was not signed", "El plan no se firmó";
    NotChanged: "The change was not made", "El cambio no se hizo";
    SettingsUnread: "The settings could not be read; the usual ones are used", "No se pudo leer la configuración; se usa la habitual";
    SettingsUnwritten: "The settings could not be kept", "No se pudo guardar la configuración";
    ShowLeftOut: "Show what", "Ver qué";
    ShowFolder: "Show folder", "Mostrar carpeta";
    LeftOutAbout: "The rest of the catalog is in use; what is mended here is read when the program starts again", "El resto del catálogo está en uso; lo que corrija se lee al volver a iniciar el programa";
    LibraryLeftOut: "Part of the clinic’s catalog is left out", "Se omite una parte del catálogo de la clínica";
    WorkStopped: "Background work has stopped; please start the program again", "El trabajo en segundo plano se detuvo; vuelva a iniciar el programa";
    BelowAim: "Less than is aimed at", "Menos de las horas que se buscan";
    PlanFiles: "Treatment plans", "Planes de tratamiento";
    PdfFiles: "PDF documents", "Documentos PDF";
}

/// The words of a label.
pub fn label(label: Label, language: Language) -> &'static str {
    label.say(language)
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;

    #[test]
    fn labels_follow_the_house_style() {
        check_style(Label::ALL);
    }
}
