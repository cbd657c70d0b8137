//! Plan files and clinic folders on disk: format, safe saving, locks.
