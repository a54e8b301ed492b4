//! What a single line is, by its structure alone: a dateline, a byline, a notice, a cry in capitals.

/// A line that says where and when an article was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dateline<'a> {
    /// The part that looks like the name of a newspaper.
    pub outlet: Option<&'a str>,
}

/// Longest line that can be a dateline, in bytes and in words.
const DATELINE: (usize, usize) = (130, 18);

/// Words between parts of a dateline.
const SEPARATORS: [&str; 7] = ["|", "-", "–", "—", "•", "·", "/"];

/// Small words that stand before an author's name.
const BY: [&str; 10] = ["by", "di", "da", "par", "por", "von", "de", "from", "text:", "testo:"];

/// No letter and no digit.
pub(super) fn is_symbols(line: &str) -> bool {
    !line.contains(char::is_alphanumeric)
}

/// A copyright notice, a bare address or a bare telephone number.
pub(super) fn is_notice(line: &str) -> bool {
    let lower = line.get(..8).unwrap_or(line).to_ascii_lowercase();
    let address = ["http://", "https:/", "www."].iter().any(|start| lower.starts_with(start));
    let phone = line.starts_with(['+', '0'])
        && line.len() <= 25
        && line.bytes().filter(u8::is_ascii_digit).count() >= 7
        && line.bytes().all(|byte| byte.is_ascii_digit() || b" +-/().".contains(&byte));
    (line.len() <= 250 && line.contains('©')) || (address && !line.contains(char::is_whitespace)) || phone
}

/// Whether the line ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    last_mark(line).is_some_and(|mark| ".!?…;:".contains(mark))
}

/// Whether the line ends with a full stop (and not, as headlines may, with a question).
pub(super) fn ends_with_stop(line: &str) -> bool {
    last_mark(line).is_some_and(|mark| ".…;:".contains(mark))
}

fn last_mark(line: &str) -> Option<char> {
    line.trim_end_matches(|c: char| c.is_whitespace() || "»”“\"’')]".contains(c)).chars().next_back()
}

/// Letters, all of them capitals.
pub(super) fn is_capitals(line: &str) -> bool {
    let mut letters = line.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// A whole line in brackets: the credit of a picture.
pub(super) fn is_bracketed(line: &str) -> bool {
    let inside = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inside.is_some_and(|text| !text.contains(['(', ')']) && !text.contains(|c: char| c.is_ascii_digit()))
}

/// "di Ettore Pianta", "By Ann Lee and Bo Yi": a small word and names.
pub(super) fn is_byline(line: &str) -> bool {
    let words: Vec<_> = line.split_whitespace().take(8).collect();
    let Some((first, names)) = words.split_first() else {
        return false;
    };
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    BY.contains(&first.to_lowercase().as_str())
        && (1..=6).contains(&names.len())
        && names.iter().all(|word| capital(word) || word.chars().count() <= 3)
        && names.iter().any(capital)
        && !line.contains(|c: char| c.is_ascii_digit())
        && !ends_sentence(line)
}

/// Words that begin with a capital, as the names of newspapers do.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().take(8).collect();
    let long = |word: &&&str| word.chars().count() > 3;
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let plain = text.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || "-'’.&+".contains(c));
    (1..=6).contains(&words.len())
        && plain
        && words.iter().any(|word| capital(word))
        && words.iter().filter(long).all(|word| capital(word))
        && !ends_sentence(text)
}

/// Reads a dateline; `None` for any other line. `first` for the first line of a text, where a headline is likelier.
pub(super) fn dateline(line: &str, first: bool) -> Option<Dateline<'_>> {
    if line.len() > DATELINE.0 || ends_sentence(line) || line.starts_with(['—', '–', '-', '@', '"', '“', '«']) {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().take(DATELINE.1 + 1).collect();
    if words.len() > DATELINE.1 {
        return None;
    }
    if words.first().is_some_and(|word| is_time(word)) && words.len() <= 2 {
        return Some(Dateline { outlet: None });
    }
    let date = find_date(&words)?;
    let (from, to) = (segment_start(&words, date.0), segment_end(&words, date.1));
    let beside = words.get(from..date.0)?.iter().chain(words.get(date.1..to)?).filter(|word| is_long(word)).count();
    let around = || words.iter().take(from).chain(words.iter().skip(to));
    let fits = beside <= if first { 1 } else { 2 }
        && around().filter(|word| is_long(word)).count() <= 7
        && around().all(|word| !is_quantity(word));
    fits.then(|| Dateline { outlet: outlet(line, &words, from) })
}

