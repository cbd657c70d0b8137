//! Every shipped sample opens in the window, in both languages, with no glyph missing and no control unnamed.

use egui::Key;
use throughline::base::Language;
use throughline::samples;
use throughline::wording::screen::sample;

use super::window::Window;

#[test]
fn every_sample_shows_its_weeks_and_its_pages() {
    for (name, _) in samples::ALL {
        let mut window = Window::shipped();
        window.click(sample(name, Language::English));
        window.check_says("Sample, not a file");
        window.click("All weeks");
        window.click("List");
        window.command(Key::Num6);
        window.check_says("patient edition");
        window.click("Clinical");
        window.check_says("clinical edition");
        let missing = &window.harness.state().open_plan().unwrap().pages().unwrap().missing;
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}

#[test]
fn every_sample_can_be_read_in_spanish() {
    for (name, _) in samples::ALL {
        let mut window = Window::shipped();
        window.click("Menu");
        window.click("Español");
        window.click(sample(name, Language::Spanish));
        window.check_says("Ejemplo, no es un archivo");
        window.click("Todas");
        window.click("Lista");
        window.click("Documento");
        window.check_says("edición de paciente");
    }
}
