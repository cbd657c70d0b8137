//! The two embedded faces of Atkinson Hyperlegible Next (SIL Open Font License, `assets/fonts/OFL.txt`).

use super::page::Face;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf");

/// The faces as TrueType files, for whoever else paints pages.
pub const fn fonts() -> [(Face, &'static [u8]); 2] {
    [(Face::Regular, REGULAR), (Face::Semibold, SEMIBOLD)]
}

impl Face {
    /// The face as a TrueType file.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Semibold => SEMIBOLD,
        }
    }

    /// Its `PostScript` name.
    pub const fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNext-Regular",
            Self::Semibold => "AtkinsonHyperlegibleNext-SemiBold",
        }
    }
}
