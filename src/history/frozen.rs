//! The text of a plan that is frozen: every record on a line of its own, the same plan always the same text.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::sign::CannotSign;
use crate::catalog::read::{ReadError, from_text};
use crate::plan::Plan;

/// The text of a plan.
pub(super) fn text(plan: &Plan) -> Result<String, CannotSign> {
    let unwritable = |error: ron::Error| CannotSign::Unwritable(error.to_string());
    let text = ron::Options::default().to_string_pretty(plan, style()).map_err(unwritable)? + "\n";
    match self::plan(&text) {
        Ok(back) if back == *plan => Ok(text),
        Ok(_) => Err(CannotSign::Unwritable("it reads as a different plan".to_owned())),
        Err(error) => Err(CannotSign::Unwritable(error.to_string())),
    }
}

/// The plan of a text.
pub(super) fn plan(text: &str) -> Result<Plan, ReadError> {
    from_text(text)
}

fn style() -> PrettyConfig {
    PrettyConfig::new()
        .struct_names(true)
        .depth_limit(2)
        .indentor("")
        .new_line("\n")
        .escape_strings(true)
        .extensions(Extensions::IMPLICIT_SOME)
}
