//! Roman numerals in capitals: "XIX legislatura".

use super::input::{Parsed, Tokens};
use crate::lex::Case;

/// A Roman numeral of two letters or more, written as the Romans' heirs write it.
pub fn roman(input: Tokens<'_>) -> Parsed<'_, u32> {
    let word = input.word(0);
    let capitals = input.first().is_some_and(|token| token.is_word() && token.case != Case::Lower);
    match Some(word).filter(|word| is_roman(word)).and_then(value) {
        Some(rank) if capitals => Ok((input.skip(1), rank)),
        _ => input.refuse(),
    }
}

/// "XIXe": a Roman numeral of one letter or more with the mark of an ordinal right behind.
pub fn roman_with_mark(input: Tokens<'_>) -> Parsed<'_, u32> {
    let (numeral, suffix) = input.word(0).split_at(roman_letters(input.word(0)));
    let marked = input.language().style.ordinal_marks.iter().any(|mark| mark == suffix);
    match Some(numeral).filter(|_| marked).and_then(value) {
        Some(rank) => Ok((input.skip(1), rank)),
        None => input.refuse(),
    }
}

/// How many letters of Roman numerals a word begins with.
pub fn roman_letters(word: &str) -> usize {
    word.bytes().take_while(|letter| is_roman_letter(*letter)).count()
}

/// Cheap look at a word: whether it has letters of Roman numerals only.
pub fn is_roman(word: &str) -> bool {
    word.bytes().all(is_roman_letter)
}

fn is_roman_letter(letter: u8) -> bool {
    matches!(letter, b'M' | b'D' | b'C' | b'L' | b'X' | b'V' | b'I')
}

fn value(word: &str) -> Option<u32> {
    const PARTS: [(&str, u32); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let mut rest = word;
    let mut sum = 0;
    for (part, value) in PARTS {
        let mut times = 0;
        while let Some(after) = rest.strip_prefix(part) {
            rest = after;
            sum += value;
            times += 1;
            if times > if part.len() == 2 || matches!(part, "V" | "L" | "D") { 1 } else { 3 } {
                return None;
            }
        }
    }
    (rest.is_empty() && sum > 0 && sum < 4000).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn values() {
        for (text, expected) in
            [("XIX", Some(19)), ("IV", Some(4)), ("MMXXVI", Some(2026)), ("IIII", None), ("VX", None), ("", None)]
        {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
