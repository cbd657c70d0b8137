//! The window that the processor draws: winit's, with a [`Canvas`] for its picture.
//!
//! eframe has no such painter. What it does around a pass is done here in the same order, for the one window there is.

use std::num::NonZeroU32;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use egui::{
    FullOutput, LogicOutput, RawInput, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo,
};
use egui_winit::{ActionRequested, State, accesskit_winit};
use softbuffer::{Context, Surface};
use winit::application::ApplicationHandler;
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy, OwnedDisplayHandle};
use winit::window::{Window, WindowId};

use super::super::app::App;
use super::super::paint::{Area, Canvas};
use super::RunError;

/// What reaches the window from outside the system's events.
enum Message {
    /// Something asks for a pass, no later than then; it has seen so many passes.
    Wake(Instant, u64),
    /// A screen reader asks for something.
    Access(accesskit_winit::Event),
}

impl From<accesskit_winit::Event> for Message {
    fn from(event: accesskit_winit::Event) -> Self {
        Self::Access(event)
    }
}

/// Shows the window until it is closed.
pub(super) fn run(app: App, viewport: ViewportBuilder) -> Result<(), RunError> {
    let events = EventLoop::<Message>::with_user_event().build().map_err(|_no_display| RunError::NoDisplay)?;
    let mut stage = Stage::Empty(Box::new(app), viewport, events.create_proxy());
    let done = events.run_app(&mut stage).map_err(|error| RunError::Window(error.to_string()));
    match stage {
        Stage::Failed(error) => Err(error),
        Stage::Empty(..) | Stage::Set | Stage::Shown(_) => done,
    }
}

/// How far the window has come.
enum Stage {
    /// Not there yet.
    Empty(Box<App>, ViewportBuilder, EventLoopProxy<Message>),
    /// On its way.
    Set,
    Shown(Box<Shown>),
    Failed(RunError),
}

impl ApplicationHandler<Message> for Stage {
    fn resumed(&mut self, events: &ActiveEventLoop) {
        match std::mem::replace(self, Self::Set) {
            Self::Empty(app, viewport, proxy) => match Shown::new(*app, viewport, proxy, events) {
                Ok(shown) => {
                    *self = Self::Shown(Box::new(shown));
                    self.shown(events, Shown::pass);
                }
                Err(error) => {
                    *self = Self::Failed(error);
                    events.exit();
                }
            },
            other => *self = other,
        }
    }

    fn user_event(&mut self, events: &ActiveEventLoop, message: Message) {
        self.shown(events, |shown, events| shown.hear(message, events));
    }

    fn window_event(&mut self, events: &ActiveEventLoop, _window: WindowId, event: WindowEvent) {
        self.shown(events, |shown, events| shown.event(&event, events));
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        self.shown(events, Shown::wake);
    }

    fn exiting(&mut self, events: &ActiveEventLoop) {
        self.shown(events, |shown, _| shown.app.leave());
        *self = match std::mem::replace(self, Self::Set) {
            Self::Failed(error) => Self::Failed(error),
            Self::Empty(..) | Self::Set | Self::Shown(_) => Self::Set,
        };
    }
}

impl Stage {
    fn shown(&mut self, events: &ActiveEventLoop, act: impl FnOnce(&mut Shown, &ActiveEventLoop)) {
        if let Self::Shown(shown) = self {
            act(shown, events);
            events.set_control_flow(shown.due().map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
        }
    }
}

/// When passes run that are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    /// At once, but no sooner than a screen can show them. A redraw then means that the window's picture is lost.
    Own,
    /// When the compositor asks for the redraw that was asked of it: until then it may keep all buffers.
    Compositor,
    /// The same, and it has been asked, then. While it does not answer, nobody sees the window, and nothing but the
    /// program's own thinking runs.
    Asked(Instant),
}

/// As often as most screens show another picture.
const BEAT: Duration = Duration::from_micros(16_600);

/// Whoever sees the window has been given its next picture after so long.
const HIDDEN: Duration = Duration::from_millis(250);

/// The window and what is in it.
struct Shown {
    app: App,
    ctx: egui::Context,
    window: Rc<Window>,
    system: State,
    surface: Surface<OwnedDisplayHandle, Rc<Window>>,
    canvas: Canvas,
    info: ViewportInfo,
    /// What came while nothing was shown, for the next pass.
    kept_input: RawInput,
    /// When the next pass is wanted.
    next: Option<Instant>,
    /// When the last pass began.
    last: Instant,
    /// Who sets the pace.
    pace: Pace,
    /// Whether anything has been shown.
    visible: bool,
}

