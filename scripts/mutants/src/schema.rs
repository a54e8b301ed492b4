//! One program that holds many mutants, of which an environment variable wakes one.

use crate::sites::{Change, Mutant};
use std::ops::Range;

/// The variable that wakes a mutant by its number.
pub const VARIABLE: &str = "CLAIMDIFF_MUTANT";

/// The module that every mutant asks whether it is awake.
pub const SWITCH: &str = r#"
#[doc(hidden)]
#[allow(missing_docs)]
pub mod mutant_switch {
    static AWAKE: std::sync::LazyLock<Option<usize>> =
        std::sync::LazyLock::new(|| std::env::var("CLAIMDIFF_MUTANT").ok()?.parse().ok());
    pub fn is(number: usize) -> bool { *AWAKE == Some(number) }
}
"#;

/// The text with mutants in it, each with its number, each between `/*<number*/` and `/*>*/`.
pub fn write(text: &str, mutants: &[(usize, &Mutant)]) -> String {
    let mut changes: Vec<(usize, &Change)> = mutants.iter().map(|(number, mutant)| (*number, &mutant.change)).collect();
    // What is around another comes before it.
    changes.sort_by_key(|(number, change)| {
        let range = change.range();
        let is_guard = matches!(change, Change::Guard { .. });
        (range.start, range.start != range.end, std::cmp::Reverse(range.end), !is_guard, *number)
    });
    render(text, 0..text.len(), &changes)
}

fn render(text: &str, range: Range<usize>, changes: &[(usize, &Change)]) -> String {
    let mut out = String::new();
    let mut at = range.start;
    let mut rest = changes;
    while let Some(((number, change), after)) = rest.split_first() {
        rest = after;
        let place = change.range();
        if place.start < at || place.end > range.end {
            continue;
        }
        out.push_str(&text[at..place.start]);
        let inner = |part: &Range<usize>| render(text, part.clone(), after);
        out.push_str(&format!("/*<{number}*/{}/*>*/", changed(text, *number, change, inner)));
        at = place.end;
    }
    out.push_str(&text[at..range.end]);
    out
}

fn changed(text: &str, number: usize, change: &Change, inner: impl Fn(&Range<usize>) -> String) -> String {
    let awake = format!("crate::mutant_switch::is({number})");
    match change {
        Change::Body { value, .. } => format!(" if {awake} {{ return {value}; }} "),
        Change::Arm { .. } => format!(" if !{awake}"),
        Change::Guard { guard, always: true } => format!("{awake} || ({})", inner(guard)),
        Change::Guard { guard, always: false } => format!("!{awake} && ({})", inner(guard)),
        Change::Unary { whole, operand } => {
            let (operator, operand) = (&text[whole.start..operand.start], inner(operand));
            format!("(if {awake} {{ {operand} }} else {{ {operator}{operand} }})")
        }
        Change::Operator { left, right, old, new, assigns } => {
            let (left, right) = (inner(left), inner(right));
            if *assigns {
                return format!("{{ if {awake} {{ {left} {new} {right} }} else {{ {left} {old} {right} }} }}");
            }
            format!("(if {awake} {{ ({left}) {new} ({right}) }} else {{ ({left}) {old} ({right}) }})")
        }
    }
}

/// The mutants around a place of what [`write`] wrote, the nearest first.
pub fn around(text: &str, place: usize) -> Vec<usize> {
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..place].find("/*") {
        at += found + 2;
        let rest = &text[at..];
        if rest.starts_with(">*/") {
            open.pop();
        } else if let Some(number) = rest.strip_prefix('<').and_then(|rest| rest.split("*/").next()?.parse().ok()) {
            open.push(number);
        }
        if at >= place {
            break;
        }
    }
    open.reverse();
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites;

    const TEXT: &str = "fn f(a: i32) -> bool { match a { 1 => !g(a + 2), x if x < 3 => true, _ => false } }";

    fn with(number: usize) -> String {
        let found = sites::of(TEXT).unwrap();
        write(TEXT, &[(number, &found[number])])
    }

    #[test]
    fn every_site_is_found() {
        let what: Vec<String> = sites::of(TEXT).unwrap().into_iter().map(|mutant| mutant.what).collect();
        assert_eq!(
            what,
            [
                "the body gives true",
                "the body gives false",
                "the arm is left out",
                "the guard is true",
                "the guard is false",
                "! left out",
                "+ becomes -",
                "+ becomes *",
                "< becomes ==",
                "< becomes >",
                "< becomes <=",
            ]
        );
    }

    #[test]
    fn mutants_are_written_beside_what_stands_there() {
        assert!(with(0).contains("{/*<0*/ if crate::mutant_switch::is(0) { return true; } /*>*/ match a"));
        assert!(with(2).contains("1/*<2*/ if !crate::mutant_switch::is(2)/*>*/ => !g"));
        assert!(with(6).contains("g(/*<6*/(if crate::mutant_switch::is(6) { (a) - (2) } else { (a) + (2) })/*>*/)"));
    }

    #[test]
    fn one_mutant_may_stand_in_another() {
        let found = sites::of(TEXT).unwrap();
        let all: Vec<(usize, &Mutant)> = found.iter().enumerate().collect();
        let text = write(TEXT, &all);
        assert!(sites::of(&text).is_ok(), "{text}");
        let inner = text.find("(a) - (2)").unwrap();
        assert_eq!(around(&text, inner), [6, 5]);
        assert_eq!(around(&text, text.len() - 1), [] as [usize; 0]);
    }
}
