//! Counting with clauses: sums in unary, where the `i`-th literal says "at least `i + 1`".

use super::sat::{Lit, Sat};

/// Which way a count is forced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// Outputs rise with their inputs; enough where a sum is only kept low.
    Up,
    /// Outputs equal the sum.
    Both,
}

/// The sum of two unary numbers, counted up to `cap`.
pub(super) fn merge(sat: &mut Sat, a: &[Lit], b: &[Lit], cap: usize, force: Force) -> Vec<Lit> {
    let size = (a.len() + b.len()).min(cap);
    if a.is_empty() || b.is_empty() {
        let mut longer = if a.is_empty() { b.to_vec() } else { a.to_vec() };
        longer.truncate(size);
        return longer;
    }
    let out: Vec<Lit> = (0..size).map(|_| sat.fresh()).collect();
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if (1..=size).contains(&(i + j)) {
                sat.imply(&[reaches(a, i), reaches(b, j)], out[i + j - 1]);
            }
            if force == Force::Both && i + j < size {
                sat.imply(&[!reaches(a, i + 1), !reaches(b, j + 1)], !out[i + j]);
            }
        }
    }
    order(sat, &out);
    out
}

fn order(sat: &mut Sat, out: &[Lit]) {
    for pair in out.windows(2) {
        sat.imply(&[pair[1]], pair[0]);
    }
}

/// Demands that two unary numbers together are at most `most`.
pub(super) fn forbid_above(sat: &mut Sat, a: &[Lit], b: &[Lit], most: usize) {
    for i in 0..=a.len().min(most + 1) {
        let j = most + 1 - i;
        if j <= b.len() {
            let mut clause = Vec::with_capacity(2);
            if i > 0 {
                clause.push(!a[i - 1]);
            }
            if j > 0 {
                clause.push(!b[j - 1]);
            }
            sat.add(&clause);
        }
    }
}

/// How many of the literals hold, up to `cap`.
pub(super) fn total(sat: &mut Sat, lits: &[Lit], cap: usize, force: Force) -> Vec<Lit> {
    if lits.len() <= 1 {
        return lits.iter().take(cap).copied().collect();
    }
    let (left, right) = lits.split_at(lits.len() / 2);
    let (left, right) = (total(sat, left, cap, force), total(sat, right, cap, force));
    merge(sat, &left, &right, cap, force)
}

/// A sum whose values need not be neighbours: each literal says "at least this value"; values rise.
pub(super) type Sum = Vec<(u32, Lit)>;

/// The sum of two sums, up to the first value at or above `cap`.
pub(super) fn add(sat: &mut Sat, a: &[(u32, Lit)], b: &[(u32, Lit)], cap: u32, force: Force) -> Sum {
    if a.is_empty() || b.is_empty() {
        return if a.is_empty() { b.to_vec() } else { a.to_vec() };
    }
    let with_zero =
        |sum: &[(u32, Lit)]| -> Sum { core::iter::once((0, Lit::TRUE)).chain(sum.iter().copied()).collect() };
    let (a, b) = (with_zero(a), with_zero(b));
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x.0 + y.0).min(cap)));
    let mut values: Vec<u32> = pairs.filter(|&value| value > 0).collect();
    values.sort_unstable();
    values.dedup();
    let out: Sum = values.into_iter().map(|value| (value, sat.fresh())).collect();
    let index = |value: u32| out.partition_point(|entry| entry.0 < value);
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let value = (x.0 + y.0).min(cap);
            if value > 0 {
                sat.imply(&[x.1, y.1], out[index(value)].1);
            }
            if force == Force::Both {
                let after = |sum: &Sum, at: usize| sum.get(at + 1).map_or(Lit::FALSE, |entry| entry.1);
                if let Some(above) = out.get(out.partition_point(|entry| entry.0 <= x.0 + y.0)) {
                    sat.imply(&[!after(&a, i), !after(&b, j)], !above.1);
                }
            }
        }
    }
    let lits: Vec<Lit> = out.iter().map(|entry| entry.1).collect();
    order(sat, &lits);
    out
}

/// The sum of several sums.
pub(super) fn add_all(sat: &mut Sat, sums: &[Sum], cap: u32, force: Force) -> Sum {
    match sums {
        [] => Vec::new(),
        [one] => one.clone(),
        more => {
            let (left, right) = more.split_at(more.len() / 2);
            let (left, right) = (add_all(sat, left, cap, force), add_all(sat, right, cap, force));
            add(sat, &left, &right, cap, force)
        }
    }
}

/// The literal that says "at least `value`".
pub(super) fn at_least(sum: &[(u32, Lit)], value: u32) -> Lit {
    if value == 0 {
        return Lit::TRUE;
    }
    sum.get(sum.partition_point(|entry| entry.0 < value)).map_or(Lit::FALSE, |entry| entry.1)
}

/// The literal that says "at least `n`".
pub(super) fn reaches(count: &[Lit], n: usize) -> Lit {
    if n == 0 { Lit::TRUE } else { count.get(n - 1).copied().unwrap_or(Lit::FALSE) }
}

/// A literal that holds exactly where one of these does.
pub(super) fn any(sat: &mut Sat, lits: &[Lit]) -> Lit {
    match lits {
        [] => Lit::FALSE,
        [one] => *one,
        more => {
            let out = sat.fresh();
            for &lit in more {
                sat.imply(&[lit], out);
            }
            let mut clause = more.to_vec();
            clause.push(!out);
            sat.add(&clause);
            out
        }
    }
}

/// Demands that at most one literal holds.
pub(super) fn at_most_one(sat: &mut Sat, lits: &[Lit]) {
    if lits.len() > 7 {
        let (head, tail) = lits.split_at(5);
        let link = sat.fresh();
        for &lit in head {
            sat.imply(&[lit], link);
        }
        at_most_one(sat, head);
        let mut rest = tail.to_vec();
        rest.push(link);
        return at_most_one(sat, &rest);
    }
    for (at, &one) in lits.iter().enumerate() {
        for &other in &lits[at + 1..] {
            sat.imply(&[one], !other);
        }
    }
}
