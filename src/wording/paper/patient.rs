//! Labels of the patient edition: short words, at or below what a sixth grader reads.

super::labels! {
    /// Labels of the patient edition.
    PatientLabel {
        NextSession: "Your next session is", "Su próxima sesión es";
        NothingPlanned: "No session is planned. Call us to set one up.", "No hay ninguna sesión programada. Llámenos para fijar una.";
        WhyICome: "Why I come", "Por qué vengo";
        WhatIWorkOn: "What I will work on", "En qué voy a trabajar";
        PrivateGoal: "A goal that I keep to myself", "Una meta que guardo para mí";
        PrivateSteps: "Some steps are only in my full plan.", "Algunos pasos están solo en mi plan completo.";
        Strengths: "What I am good at", "Lo que hago bien";
        Team: "My team", "Mi equipo";
        WhoToCall: "Who to call", "A quién llamar";
        ChangeOrMiss: "To change or miss a session", "Para cambiar o cancelar una sesión";
        WhenClosed: "When we are closed", "Fuera de horario";
        AnyTime: "To talk to someone any time, day or night", "Para hablar con alguien a cualquier hora, de día o de noche";
        InDanger: "If you are in danger right now", "Si está en peligro ahora mismo";
        Call911: "Call 911", "Llame al 911";
        MyProgram: "My program", "Mi programa";
        AtAGlance: "My weeks at a glance", "Mis semanas de un vistazo";
        Week: "Week", "Semana";
        Total: "Total", "Total";
        NoSession: "No session", "No hay sesión";
        NoSessionsThisWeek: "No sessions this week", "No hay sesiones esta semana";
        Away: "You are away", "Usted avisó que no vendrá";
        Paused: "Your plan is on pause", "Su plan está en pausa";
        ForMyFamily: "For my family, without me", "Para mi familia, sin mí";
        CalledOff: "Called off", "Cancelada";
        ByVideoOrPhone: "By video or phone", "Por video o por teléfono";
        Notes: "Notes and questions for next time", "Notas y preguntas para la próxima vez";
        SafetyPlan: "My safety plan", "Mi plan de seguridad";
        KeepApart: "This page is only for me. I keep it in a safe place, apart from the other pages.", "Esta hoja es solo para mí. La guardo en un lugar seguro, aparte de las otras hojas.";
        Step1: "1  Signs that a hard time may be coming", "1  Señales de que puede venir un momento difícil";
        Step2: "2  Things I can do by myself", "2  Cosas que puedo hacer yo";
        Step3: "3  People and places that take my mind off it", "3  Personas y lugares que me distraen";
        Step4: "4  People I can ask for help", "4  Personas a quienes puedo pedir ayuda";
        Step5: "5  Professionals I can call", "5  Profesionales a quienes puedo llamar";
        Step6: "6  How I make my place safer", "6  Cómo hago más seguro mi espacio";
        WorthLiving: "What matters most to me", "Lo que más me importa";
        AfterTheProgram: "After the program", "Después del programa";
        LastDay: "On my last day I want to be able to say", "El último día quiero poder decir";
        WhoHelpsNext: "Who helps me next", "Quién me ayuda después";
        FirstAppointment: "My first appointment", "Mi primera cita";
        Supports: "People and groups that stay with me", "Personas y grupos que siguen conmigo";
        WhatHelps: "What helps me", "Lo que me ayuda";
        WhatMakesItHard: "What can make it hard", "Lo que puede hacerlo difícil";
        EarlySigns: "Signs that I need help", "Señales de que necesito ayuda";
        PeopleToCall: "People I can call", "Personas a quienes puedo llamar";
        HardDates: "Days that may be hard", "Días que pueden ser difíciles";
        AfterSetback: "If I have a setback", "Si tengo un tropiezo";
        MyPlanInMyWords: "My plan in my own words", "Mi plan en mis propias palabras";
        TeachBack: "In my own words, my plan is:", "En mis propias palabras, mi plan es:";
        Questions: "Questions I can ask", "Preguntas que puedo hacer";
        Question1: "What do I do when I cannot come?", "¿Qué hago cuando no puedo venir?";
        Question2: "Who do I tell when something does not help?", "¿A quién le digo si algo no me ayuda?";
        Question3: "Who may know that I come here?", "¿Quién puede saber que vengo aquí?";
        Question4: "What comes after the last week?", "¿Qué viene después de la última semana?";
        Together: "We made this plan together", "Hicimos este plan en conjunto";
        Me: "Me", "Yo";
        MyCounselor: "For my team", "Por mi equipo";
        MyFamily: "Parent or guardian", "Madre, padre o tutor";
        CopyGiven: "I got a copy of this plan on", "Recibí una copia de este plan el";
    }
}
