//! Places sessions on the calendar.