impl Shown {
    fn new(
        app: App,
        viewport: ViewportBuilder,
        proxy: EventLoopProxy<Message>,
        events: &ActiveEventLoop,
    ) -> Result<Self, RunError> {
        let failed = |error: &dyn std::fmt::Display| RunError::Window(error.to_string());
        let ctx = egui::Context::default();
        ctx.options_mut(|options| options.max_passes = std::num::NonZero::new(2).unwrap_or(options.max_passes));
        wake_by(&ctx, proxy.clone());
        let app = app.into_window(&ctx);
        // Hidden until there is something to see.
        let viewport = within_screen(viewport, events).with_visible(false);
        let window = egui_winit::create_window(&ctx, events, &viewport).map_err(|error| failed(&error))?;
        let window = Rc::new(window);
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        #[expect(clippy::cast_possible_truncation, reason = "a scale is a small number")]
        let scale = window.scale_factor() as f32;
        let mut system = State::new(ctx.clone(), ViewportId::ROOT, events, Some(scale), window.theme(), None);
        system.init_accesskit(events, &window, proxy);
        let display = Context::new(events.owned_display_handle()).map_err(|error| failed(&error))?;
        let surface = Surface::new(&display, Rc::clone(&window)).map_err(|error| failed(&error))?;
        let (canvas, kept_input) = (Canvas::default(), RawInput::default());
        let pace = pace(events);
        let (next, last, visible) = (None, now(), false);
        Ok(Self { app, ctx, window, system, surface, canvas, info, kept_input, next, last, pace, visible })
    }

    fn event(&mut self, event: &WindowEvent, events: &ActiveEventLoop) {
        match event {
            WindowEvent::RedrawRequested if matches!(self.pace, Pace::Asked(_)) || !self.fits() => {
                return self.pass(events);
            }
            WindowEvent::RedrawRequested => {
                self.present(&[self.canvas.area()]);
                return self.ask();
            }
            WindowEvent::CloseRequested => {
                self.info.events.push(ViewportEvent::Close);
                self.ctx.request_repaint();
            }
            WindowEvent::Occluded(hidden) => self.info.occluded = Some(*hidden),
            _ => {}
        }
        if self.system.on_window_event(&self.window, event).repaint {
            self.ask();
        }
    }

    fn hear(&mut self, message: Message, events: &ActiveEventLoop) {
        match message {
            Message::Wake(when, seen) => {
                let passes = self.ctx.cumulative_pass_nr();
                if passes <= seen + 1 {
                    self.next = Some(self.next.map_or(when, |next| next.min(when)));
                }
            }
            Message::Access(event) => match event.window_event {
                accesskit_winit::WindowEvent::InitialTreeRequested => {
                    self.ctx.enable_accesskit();
                    self.pass(events);
                }
                accesskit_winit::WindowEvent::ActionRequested(request) => {
                    self.system.on_accesskit_action_request(request);
                    self.ask();
                }
                accesskit_winit::WindowEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
            },
        }
    }

    /// When the next pass may run.
    fn due(&self) -> Option<Instant> {
        match self.pace {
            Pace::Own => self.next.map(|next| next.max(self.last + BEAT)),
            Pace::Compositor => self.next,
            Pace::Asked(since) => self.next.map(|next| next.max(since + HIDDEN)),
        }
    }

    /// Runs the pass that is due, if one is.
    fn wake(&mut self, events: &ActiveEventLoop) {
        if self.due().is_none_or(|due| due > now()) {
            return;
        }
        match self.pace {
            Pace::Own => self.pass(events),
            Pace::Compositor => {
                self.pace = Pace::Asked(now());
                self.window.request_redraw();
            }
            Pace::Asked(_) => {
                self.next = None;
                let input = self.input();
                self.think(input, events);
            }
        }
    }

    fn ask(&mut self) {
        self.next = Some(now());
    }

    /// Lets the program take up what came in, and shows what it makes of it.
    fn pass(&mut self, events: &ActiveEventLoop) {
        (self.next, self.last) = (None, now());
        if let Pace::Asked(_) = self.pace {
            self.pace = Pace::Compositor;
        }
        let input = self.input();
        if self.info.visible() == Some(false) {
            self.think(input, events);
        } else {
            self.show(input, events);
        }
    }

    /// What came in since the last pass.
    fn input(&mut self) -> RawInput {
        egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        let mut input = std::mem::take(&mut self.kept_input);
        let mut news = self.system.take_egui_input(&self.window);
        news.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        input.append(news);
        self.info.events.clear();
        input
    }

    /// While nothing can be seen: what came in stays for the next pass.
    fn think(&mut self, input: RawInput, events: &ActiveEventLoop) {
        let LogicOutput { platform_output, mut viewport_commands } =
            self.ctx.run_logic(&input, |ctx| self.app.before_pass(ctx));
        let closes = input.viewport().close_requested();
        self.kept_input = input;
        self.system.handle_platform_output_with_event_loop(&self.window, events, platform_output);
        self.obey(viewport_commands.remove(&ViewportId::ROOT).unwrap_or_default(), closes, events);
    }

    fn show(&mut self, input: RawInput, events: &ActiveEventLoop) {
        let closes = input.viewport().close_requested();
        let FullOutput { platform_output, mut textures_delta, shapes, pixels_per_point, mut viewport_output } =
            self.ctx.run_ui(input, |ui| {
                self.app.before_pass(ui.ctx());
                self.app.pass(ui, &*self.window);
            });
        self.system.handle_platform_output_with_event_loop(&self.window, events, platform_output);
        let parts = self.ctx.tessellate(shapes, pixels_per_point);
        let size = self.window.inner_size();
        self.canvas.resize([size.width, size.height].map(|length| usize::try_from(length).unwrap_or(0)));
        let ground = self.ctx.global_style().visuals.panel_fill;
        let changed = self.canvas.paint(&parts, &mut textures_delta, pixels_per_point, ground);
        if !std::mem::replace(&mut self.visible, true) {
            self.window.set_visible(true);
        }
        self.present(&changed);
        let commands = viewport_output.remove(&ViewportId::ROOT).map(|output| output.commands);
        self.obey(commands.unwrap_or_default(), closes, events);
    }

