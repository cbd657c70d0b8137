//! Fixed words of the dialog of choices.

use super::words::labels;

labels! {
    /// Words of the dialog of choices.
    SettingsWord;
    Title: "Settings", "Configuración";
    TextSize: "Text size", "Tamaño del texto";
    ReducedMotion: "Nothing moves by itself", "Nada se mueve por sí solo";
    PlansFolder: "Folder with plans", "Carpeta de los planes";
    CatalogFolder: "Folder with the clinic’s own modules, measures and rules", "Carpeta con los módulos, escalas y reglas de la clínica";
    CatalogHint: "A change holds when the program starts again", "El cambio vale al volver a iniciar el programa";
    NoSuchFolder: "There is no such folder", "Esa carpeta no existe";
}

#[cfg(test)]
mod tests {
    use super::super::words::check_style;
    use super::*;

    #[test]
    fn words_follow_the_house_style() {
        check_style(SettingsWord::ALL);
    }
}
