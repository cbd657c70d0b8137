//! The list of plans: what is known of each, in the order of what falls due, and which of them are looked for.

use std::path::{Path, PathBuf};

use crate::base::{Date, Minutes, days_between, week_of};
use crate::progress::{Due, DueKind};
use crate::storage::{Listed, OpenError, Summary, Trouble};
use crate::wording::screen::WeekNow;

/// A file of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The file.
    pub file: Listed,
    /// What it holds, or why it cannot be read; `None` until it is read.
    pub what: Option<Result<Summary, OpenError>>,
    /// What is looked through.
    words: String,
}

/// The plans of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plans {
    /// The folder.
    pub folder: PathBuf,
    /// Why it cannot be listed.
    pub trouble: Option<Trouble>,
    rows: Vec<Row>,
    found: Vec<usize>,
}

impl Plans {
    /// Begins to list a folder; what another folder held is gone.
    pub fn listing(&mut self, folder: &Path) {
        if self.folder != folder {
            *self = Self { folder: folder.to_path_buf(), ..Self::default() };
        }
    }

    /// Takes up the files of a folder; `false` if another one is listed by now.
    pub fn listed(
        &mut self,
        folder: &Path,
        result: Result<Vec<(Listed, Option<Summary>)>, Trouble>,
        today: Date,
    ) -> bool {
        if self.folder != folder {
            return false;
        }
        self.trouble = result.as_ref().err().filter(|trouble| **trouble != Trouble::Missing).cloned();
        let row = |(file, summary): (Listed, Option<Summary>)| Row::new(file, summary.map(Ok));
        self.rows = result.unwrap_or_default().into_iter().map(row).collect();
        self.sort(today);
        true
    }

    /// Takes up what was read.
    pub fn summarized(&mut self, read: Vec<(Listed, Result<Summary, OpenError>)>, today: Date) {
        for (file, what) in read {
            if let Some(row) = self.rows.iter_mut().find(|row| row.file == file) {
                *row = Row::new(file, Some(what));
            }
        }
        self.sort(today);
    }

    fn sort(&mut self, today: Date) {
        self.rows.sort_by_cached_key(|row| row.rank(today));
    }

    /// The next few files that are not read yet.
    pub fn unread(&self, most: usize) -> Vec<Listed> {
        let unread = self.rows.iter().filter(|row| row.what.is_none());
        unread.take(most).map(|row| row.file.clone()).collect()
    }

    /// All files, sorted by path.
    pub fn files(&self) -> Vec<Listed> {
        let mut files: Vec<Listed> = self.rows.iter().map(|row| row.file.clone()).collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    /// Files that cannot be read, and why.
    pub fn unreadable(&self) -> impl Iterator<Item = (&Path, &OpenError)> {
        self.rows.iter().filter_map(|row| Some((row.file.path.as_path(), row.what.as_ref()?.as_ref().err()?)))
    }

    /// How many are read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.rows.iter().filter(|row| row.what.is_some()).count(), self.rows.len())
    }

    /// Looks for plans by the words that somebody types.
    pub fn search(&mut self, words: &str) {
        let words = words.to_lowercase();
        let holds = |row: &Row| words.split_whitespace().all(|word| row.words.contains(word));
        self.found = (0..).zip(&self.rows).filter(|(_, row)| holds(row)).map(|(at, _)| at).collect();
    }

    /// How many were found.
    pub fn found(&self) -> usize {
        self.found.len()
    }

    /// One of those found.
    pub fn row(&self, at: usize) -> Option<&Row> {
        self.rows.get(*self.found.get(at)?)
    }
}

impl Row {
    fn new(file: Listed, what: Option<Result<Summary, OpenError>>) -> Self {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let person = what.iter().flatten().map(|summary| format!("{} {}", summary.called, summary.name));
        let words = person.chain([name.into_owned()]).collect::<Vec<_>>().join(" ").to_lowercase();
        Self { file, what, words }
    }

    /// What falls due first comes first; then what has ended, latest first; then what cannot be read.
    fn rank(&self, today: Date) -> (u8, i32, PathBuf) {
        let path = self.file.path.clone();
        match &self.what {
            Some(Ok(summary)) => match (dues(summary, today).next(), summary.stay) {
                (Some(due), _) => (0, days_between(today, due.on), path),
                (None, None) => (1, 0, path),
                (None, Some((_, last))) if today <= last => (0, days_between(today, last), path),
                (None, Some((_, last))) => (2, days_between(last, today), path),
            },
            None => (3, 0, path),
            Some(Err(_)) => (4, 0, path),
        }
    }
}

