//! Where the keyboard is when somebody comes to a place by it: on what they would do there first.

use egui::{Context, Id, Response};

fn key() -> Id {
    Id::unique("arrival")
}

/// A place was asked for, and the next passes draw it.
pub(super) fn begin(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(key(), pass));
}

/// Gives the keyboard to what is done first in a place, once, if somebody just came there by keyboard.
pub fn first(response: &Response) {
    const PASSES: u64 = 2;
    let ctx = &response.ctx;
    let Some(since) = ctx.data(|data| data.get_temp::<u64>(key())) else { return };
    ctx.data_mut(|data| data.remove::<u64>(key()));
    if ctx.cumulative_pass_nr() <= since.saturating_add(PASSES) {
        response.request_focus();
    }
}
