//! The trend of one measure: bands, aim, signed versions and missed weeks, told by line and mark rather than by color.

use egui::{Align2, CornerRadius, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::form::Form;
use crate::base::{Date, Score, days_between};
use crate::desktop::theme::{self, Tokens};
use crate::desktop::widgets;
use crate::progress::{Series, missed_weeks};
use crate::wording::progress as words;
use crate::wording::screen::ReviewWords as W;
use crate::wording::time;

/// A week that is narrower has no room for a word.
const MISSED_WIDTH: f32 = 46.0;
const HEIGHT: f32 = 128.0;
/// Room for the names of bands.
const NAMES: f32 = 122.0;

/// Height of a line of these names.
const ROW: f32 = 13.0;

/// Where days and scores stand.
struct Axes {
    plot: Rect,
    days: (Date, Date),
    scores: (f32, f32),
}

impl Axes {
    fn x(&self, date: Date) -> f32 {
        let all = span(self.days.0, self.days.1).max(1.0);
        self.plot.left() + self.plot.width() * (span(self.days.0, date) / all).clamp(0.0, 1.0)
    }

    fn y(&self, score: Score) -> f32 {
        let (least, most) = self.scores;
        let share = (points(score) - least) / (most - least).max(0.01);
        self.plot.bottom() - self.plot.height() * share.clamp(0.0, 1.0)
    }
}

fn span(from: Date, to: Date) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "days of a stay are few")]
    let days = days_between(from, to) as f32;
    days
}

fn points(score: Score) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "scores are small")]
    let points = score.hundredths() as f32 / 100.0;
    points
}

/// The plot.
pub(super) fn ui(form: Form<'_>, ui: &mut Ui, series: &Series<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let told = told(form, series).join("; ");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &told));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let plot = Rect::from_min_max(rect.min + vec2(30.0, 14.0), rect.max - vec2(NAMES, 18.0));
    let axes = Axes { plot, days: days(form, series), scores: range(series) };
    let (painter, tokens) = (ui.painter(), form.ctx.tokens);
    missed_ui(form, painter, &axes);
    frame_ui(form, painter, &axes);
    bands_ui(form, painter, &axes, series);
    versions_ui(form, painter, &axes);
    targets_ui(form, painter, &axes, series);
    line_ui(painter, &axes, series, tokens);
}

/// The same in words: results and aims, signed versions and missed weeks.
pub(super) fn told(form: Form<'_>, series: &Series<'_>) -> Vec<String> {
    let (first, last) = days(form, series);
    let within = |date: Date| first <= date && date <= last;
    let versions = form.open.versions().iter().filter(|version| within(version.date()));
    let versions: Vec<(u32, Date)> = versions.map(|version| (version.number(), version.date())).collect();
    let missed = missed_weeks(form.plan(), form.today()).into_iter();
    let missed: Vec<(Date, Date)> = missed.filter(|(from, to)| within(*from) || within(*to)).collect();
    let mut lines = words::trend(series, form.language());
    lines.extend(words::trend_marks(&versions, &missed, form.language()));
    lines
}

/// From the first result to the last one or the last aim.
fn days(form: Form<'_>, series: &Series<'_>) -> (Date, Date) {
    let first = series.points.first().map_or(form.today(), |point| point.date);
    let ends = series.points.iter().map(|point| point.date).chain(series.targets.iter().map(|target| target.by));
    (first, ends.max().unwrap_or(first).max(form.today()))
}

fn range(series: &Series<'_>) -> (f32, f32) {
    if let Some(measure) = series.measure {
        return (points(measure.least), points(measure.most));
    }
    let scores = || series.scored().map(|(_, score)| points(score));
    (scores().fold(0.0, f32::min), scores().fold(1.0, f32::max))
}

fn frame_ui(form: Form<'_>, painter: &Painter, axes: &Axes) {
    let (plot, tokens) = (axes.plot, form.ctx.tokens);
    painter.line_segment([plot.left_top(), plot.left_bottom()], tokens.hairline());
    painter.line_segment([plot.left_bottom(), plot.right_bottom()], tokens.hairline());
    let font = FontId::proportional(theme::SMALL);
    let (least, most) = axes.scores;
    for (score, y) in [(least, plot.bottom()), (most, plot.top())] {
        let at = pos2(plot.left() - 5.0, y);
        painter.text(at, Align2::RIGHT_CENTER, format!("{score}"), font.clone(), tokens.soft);
    }
    let (first, last) = axes.days;
    let named = |date: Date| time::day_month(date, form.language());
    painter.text(plot.left_bottom() + vec2(0.0, 3.0), Align2::LEFT_TOP, named(first), font.clone(), tokens.soft);
    if first != last {
        painter.text(plot.right_bottom() + vec2(0.0, 3.0), Align2::RIGHT_TOP, named(last), font, tokens.soft);
    }
}

