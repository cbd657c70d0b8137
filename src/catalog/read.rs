//! Reads RON and says exactly where and why it cannot.

use serde::de::DeserializeOwned;

/// Why a RON text could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}{}: {expected}", if field.is_empty() { String::new() } else { format!(" ({field})") })]
pub struct ReadError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// Path of the field, as in `sessions[3].minutes`; empty at the top.
    pub field: String,
    /// What was found and what was expected.
    pub expected: String,
}

/// The one set of options under which every RON text of this program is read and written.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads one value from a RON text; a byte-order mark at its start is passed over.
///
/// # Errors
/// Says line, column, field and what was expected.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Keeping track of fields takes as long again as reading, and only what is wrong is told by field.
    options().from_str(text).or_else(|_untold| by_field(text))
}

fn by_field<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut source =
        ron::Deserializer::from_str_with_options(text, &options()).map_err(|e| error(&e, String::new()))?;
    match serde_path_to_error::deserialize(&mut source) {
        Ok(value) => match source.end() {
            Ok(()) => Ok(value),
            Err(code) => Err(error(&source.span_error(code), String::new())),
        },
        Err(refused) => {
            let path = refused.path().to_string();
            let field = if path == "." { String::new() } else { path };
            Err(error(&source.span_error(refused.into_inner()), field))
        }
    }
}

fn error(spanned: &ron::error::SpannedError, field: String) -> ReadError {
    ReadError {
        line: spanned.span.start.line,
        column: spanned.span.start.col,
        field,
        expected: spanned.code.to_string(),
    }
}
