//! Measures the theme: every text and control against what it stands on, and the colors of services.

use egui::Color32;
use throughline::desktop::theme::{Appearance, CONTRAST, DARK, LIGHT, Tokens, wear};
use throughline::wording::screen::Family;

const THEMES: [(&str, &Tokens); 3] = [("light", &LIGHT), ("dark", &DARK), ("high contrast", &CONTRAST)];

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

fn luminance(color: Color32) -> f64 {
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

/// Contrast as WCAG 2 defines it.
fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// Red, green and blue to lightness and two hues, as `OKLab` has them.
fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    times(OKLAB, times(CONES, rgb).map(f64::cbrt))
}

fn times(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

const CONES: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const OKLAB: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];

const FULL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
/// What is left of colors without green cones, and without red ones (Machado and others, 2009).
const NO_GREEN: [[f64; 3]; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const NO_RED: [[f64; 3]; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];

fn seen(color: Color32, eyes: [[f64; 3]; 3]) -> [f64; 3] {
    let rgb = [linear(color.r()), linear(color.g()), linear(color.b())];
    oklab(times(eyes, rgb).map(|channel| channel.clamp(0.0, 1.0)))
}

fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn every_text_can_be_read_on_its_ground() {
    for (name, t) in THEMES {
        let grounds = [("paper", t.paper), ("sheet", t.sheet), ("raised", t.raised), ("chosen", t.chosen)];
        let inks = [("ink", t.ink), ("soft", t.soft), ("warning", t.warning), ("error", t.error), ("accent", t.accent)];
        for (ground_name, ground) in grounds {
            for (ink_name, ink) in inks {
                let found = contrast(ink, ground);
                assert!(found >= 4.5, "{name}: {ink_name} on {ground_name} is {found:.2}");
            }
        }
        let found = contrast(t.on_accent, t.accent);
        assert!(found >= 4.5, "{name}: text on the accent is {found:.2}");
        for family in Family::ALL {
            let found = contrast(t.ink, t.card(family));
            assert!(found >= 4.5, "{name}: text on a card of {family:?} is {found:.2}");
        }
    }
}

#[test]
fn every_control_and_ring_stands_out_from_its_ground() {
    for (name, t) in THEMES {
        let marks = [("border", t.edge), ("ring", t.accent), ("error", t.error), ("ink", t.ink)];
        for (ground_name, ground) in [("paper", t.paper), ("sheet", t.sheet), ("raised", t.raised)] {
            for (mark_name, mark) in marks {
                let found = contrast(mark, ground);
                assert!(found >= 3.0, "{name}: {mark_name} on {ground_name} is {found:.2}");
            }
            for family in Family::ALL {
                let found = contrast(t.family(family), ground);
                assert!(found >= 3.0, "{name}: {family:?} on {ground_name} is {found:.2}");
            }
        }
        for family in Family::ALL {
            let found = contrast(t.family(family), t.card(family));
            assert!(found >= 3.0, "{name}: the border of a card of {family:?} is {found:.2}");
        }
    }
}

#[test]
fn services_are_equally_light_and_told_apart_by_all_eyes() {
    for (name, t) in THEMES {
        let lightness: Vec<f64> = t.families.iter().map(|color| seen(*color, FULL)[0]).collect();
        let (low, high) = lightness.iter().fold((1.0_f64, 0.0_f64), |(low, high), l| (low.min(*l), high.max(*l)));
        assert!(high - low < 0.02, "{name}: lightness from {low:.3} to {high:.3}");
        for (at, one) in t.families.iter().enumerate() {
            for other in &t.families[at + 1..] {
                for (eyes, least) in [(FULL, 0.08), (NO_GREEN, 0.035), (NO_RED, 0.035)] {
                    let found = distance(seen(*one, eyes), seen(*other, eyes));
                    assert!(found >= least, "{name}: {one:?} and {other:?} are {found:.3} apart");
                }
            }
        }
    }
}

/// The toolkit's own controls, as each look dresses them.
#[test]
fn the_toolkits_controls_can_be_read_and_found() {
    for (appearance, theme) in [
        (Appearance::Light, egui::Theme::Light),
        (Appearance::Dark, egui::Theme::Dark),
        (Appearance::HighContrast, egui::Theme::Dark),
    ] {
        let ctx = egui::Context::default();
        wear(&ctx, appearance);
        let style = ctx.style_of(theme);
        let v = &style.visuals;
        let grounds = [v.panel_fill, v.window_fill, v.extreme_bg_color, v.faint_bg_color];
        let widgets = [&v.widgets.inactive, &v.widgets.hovered, &v.widgets.active, &v.widgets.open];
        for widget in widgets {
            for ground in [widget.bg_fill, widget.weak_bg_fill].into_iter().chain(grounds) {
                check(appearance, "text of a control", widget.fg_stroke.color, ground, 4.5);
            }
            for ground in [v.panel_fill, v.window_fill] {
                check(appearance, "border of a control", widget.bg_stroke.color, ground, 3.0);
            }
        }
        for ground in grounds {
            for text in [v.text_color(), v.weak_text_color(), v.hyperlink_color, v.warn_fg_color, v.error_fg_color] {
                check(appearance, "text", text, ground, 4.5);
            }
            check(appearance, "cursor", v.text_cursor.stroke.color, ground, 3.0);
        }
        check(appearance, "selected text", v.selection.stroke.color, v.selection.bg_fill, 4.5);
    }
}

#[track_caller]
fn check(appearance: Appearance, what: &str, ink: Color32, ground: Color32, least: f64) {
    let found = contrast(ink, ground);
    assert!(found >= least, "{appearance:?}: {what} {ink:?} on {ground:?} is {found:.2}");
}
