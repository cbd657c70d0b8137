//! The choices of whoever sits here: made in the dialog, kept in a file, never in the way.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use throughline::base::Language;
use throughline::desktop::settings::{Motion, Settings};
use throughline::desktop::theme::Appearance;
use throughline::desktop::world::Picked;
use throughline::storage::{read_settings, write_file, write_settings};

use super::fixture::plan;
use super::window::Window;

fn kept(window: &Window) -> Settings {
    let folder = window.script.settings.as_ref().unwrap().path().join("settings.ron");
    read_settings(&folder).unwrap().unwrap()
}

#[test]
fn choices_hold_at_once_and_are_kept() {
    let mut window = Window::open(&plan());
    window.command(Key::Comma);
    window.click("Dark");
    window.click("150 %");
    window.click("Nothing moves by itself");
    window.click("Español");
    window.check_says("Tamaño del texto");
    assert!((window.harness.ctx.zoom_factor() - 1.5).abs() < 0.01);
    assert!(window.harness.ctx.global_style().animation_time < 0.001);
    let Settings { appearance, language, text_percent, motion, .. } = kept(&window);
    assert_eq!((appearance, language), (Appearance::Dark, Language::Spanish));
    assert_eq!((text_percent, motion), (150, Motion::Reduced));
}

#[test]
fn text_grows_and_shrinks_by_keys() {
    let mut window = Window::open(&plan());
    window.command(Key::Plus);
    window.command(Key::Equals);
    assert_eq!(window.harness.state().settings().text_percent, 125);
    for _ in 0..9 {
        window.command(Key::Plus);
    }
    assert_eq!(window.harness.state().settings().text_percent, 200);
    window.command(Key::Minus);
    assert_eq!(kept(&window).text_percent, 175);
    window.command(Key::Num0);
    assert!((window.harness.ctx.zoom_factor() - 1.0).abs() < 0.01);
}

#[test]
fn a_folder_is_taken_only_if_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open(&plan());
    window.command(Key::Comma);
    let field = |window: &mut Window, text: &str| {
        let name = "Folder with plans";
        window.harness.get_by_role_and_label(Role::TextInput, name).focus();
        window.harness.run();
        window.command(Key::A);
        window.harness.get_by_role_and_label(Role::TextInput, name).type_text(text);
        window.settle();
    };
    field(&mut window, "/nowhere/at/all");
    window.check_says("There is no such folder");
    assert_eq!(window.harness.state().settings().plans_folder, None);
    field(&mut window, folder.path().to_str().unwrap());
    window.check_silent("There is no such folder");
    assert_eq!(kept(&window).plans_folder.as_deref(), Some(folder.path()));
}

#[test]
fn folders_are_chosen_in_a_dialog_or_typed_where_there_is_none() {
    let (plans, catalog) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut window = Window::open(&plan());
    window.command(Key::Comma);
    window.will_pick(plans.path());
    window.click("Folder with plans: Choose…");
    window.check_says(plans.path().to_str().unwrap());
    assert_eq!(kept(&window).plans_folder.as_deref(), Some(plans.path()));
    window.script.answers.borrow_mut().push_back(Picked::NoDialog);
    window.click("Folder with the clinic’s own modules, measures and rules: Choose…");
    window.check_says("Which folder holds the clinic’s own catalog?");
    window.type_path(catalog.path().to_str().unwrap());
    window.click("Choose");
    window.check_says("Text size");
    assert_eq!(kept(&window).catalog_folder.as_deref(), Some(catalog.path()));
}

#[test]
fn a_broken_file_is_said_and_never_stops_the_program() {
    let folder = tempfile::tempdir().unwrap();
    write_file(&folder.path().join("settings.ron"), b"Settings(appearance: Plaid").unwrap();
    let window = Window::with_settings(folder);
    window.check_says("The settings could not be read");
    window.check_says("Plan files are not encrypted yet");
}

#[test]
fn a_window_begins_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let text = b"Settings(language: Spanish, text_percent: 150, inspector: Folded, later: 3)";
    write_file(&folder.path().join("settings.ron"), text).unwrap();
    let window = Window::with_settings(folder);
    window.check_says("Abrir plan");
    assert!((window.harness.ctx.zoom_factor() - 1.5).abs() < 0.01);
}

#[test]
fn a_clinics_own_catalog_is_read_at_the_start_and_what_is_left_out_is_said() {
    let (settings, catalog) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let own = include_str!("../../assets/modules/relaxation-training.ron");
    for (name, text) in [
        ("modules/relaxation-harbor.ron", own.replace("relaxation-training", "relaxation-harbor")),
        ("odd.ron", "7".to_owned()),
    ] {
        let path = catalog.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        write_file(&path, text.as_bytes()).unwrap();
    }
    let chosen = Settings { catalog_folder: Some(catalog.path().to_path_buf()), ..Settings::default() };
    write_settings(&settings.path().join("settings.ron"), &chosen).unwrap();
    let mut window = Window::with_settings(settings);
    window.check_says("Part of the clinic’s catalog is left out");
    window.check_says("odd.ron: it lies in no folder of the catalog");
    window.click("Show what");
    window.check_says("Move the file into the folder of its sort");
    window.click("Close");
    window.check_silent("Move the file into the folder of its sort");
    window.command(Key::N);
    let open = window.harness.state().open_plan().unwrap();
    assert!(open.model.modules.fits.iter().any(|fit| fit.slug.as_str() == "relaxation-harbor"));
}

#[test]
fn the_dialog_begins_at_its_top_however_large_the_text_is() {
    let mut window = Window::open(&plan());
    window.command(Key::Comma);
    window.click("Español");
    window.click("200 %");
    window.press(Key::Escape);
    window.press(Key::F1);
    window.press(Key::Escape);
    window.command(Key::Comma);
    let title = window.harness.get_by_role_and_label(Role::Label, "Configuración").rect();
    let first = window.harness.get_by_role_and_label(Role::Label, "Apariencia").rect();
    assert!(first.top() >= title.bottom(), "{first:?} below {title:?}");
}