/// What falls due or was missed, earliest first; once the stay has ended, what still has to be acted on.
pub(super) fn dues(summary: &Summary, today: Date) -> impl Iterator<Item = &Due> {
    let is_over = summary.stay.is_some_and(|(_, last)| last < today);
    let told = summary.dues.iter().filter(move |ahead| ahead.is_told(today)).map(|ahead| &ahead.due);
    told.filter(move |due| !is_over || matches!(due.what, DueKind::Alert(_) | DueKind::Signature(..)))
}

/// Where a plan stands today.
pub(super) fn week_now(summary: &Summary, today: Date) -> WeekNow {
    let Some((first, last)) = summary.stay else { return WeekNow::Undated };
    if today < first {
        return WeekNow::Begins(first);
    }
    if today > last {
        return WeekNow::Ended(last);
    }
    let week = |date| u16::try_from(days_between(week_of(first), date) / 7 + 1).unwrap_or(1);
    WeekNow::In(week(today), week(last))
}

/// Minutes aimed at in a full week: of today's segment, or else of the next one, or else of the last.
pub(super) fn minutes(summary: &Summary, today: Date) -> Option<Minutes> {
    let now = summary.hours.iter().find(|(_, to, _)| today <= *to).or(summary.hours.last())?;
    Some(now.2).filter(|minutes| minutes.0 > 0)
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use jiff::civil::date;

    use super::*;
    use crate::base::ReviewId;
    use crate::plan::Standing;
    use crate::progress::Ahead;

    const TODAY: Date = date(2026, 11, 19);

    fn summary(called: &str, stay: (Date, Date), due: Date) -> Summary {
        let dues = vec![Ahead { due: Due { on: due, what: DueKind::Review(ReviewId(1)) }, from: None, until: None }];
        let (called, name) = (called.to_owned(), format!("{called} Example"));
        let hours = vec![(stay.0, stay.1, Minutes(540))];
        Summary { called, name, stay: Some(stay), hours, standing: Standing::Draft, dues }
    }

    fn file(name: &str) -> Listed {
        Listed { path: PathBuf::from(name), size: 1, written: UNIX_EPOCH }
    }

    fn plans() -> Plans {
        let (first, last) = (date(2026, 11, 2), date(2027, 1, 1));
        let files = [
            ("late", Some(summary("Ana", (first, last), date(2026, 12, 4)))),
            ("missed", Some(summary("Ben", (first, last), date(2026, 11, 16)))),
            ("ended", Some(summary("Cy", (date(2026, 1, 5), date(2026, 3, 6)), date(2026, 2, 1)))),
            ("unread", None),
        ];
        let mut plans = Plans::default();
        plans.listing(Path::new("/plans"));
        let files = files.map(|(name, summary)| (file(name), summary)).to_vec();
        assert!(plans.listed(Path::new("/plans"), Ok(files), TODAY));
        plans
    }

    fn names(plans: &Plans) -> Vec<String> {
        let rows = (0..plans.found()).filter_map(|at| plans.row(at));
        rows.map(|row| row.file.path.display().to_string()).collect()
    }

    #[test]
    fn what_was_missed_comes_first_and_what_cannot_be_read_last() {
        let mut plans = plans();
        plans.search("");
        assert_eq!(names(&plans), ["missed", "late", "ended", "unread"]);
        plans.summarized(vec![(file("unread"), Err(OpenError::Changed))], TODAY);
        plans.search("");
        assert_eq!(names(&plans).last().unwrap(), "unread");
        assert_eq!(plans.progress(), (4, 4));
    }

    #[test]
    fn plans_are_found_by_any_words_of_their_names() {
        let mut plans = plans();
        for (words, expected) in [("ana", vec!["late"]), ("EXAMPLE cy", vec!["ended"]), ("unr", vec!["unread"])] {
            plans.search(words);
            assert_eq!(names(&plans), expected, "{words}");
        }
    }

    #[test]
    fn another_folder_takes_no_late_answer() {
        let mut plans = plans();
        plans.listing(Path::new("/others"));
        assert!(!plans.listed(Path::new("/plans"), Ok(Vec::new()), TODAY));
    }

    #[test]
    fn weeks_are_told_inside_the_stay_only() {
        let check = |today, expected| {
            let stay = (date(2026, 11, 4), date(2027, 1, 1));
            assert_eq!(week_now(&summary("Ana", stay, TODAY), today), expected);
        };
        check(date(2026, 11, 3), WeekNow::Begins(date(2026, 11, 4)));
        check(date(2026, 11, 19), WeekNow::In(3, 9));
        check(date(2027, 1, 2), WeekNow::Ended(date(2027, 1, 1)));
    }
}