/// A word that carries meaning: more than three letters.
fn is_long(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 3
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| ",;:.()[]".contains(c))
}

/// A number that is neither a day, an hour nor a small figure.
fn is_quantity(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits > 2 && !is_time(word)
}

/// "16:20", "08.02", "6.15pm", "21h05".
fn is_time(word: &str) -> bool {
    let word = bare(word);
    let Some((hour, rest)) = word.split_once([':', '.', 'h']) else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    matches!(hour.len(), 1 | 2) && hour.bytes().all(|b| b.is_ascii_digit()) && digits == 2 && rest.len() <= 5
}

fn is_year(word: &str) -> bool {
    let word = bare(word);
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
}

/// "9.", "1º", "3rd", "12".
fn is_day(word: &str) -> bool {
    let word = bare(word);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let suffix = word.get(digits..).unwrap_or_default();
    let value = word.get(..digits).and_then(|day| day.parse::<u8>().ok()).unwrap_or(0);
    (1..=31).contains(&value) && suffix.chars().count() <= 2 && suffix.chars().all(|c| c.is_alphabetic() || c == '°')
}

/// "5.2.2026", "06-03-2026", "2026-03-06T08:02", "6/3/26".
fn is_numeric_date(word: &str) -> bool {
    let word = bare(word.split('T').next().unwrap_or(word));
    let parts: Vec<_> = word.split(['.', '-', '/']).take(4).collect();
    let number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let widths: Vec<_> = parts.iter().filter(|part| number(part)).map(|part| part.len()).collect();
    parts.len() == 3 && matches!(widths.as_slice(), [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2])
}

