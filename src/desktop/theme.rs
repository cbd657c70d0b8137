//! The look: every color, type size and stroke, under names that say what it is for.

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, RichText, Stroke, TextStyle, Theme, ThemePreference, Visuals,
};
use serde::{Deserialize, Serialize};

use super::settings::Motion;
use crate::document::page;
use crate::wording::screen::Family;

/// The looks that can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Appearance {
    /// Light or dark as the system says; light where it says nothing.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// White on black.
    HighContrast,
}

impl Appearance {
    /// All, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];
}

/// The colors of one look.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    /// The ground of the window.
    pub paper: Color32,
    /// Clear paper: where the eye should rest, and the ground of fields.
    pub sheet: Color32,
    /// What lies under printed pages.
    pub desk: Color32,
    /// Under the pointer, and behind what is chosen among several.
    pub raised: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of lesser weight.
    pub soft: Color32,
    /// Thin rules that carry no meaning.
    pub rule: Color32,
    /// Borders of controls.
    pub edge: Color32,
    /// Hatching where nothing can be planned.
    pub hatch: Color32,
    /// The one accent.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// What is selected.
    pub chosen: Color32,
    /// Warnings, always with words.
    pub warning: Color32,
    /// Errors, always with words.
    pub error: Color32,
    /// The families of service, in the order of [`Family::ALL`].
    pub families: [Color32; 8],
    /// How much of a family's color its cards carry, 0 to 1.
    pub tint: f32,
    /// Thickness of the strokes that carry meaning.
    pub stroke: f32,
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// Warm paper and near-black ink.
pub const LIGHT: Tokens = Tokens {
    paper: hex(0x00FB_F9F4),
    sheet: hex(0x00FF_FFFF),
    desk: hex(0x00EA_E6DC),
    raised: hex(0x00F1_EDE3),
    ink: hex(0x001E_2426),
    soft: hex(0x0056_5F61),
    rule: hex(0x00E3_DED2),
    edge: hex(0x007F_8583),
    hatch: hex(0x00DF_D9CB),
    accent: hex(0x000F_5C63),
    on_accent: hex(0x00FF_FFFF),
    chosen: hex(0x00DD_ECEA),
    warning: hex(0x0085_5300),
    error: hex(0x009E_2F1C),
    families: [
        hex(0x0046_6ED0),
        hex(0x0088_58BF),
        hex(0x0029_7EA6),
        hex(0x00A9_4D92),
        hex(0x006D_7C3C),
        hex(0x002A_8575),
        hex(0x00BC_4E00),
        hex(0x00A9_5962),
    ],
    tint: 0.13,
    stroke: 1.0,
};

/// Deep blue-grey and soft white.
pub const DARK: Tokens = Tokens {
    paper: hex(0x0017_212B),
    sheet: hex(0x001D_2934),
    desk: hex(0x0010_1820),
    raised: hex(0x0024_323E),
    ink: hex(0x00E9_EBEA),
    soft: hex(0x00AC_B7BE),
    rule: hex(0x002E_3B47),
    edge: hex(0x0075_838E),
    hatch: hex(0x002F_3D49),
    accent: hex(0x006C_C7C6),
    on_accent: hex(0x0010_2226),
    chosen: hex(0x0023_444A),
    warning: hex(0x00E7_B458),
    error: hex(0x00F3_9683),
    families: [
        hex(0x0050_AAFE),
        hex(0x00B1_91E9),
        hex(0x0057_B3C9),
        hex(0x00D5_89B5),
        hex(0x00B5_A817),
        hex(0x0030_BF94),
        hex(0x00F6_7C5E),
        hex(0x00B1_A47A),
    ],
    tint: 0.20,
    stroke: 1.0,
};

/// White on black with thick strokes.
pub const CONTRAST: Tokens = Tokens {
    paper: hex(0x0000_0000),
    sheet: hex(0x0000_0000),
    desk: hex(0x0026_2626),
    raised: hex(0x002B_2B2B),
    ink: hex(0x00FF_FFFF),
    soft: hex(0x00E2_E2E2),
    rule: hex(0x0082_8282),
    edge: hex(0x00FF_FFFF),
    hatch: hex(0x006A_6A6A),
    accent: hex(0x00FF_D94A),
    on_accent: hex(0x0000_0000),
    chosen: hex(0x0042_3A0C),
    warning: hex(0x00FF_C163),
    error: hex(0x00FF_A08F),
    families: DARK.families,
    tint: 0.0,
    stroke: 2.0,
};

impl Tokens {
    /// The color of a family of services.
    pub fn family(&self, family: Family) -> Color32 {
        self.families.get(family.index()).copied().unwrap_or(self.soft)
    }

    /// The ground of a family's cards.
    pub fn card(&self, family: Family) -> Color32 {
        self.sheet.lerp_to_gamma(self.family(family), self.tint)
    }

    /// A thin line without meaning.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.rule)
    }

    /// The border of a control.
    pub fn outline(&self) -> Stroke {
        Stroke::new(self.stroke, self.edge)
    }

    /// Around what has the keyboard or is selected.
    pub fn ring(&self) -> Stroke {
        Stroke::new(self.stroke + 1.0, self.accent)
    }
}

