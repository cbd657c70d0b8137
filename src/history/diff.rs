//! How two values of one sort differ, field by field, and how one becomes the other.

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap<T> {
    /// Before.
    pub from: T,
    /// After.
    pub to: T,
}

impl<T: Clone + PartialEq> Swap<T> {
    /// The change of a field; `None` if there is none.
    pub(super) fn between(from: &T, to: &T) -> Option<Self> {
        (from != to).then(|| Self { from: from.clone(), to: to.clone() })
    }
}

/// What can be told apart field by field.
pub trait Differs: Clone + PartialEq {
    /// A change of one field.
    type Change: Clone + core::fmt::Debug + PartialEq;
    /// The changes that lead from this value to another of the same id.
    fn changes(&self, to: &Self) -> Vec<Self::Change>;
    /// Makes one of those changes.
    fn alter(&mut self, change: &Self::Change);
}

/// Makes an enum of the changes of a struct, and [`Differs`] for it.
///
/// All fields are named, each once: those compared as a whole under `fields`, lists of records under `lists`, structs
/// with changes of their own under `parts`, and what never changes (the id) under `fixed`.
macro_rules! changes {
    ($(
        $(#[$doc:meta])* $record:ident => $change:ident {
            fixed { $($fixed:ident),* }
            fields { $($Field:ident($field:ident: $ty:ty)),* $(,)? }
            $(lists { $($List:ident($list:ident: $item:ty)),* $(,)? })?
            $(parts { $($Part:ident($part:ident: $pty:ty)),* $(,)? })?
        }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $change {
            $(#[doc = concat!("[`", stringify!($record), "::", stringify!($field), "`]")] $Field(Box<Swap<$ty>>),)*
            $($(#[doc = concat!("[`", stringify!($record), "::", stringify!($list), "`]")] $List(ListChange<$item>),)*)?
            $($(#[doc = concat!("[`", stringify!($record), "::", stringify!($part), "`]")] $Part(<$pty as Differs>::Change),)*)?
        }

        impl Differs for $record {
            type Change = $change;

            fn changes(&self, to: &Self) -> Vec<$change> {
                // All fields by name, so that a new one cannot be forgotten here.
                let Self { $($fixed: _,)* $($field,)* $($($list,)*)? $($($part,)*)? } = self;
                let mut all = Vec::new();
                $(all.extend(Swap::between($field, &to.$field).map(|swap| $change::$Field(Box::new(swap))));)*
                $($(all.extend(lists::changes($list, &to.$list).into_iter().map($change::$List));)*)?
                $($(all.extend($part.changes(&to.$part).into_iter().map($change::$Part));)*)?
                all
            }

            fn alter(&mut self, change: &$change) {
                match change {
                    $($change::$Field(swap) => self.$field.clone_from(&swap.to),)*
                    $($($change::$List(change) => lists::alter(&mut self.$list, change),)*)?
                    $($($change::$Part(change) => self.$part.alter(change),)*)?
                }
            }
        }
    )*};
}

pub(super) use changes;