fn is_month(word: &str) -> bool {
    let word = bare(word);
    (3..=10).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

/// Positions of the words that make a date: first, and one past the last.
fn find_date(words: &[&str]) -> Option<(usize, usize)> {
    (0..words.len()).find_map(|start| date_at(words, start).map(|end| (start, end)))
}

fn date_at(words: &[&str], start: usize) -> Option<usize> {
    let small = |word: &&str| matches!(*word, "de" | "of" | "del" | "di" | "do");
    let mut rest = words.iter().enumerate().skip(start).filter(|(_, word)| !small(word));
    let (at, first) = rest.next()?;
    if is_numeric_date(first) {
        return Some(at + 1);
    }
    let (_, second) = rest.next()?;
    let (end, third) = rest.next()?;
    let named = (is_day(first) && is_month(second)) || (is_month(first) && is_day(second));
    (named && is_year(third)).then_some(end + 1)
}

fn is_separator(word: &str) -> bool {
    SEPARATORS.contains(&word)
}

/// Where the part of the line begins that the word at `at` stands in.
fn segment_start(words: &[&str], at: usize) -> usize {
    let ends = |word: &&str| is_separator(word) || word.ends_with([',', ')']);
    words.iter().take(at).rposition(ends).map_or(0, |last| last + 1)
}

fn segment_end(words: &[&str], at: usize) -> usize {
    if at.checked_sub(1).and_then(|last| words.get(last)).is_some_and(|word| word.ends_with(',')) {
        return at;
    }
    let tail = words.iter().enumerate().skip(at);
    let mut ends =
        tail.filter_map(|(i, word)| if is_separator(word) { Some(i) } else { word.ends_with(',').then_some(i + 1) });
    ends.next().unwrap_or(words.len())
}

/// The first part of the line, where it stands before the date and looks like a newspaper's name.
fn outlet<'a>(line: &'a str, words: &[&'a str], date_segment: usize) -> Option<&'a str> {
    let end = words.iter().take(date_segment).position(|word| is_separator(word) || word.ends_with(','))?;
    let comma = words.get(end).is_some_and(|word| word.ends_with(','));
    let count = end + usize::from(comma);
    let name = line.get(..end_of_word(line, count)?)?.trim().trim_end_matches(',');
    let inner_capital = name.chars().skip(1).any(char::is_uppercase);
    let apart = count + usize::from(!comma) < date_segment;
    // A single plain word right before the date is as likely a weekday or a town.
    (is_name(name) && !is_byline(name) && (count > 1 || inner_capital || apart)).then_some(name)
}

/// Where the `count`th word of the line ends.
fn end_of_word(line: &str, count: usize) -> Option<usize> {
    let mut words = line.split_inclusive(char::is_whitespace).scan(0, |end, word| {
        *end += word.len();
        Some((*end, word))
    });
    let (end, _) = words.by_ref().filter(|(_, word)| !word.trim().is_empty()).nth(count.checked_sub(1)?)?;
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (line, outlet) in [
            ("Mittelland-Bote, Freitag, 9. Januar 2026, 16:20 Uhr", Some("Mittelland-Bote")),
            ("14 Gennaio 2026, 10:28", None),
            ("Seedorfer Tagblatt | 12. Februar 2026", Some("Seedorfer Tagblatt")),
            ("Aviation Desk | 12 February 2026 | Updated 09:40 GMT", Some("Aviation Desk")),
            ("(Red/Est) 06-03-2026 08:02", None),
            ("LA CURVA - Lunedì 23 febbraio 2026", Some("LA CURVA")),
            ("Mercoledì 14 Gennaio 2026", None),
            ("February 12, 2026", None),
            ("O Diário do Vale, quarta-feira, 4 de março de 2026 às 7h15", Some("O Diário do Vale")),
            ("By Dee Okafor, 13 February 2026", None),
            ("Samstag, 10. Januar 2026", None),
            ("WeatherWise, 27 January 2026", Some("WeatherWise")),
            ("Ouest Matin, 15 mars 2026 à 6 h 30", Some("Ouest Matin")),
            ("By Tom Aske • Published 26 January 2026 at 5:30 • 4 min read", None),
            ("12 maggio 2026 - 11:30", None),
            ("10:28", None),
        ] {
            assert_eq!(dateline(line, false), Some(Dateline { outlet }), "{line}");
        }
    }

    #[test]
    fn what_is_no_dateline() {
        for line in [
            "Sciopero del 12 maggio 2026: treni fermi",
            "Il 12 maggio 2026 sono tornati 157 prigionieri.",
            "Halyn, 6 mar - Dodici persone sono morte nella notte",
            "Nata nel 1951",
            "Edith Marlowe (1924-2026): the woman who predicted the sea",
            "In Borsa, 12 maggio 2026, persi 3.500 punti",
            "15 mila feriti",
            "3-2",
            "— Ada Rossi (@adarossi) March 6, 2026",
        ] {
            assert_eq!(dateline(line, false), None, "{line}");
        }
        assert_eq!(dateline("Elezioni regionali 12 maggio 2026", true), None);
    }

    #[test]
    fn bylines_and_names() {
        for line in ["di Ettore Pianta", "By Ann Lee and Bo Yi", "von Karla Wendt"] {
            assert!(is_byline(line), "{line}");
        }
        for line in ["di notte la piena", "Il Papa a Napoli", "De 12 a 15 muertos", "di"] {
            assert!(!is_byline(line), "{line}");
        }
        assert!(is_name("Harrow Vale Gazette") && is_name("La Tribuna del Sur"));
        assert!(!is_name("I numeri del voto, lista per lista") && !is_name("Due morti nella piena"));
    }

    #[test]
    fn notices() {
        for line in ["RIPRODUZIONE RISERVATA © Flash 2026", "https://a.example/b", "+39 010 555 0123", "0345 555 0105"]
        {
            assert!(is_notice(line), "{line}");
        }
        for line in ["12.500.000", "Chiamare 010 555 0123", "0"] {
            assert!(!is_notice(line), "{line}");
        }
    }
}
