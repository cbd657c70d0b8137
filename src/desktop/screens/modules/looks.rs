//! How the modules place is looked at: what is searched and filtered, and what stands in the library's column.

use crate::base::{Format, Minutes, NeedId, ServiceKind, Slug};
use crate::catalog::Phase;
use crate::desktop::shell::Fold;

/// How this place is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looks {
    /// What is searched for.
    pub search: String,
    /// What else is asked of modules.
    pub filter: Filter,
    /// Whether the filter is open.
    pub filtering: Fold,
    /// What stands in the library's column.
    pub sheet: Sheet,
    /// The module whose effect on the week is shown.
    pub pointed: Option<Slug>,
    /// Which column is shown where there is room for one.
    pub column: Column,
    /// What came of the last wish for suggestions.
    pub suggested: Outcome,
}

impl Default for Looks {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: Filter::default(),
            filtering: Fold::Folded,
            sheet: Sheet::default(),
            pointed: None,
            column: Column::default(),
            suggested: Outcome::default(),
        }
    }
}

/// What is asked of modules beside the search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Sort of service.
    pub kind: Option<ServiceKind>,
    /// Where in the stay.
    pub phase: Option<Phase>,
    /// Who is in the room.
    pub format: Option<Format>,
    /// A need that it serves.
    pub need: Option<NeedId>,
    /// Whether it has to fit the person's age and language.
    pub suiting: bool,
}

/// What stands in the library's column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The list.
    #[default]
    List,
    /// One module in full.
    Detail(Slug),
    /// A module of the clinician's own, being written.
    Own(Own),
}

/// A module of the clinician's own, being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Name.
    pub name: String,
    /// Why the person comes.
    pub why: String,
    /// Sort of service.
    pub kind: ServiceKind,
    /// Who is in the room.
    pub format: Format,
    /// Length of a session.
    pub minutes: Minutes,
    /// Sessions.
    pub sessions: u16,
}

impl Default for Own {
    fn default() -> Self {
        Self {
            name: String::new(),
            why: String::new(),
            kind: ServiceKind::SkillBuilding,
            format: Format::Individual,
            minutes: Minutes(50),
            sessions: 6,
        }
    }
}

/// Which column is shown where there is room for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The plan's modules.
    #[default]
    Plan,
    /// The library.
    Library,
}

/// What came of the last wish for suggestions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody asked, or there were some.
    #[default]
    Fine,
    /// There was nothing to suggest.
    Nothing,
}

/// What this place asks about its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Search for this.
    Search(String),
    /// Filter by this.
    Filter(Filter),
    /// Open or fold the filter.
    Filtering(Fold),
    /// Show this in the library's column.
    Show(Sheet),
    /// Show what this would do to the week.
    Point(Option<Slug>),
    /// Show this column.
    Column(Column),
    /// Note what came of a wish for suggestions.
    Suggested(Outcome),
}

impl Looks {
    /// Takes up what was asked.
    pub fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Search(text) => self.search = text,
            Ask::Filter(filter) => self.filter = filter,
            Ask::Filtering(fold) => self.filtering = fold,
            Ask::Show(sheet) => self.sheet = sheet,
            Ask::Point(slug) => self.pointed = slug,
            Ask::Column(column) => self.column = column,
            Ask::Suggested(outcome) => self.suggested = outcome,
        }
    }
}