/// Bands are named at the right, where their thin lines end.
fn bands_ui(form: Form<'_>, painter: &Painter, axes: &Axes, series: &Series<'_>) {
    let (plot, tokens) = (axes.plot, form.ctx.tokens);
    let mut free = f32::INFINITY;
    for band in series.measure.iter().flat_map(|measure| &measure.bands) {
        let (low, high) = (axes.y(band.from), axes.y(band.to));
        if low < plot.bottom() - 1.0 {
            painter.line_segment([pos2(plot.left(), low), pos2(plot.right(), low)], Stroke::new(0.6, tokens.rule));
        }
        let middle = f32::midpoint(low, high).min(free - ROW);
        if middle < plot.top() - 8.0 {
            continue;
        }
        free = middle;
        let font = FontId::proportional(11.0);
        let rows = if low - high > 2.0 * ROW { 2 } else { 1 };
        let galley = widgets::fitted(painter, band.name.get(form.language()), font, tokens.soft, (NAMES - 6.0, rows));
        painter.galley(pos2(plot.right() + 4.0, middle - galley.size().y / 2.0), galley, tokens.soft);
    }
}

fn versions_ui(form: Form<'_>, painter: &Painter, axes: &Axes) {
    for version in form.open.versions() {
        let date = version.date();
        if date < axes.days.0 || axes.days.1 < date {
            continue;
        }
        let x = axes.x(date);
        let line = [pos2(x, axes.plot.top() - 2.0), pos2(x, axes.plot.bottom())];
        painter.extend(Shape::dotted_line(&line, form.ctx.tokens.soft, 4.0, 0.9));
        let font = FontId::proportional(11.0);
        let at = pos2(x, axes.plot.top() - 2.0);
        painter.text(at, Align2::CENTER_BOTTOM, format!("v{}", version.number()), font, form.ctx.tokens.soft);
    }
}

fn missed_ui(form: Form<'_>, painter: &Painter, axes: &Axes) {
    for (from, to) in missed_weeks(form.plan(), form.today()) {
        if to < axes.days.0 || axes.days.1 < from {
            continue;
        }
        let rect = Rect::from_min_max(pos2(axes.x(from), axes.plot.top()), pos2(axes.x(to), axes.plot.bottom()));
        widgets::hatch(painter, rect, form.ctx.tokens);
        if rect.width() > MISSED_WIDTH {
            let font = FontId::proportional(11.0);
            let at = rect.left_bottom() + vec2(3.0, -2.0);
            painter.text(at, Align2::LEFT_BOTTOM, form.say(W::MissedWeek), font, form.ctx.tokens.soft);
        }
    }
}

fn targets_ui(form: Form<'_>, painter: &Painter, axes: &Axes, series: &Series<'_>) {
    let tokens = form.ctx.tokens;
    for target in &series.targets {
        let y = axes.y(target.score);
        let line = [pos2(axes.plot.left(), y), pos2(axes.x(target.by), y)];
        painter.extend(Shape::dashed_line(&line, Stroke::new(1.4, tokens.accent), 7.0, 4.0));
        let words = format!("{} {}", form.say(W::Aim), target.score);
        let galley = painter.layout_no_wrap(words, FontId::proportional(11.0), tokens.accent);
        let below = if y > axes.plot.bottom() - 14.0 { -14.0 } else { 1.0 };
        let at = pos2(axes.plot.left() + 4.0, y + below);
        let ground = Rect::from_min_size(at, galley.size());
        painter.rect_filled(ground, CornerRadius::same(2), tokens.paper.gamma_multiply(0.8));
        painter.galley(at, galley, tokens.accent);
    }
}

/// Scores as dots on a line; what was entered in error as a cross, a form without a score as a ring on the ground.
fn line_ui(painter: &Painter, axes: &Axes, series: &Series<'_>, tokens: &Tokens) {
    let scored: Vec<Pos2> = series.scored().map(|(point, score)| pos2(axes.x(point.date), axes.y(score))).collect();
    painter.add(Shape::line(scored.clone(), Stroke::new(1.8, tokens.ink)));
    for at in &scored {
        painter.circle_filled(*at, 3.6, tokens.ink);
    }
    if let Some(((_, score), at)) = series.last().zip(scored.last()) {
        // At the right, the names of the bands begin.
        let aside = if at.x > axes.plot.right() - 12.0 { -10.0 } else { 0.0 };
        let above = *at + vec2(aside, if at.y < axes.plot.top() + 16.0 { 16.0 } else { -6.0 });
        let font = FontId::new(theme::SMALL, theme::semibold());
        let ground = Rect::from_center_size(above - vec2(0.0, 6.0), vec2(18.0, 12.0));
        painter.rect_filled(ground, CornerRadius::same(2), tokens.paper.gamma_multiply(0.8));
        painter.text(above, Align2::CENTER_BOTTOM, score.to_string(), font, tokens.ink);
    }
    for point in series.points.iter().filter(|point| point.score.is_none()) {
        let stroke = Stroke::new(1.4, tokens.soft);
        match point.entered.filter(|_| point.in_error.is_some()) {
            Some(score) => cross(painter, pos2(axes.x(point.date), axes.y(score)), stroke),
            None => drop(painter.circle_stroke(pos2(axes.x(point.date), axes.plot.bottom()), 3.4, stroke)),
        }
    }
}

fn cross(painter: &Painter, at: Pos2, stroke: Stroke) {
    for reach in [vec2(3.5, 3.5), vec2(3.5, -3.5)] {
        painter.line_segment([at - reach, at + reach], stroke);
    }
}