    /// Whether the picture is one of the window as it is.
    fn fits(&self) -> bool {
        let size = self.window.inner_size();
        self.visible && self.canvas.size().map(u32::try_from) == [Ok(size.width), Ok(size.height)]
    }

    /// Shows parts of the picture.
    fn present(&mut self, changed: &[Area]) {
        let [Some(width), Some(height)] =
            self.canvas.size().map(|length| u32::try_from(length).ok().and_then(NonZeroU32::new))
        else {
            return;
        };
        if changed.is_empty() {
            return;
        }
        self.window.pre_present_notify();
        if self.copy(changed, width, height).is_err() {
            // It is shown with the next frame, and whole.
            self.canvas.forget();
        }
    }

    fn copy(
        &mut self,
        changed: &[Area],
        width: NonZeroU32,
        height: NonZeroU32,
    ) -> Result<(), softbuffer::SoftBufferError> {
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        let whole = [self.canvas.area()];
        // Any other buffer than the last one lacks what changed meanwhile.
        let changed = if buffer.age() == 1 { changed } else { &whole };
        let [columns, _] = self.canvas.size();
        let rects: Vec<_> = changed.iter().filter_map(rect).collect();
        for area in changed {
            for row in area.top..area.bottom {
                let place = |column: i32| Some(usize::try_from(row).ok()? * columns + usize::try_from(column).ok()?);
                let Some(span) = place(area.left).zip(place(area.right)).map(|(from, to)| from..to) else { continue };
                if let (Some(to), Some(from)) = (buffer.get_mut(span.clone()), self.canvas.pixels().get(span)) {
                    to.copy_from_slice(from);
                }
            }
        }
        buffer.present_with_damage(&rects)
    }

    /// Does to the window what the program asked for.
    fn obey(&mut self, commands: Vec<ViewportCommand>, closes: bool, events: &ActiveEventLoop) {
        if closes && !commands.contains(&ViewportCommand::CancelClose) {
            return events.exit();
        }
        let mut actions = Vec::new();
        egui_winit::process_viewport_commands(&self.ctx, &mut self.info, commands, &self.window, &mut actions);
        for action in actions {
            let event = match action {
                ActionRequested::Cut => Some(egui::Event::Cut),
                ActionRequested::Copy => Some(egui::Event::Copy),
                ActionRequested::Paste => self.system.clipboard_text().map(egui::Event::Paste),
                // Neither is asked for in this program.
                ActionRequested::Screenshot(_) | ActionRequested::PaintWhileHidden => None,
            };
            self.system.egui_input_mut().events.extend(event);
        }
        if !self.info.events.is_empty() || !self.system.egui_input().events.is_empty() {
            self.ask();
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a stopwatch, not a date")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(target_os = "linux")]
fn pace(events: &ActiveEventLoop) -> Pace {
    if winit::platform::wayland::ActiveEventLoopExtWayland::is_wayland(events) { Pace::Compositor } else { Pace::Own }
}

#[cfg(not(target_os = "linux"))]
fn pace(_events: &ActiveEventLoop) -> Pace {
    Pace::Own
}

fn rect(area: &Area) -> Option<softbuffer::Rect> {
    let [width, height] = area.size().map(|length| u32::try_from(length).ok().and_then(NonZeroU32::new));
    let (x, y) = (u32::try_from(area.left).ok()?, u32::try_from(area.top).ok()?);
    Some(softbuffer::Rect { x, y, width: width?, height: height? })
}

/// Lets egui ask for passes from any thread.
fn wake_by(ctx: &egui::Context, proxy: EventLoopProxy<Message>) {
    let proxy = Mutex::new(proxy);
    ctx.set_request_repaint_callback(move |info| {
        let Some(when) = now().checked_add(info.delay) else { return };
        let message = Message::Wake(when, info.current_cumulative_pass_nr);
        // After the loop has ended there is nothing left to show.
        drop(proxy.lock().unwrap_or_else(PoisonError::into_inner).send_event(message));
    });
}

/// No larger than the largest screen: the wished size may have been chosen on another one.
fn within_screen(viewport: ViewportBuilder, events: &ActiveEventLoop) -> ViewportBuilder {
    let screens = events.available_monitors().map(|screen| {
        let size = screen.size().to_logical::<f32>(screen.scale_factor());
        egui::vec2(size.width, size.height)
    });
    let largest = screens.reduce(egui::Vec2::max).filter(|size| size.min_elem() > 0.0);
    match (viewport.inner_size, largest) {
        (Some(wish), Some(largest)) => viewport.with_inner_size(wish.min(largest)),
        (Some(_) | None, _) => viewport,
    }
}