/// The colors that are shown now.
pub fn tokens(ctx: &Context, appearance: Appearance) -> &'static Tokens {
    match (appearance, ctx.theme()) {
        (Appearance::HighContrast, _) => &CONTRAST,
        (Appearance::Light, _) | (Appearance::System, Theme::Light) => &LIGHT,
        (Appearance::Dark, _) | (Appearance::System, Theme::Dark) => &DARK,
    }
}

/// A color of a printed page.
pub const fn print(color: page::Color) -> Color32 {
    Color32::from_rgb(color.r, color.g, color.b)
}

/// The paper that pages are printed on, in every look.
pub const PRINT_PAPER: Color32 = Color32::WHITE;

/// The family of the semibold face.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// Body text.
pub const BODY: f32 = 14.5;
/// Small text.
pub const SMALL: f32 = 12.5;
/// The name of a card or a column.
pub const NAME: f32 = 13.5;
/// A heading within a place.
pub const HEADING: f32 = 16.5;
/// The title of a place.
pub const TITLE: f32 = 22.0;

/// Text of lesser weight.
pub fn soft(text: impl Into<String>, tokens: &Tokens) -> RichText {
    RichText::new(text).size(SMALL).color(tokens.soft)
}

/// Body text in the semibold face.
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(BODY, semibold()))
}

/// A heading within a place.
pub fn heading(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(HEADING, semibold()))
}

/// The title of a place.
pub fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).font(FontId::new(TITLE, semibold()))
}

/// Sets type, spacing and both themes; call once.
pub fn install(ctx: &Context) {
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // The command table has its own keys for the size of text.
        options.zoom_with_keyboard = false;
        // Hands that tremble hold a button for long, and a busy machine sees it longer; a finger's menu waits as long.
        options.input_options.max_click_duration = 2.0;
    });
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, FontId::proportional(SMALL)),
            (TextStyle::Body, FontId::proportional(BODY)),
            (TextStyle::Button, FontId::proportional(BODY)),
            (TextStyle::Heading, FontId::new(TITLE, semibold())),
            (TextStyle::Monospace, FontId::monospace(NAME)),
        ]
        .into();
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.interact_size.y = 28.0;
        style.spacing.button_padding = egui::vec2(12.0, 5.0);
        style.spacing.menu_margin = egui::Margin::same(6);
        // Long enough that nothing covers a card that the pointer only passes.
        style.interaction.tooltip_delay = 0.8;
        style.spacing.window_margin = egui::Margin::same(24);
        // A bar is no darker under the pointer than text beside it.
        style.spacing.scroll.interact_handle_opacity = 0.7;
    });
    wear(ctx, Appearance::System);
    pace(ctx, Motion::Usual);
}

/// Sets how much moves.
pub fn pace(ctx: &Context, motion: Motion) {
    ctx.all_styles_mut(|style| {
        (style.animation_time, style.scroll_animation) = match motion {
            Motion::Usual => (0.1, egui::style::ScrollAnimation::default()),
            Motion::Reduced => (0.0, egui::style::ScrollAnimation::none()),
        };
    });
}

/// Puts a look on.
pub fn wear(ctx: &Context, appearance: Appearance) {
    let dark = match appearance {
        Appearance::HighContrast => &CONTRAST,
        Appearance::System | Appearance::Light | Appearance::Dark => &DARK,
    };
    ctx.set_visuals_of(Theme::Light, visuals(Visuals::light(), &LIGHT));
    ctx.set_visuals_of(Theme::Dark, visuals(Visuals::dark(), dark));
    follow_system(ctx, appearance);
}

/// Chooses between light and dark. Where the system says nothing, light is chosen as if by hand: the frame that the
/// system draws around the window might be dark otherwise.
pub fn follow_system(ctx: &Context, appearance: Appearance) {
    ctx.set_theme(match appearance {
        Appearance::System if ctx.system_theme().is_some() => ThemePreference::System,
        Appearance::System | Appearance::Light => ThemePreference::Light,
        Appearance::Dark | Appearance::HighContrast => ThemePreference::Dark,
    });
}

fn visuals(base: Visuals, tokens: &Tokens) -> Visuals {
    let mut visuals = base;
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = CornerRadius::same(6);
        state.expansion = 0.0;
        state.fg_stroke = Stroke::new(tokens.stroke, tokens.ink);
        state.bg_stroke = tokens.outline();
        state.bg_fill = tokens.raised;
        state.weak_bg_fill = tokens.raised;
    }
    widgets.noninteractive.bg_stroke = tokens.hairline();
    widgets.noninteractive.bg_fill = tokens.paper;
    widgets.inactive.bg_fill = tokens.sheet;
    widgets.inactive.weak_bg_fill = tokens.sheet;
    widgets.active.bg_stroke = tokens.ring();
    visuals.panel_fill = tokens.paper;
    visuals.window_fill = tokens.sheet;
    visuals.window_stroke = tokens.hairline();
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.extreme_bg_color = tokens.sheet;
    visuals.faint_bg_color = tokens.raised;
    visuals.text_edit_bg_color = Some(tokens.sheet);
    visuals.weak_text_color = Some(tokens.soft);
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.error;
    visuals.selection.bg_fill = tokens.chosen;
    visuals.selection.stroke = tokens.ring();
    visuals.text_cursor.blink = false;
    visuals
}
