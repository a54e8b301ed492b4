//! What every printer shares: text made harmless, styles that survive wrapping, values in readable form.

use crate::claim::{Answer, Claim};
use crate::rules::Units;
use crate::value::{
    ClockSpan, DateSpan, Dimension, Granularity, Interval, Number, PartialDate, Quantity, Reach, add_days,
};
use anstyle::{AnsiColor, Effects, Style};
use jiff::civil::Date;
use std::ops::Bound;

/// How wide a page is and whether it may use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns.
    pub width: u16,
    /// Whether styles are shown; without them, words are marked by brackets.
    pub colour: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 100, colour: false }
    }
}

/// Text of an article as it may be shown in a terminal: nothing in it moves the cursor, sets a colour, turns the
/// direction of writing or hides.
///
/// White space of every sort but the no-break kinds becomes a blank; control characters become their pictures;
/// invisible ones go, except the two joiners that scripts and emoji need. `##[`, which the logs of some CI obey
/// wherever it stands, is parted by an invisible character.
pub fn inert(text: &str) -> String {
    let text: String = text.chars().filter_map(inert_character).collect();
    if text.contains("##[") { text.replace("##[", "##\u{2060}[") } else { text }
}

fn inert_character(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => None,
        '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'..='\u{ffff}' => None,
        '\u{e0000}'..='\u{e0fff}' => None,
        other => Some(other),
    }
}

/// What a stretch of a page means, and so how it is coloured.
///
/// A style travels inside the text as an invisible character without width, so that tables can be laid out and
/// wrapped around it; [`paint`] turns it into colour at last. [`inert`] takes such characters out of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Headings.
    Strong,
    /// Words of the first text that the second has not.
    OnlyFirst,
    /// Words of the second text that the first has not.
    OnlySecond,
    /// Severity error.
    Error,
    /// Severity warning.
    Warning,
    /// Severity note, agreement.
    Note,
    /// Places and reasons.
    Faint,
}

const MARKS: [(Mark, char); 7] = [
    (Mark::Strong, '\u{2061}'),
    (Mark::OnlyFirst, '\u{2062}'),
    (Mark::OnlySecond, '\u{2063}'),
    (Mark::Error, '\u{206a}'),
    (Mark::Warning, '\u{206b}'),
    (Mark::Note, '\u{206c}'),
    (Mark::Faint, '\u{206d}'),
];

const END: char = '\u{2064}';

impl Mark {
    /// `text` in this style, word by word, so that a line break between two words leaves both styled.
    pub fn on(self, text: &str) -> String {
        let start = MARKS.iter().find(|(mark, _)| *mark == self).map_or(END, |(_, character)| *character);
        let words: Vec<String> = text
            .split(' ')
            .map(|word| if word.is_empty() { String::new() } else { format!("{start}{word}{END}") })
            .collect();
        words.join(" ")
    }

    fn style(self) -> Style {
        let colour = |colour: AnsiColor| colour.on_default();
        match self {
            Self::Strong => Style::new().effects(Effects::BOLD),
            Self::OnlyFirst => colour(AnsiColor::Red).effects(Effects::BOLD | Effects::UNDERLINE),
            Self::OnlySecond => colour(AnsiColor::Green).effects(Effects::BOLD | Effects::UNDERLINE),
            Self::Error => colour(AnsiColor::Red).effects(Effects::BOLD),
            Self::Warning => colour(AnsiColor::Yellow).effects(Effects::BOLD),
            Self::Note => colour(AnsiColor::Cyan),
            Self::Faint => Style::new().effects(Effects::DIMMED),
        }
    }
}

/// Turns the styles inside a finished page into colour, or takes them out.
pub fn paint(page: &str, look: Look) -> String {
    let mut painted = String::with_capacity(page.len());
    for character in page.chars() {
        let mark = MARKS.iter().find(|(_, sign)| *sign == character).map(|(mark, _)| mark.style());
        match mark {
            Some(style) if look.colour => painted.push_str(&style.render().to_string()),
            None if character == END && look.colour => painted.push_str(&anstyle::Reset.render().to_string()),
            None if character != END => painted.push(character),
            _ => {}
        }
    }
    without_commands(painted)
}

/// What begins a line that the logs of CI take for a command: `::error::`, `##[add-mask]`.
const COMMANDS: [&str; 2] = ["::", "##["];

/// The page with no line that the logs of CI take for a command.
fn without_commands(page: String) -> String {
    if !COMMANDS.iter().any(|command| page.contains(command)) {
        return page;
    }
    let is_command = |line: &str| COMMANDS.iter().any(|command| line.trim_start().starts_with(command));
    let guarded = |line: &str| if is_command(line) { format!("\u{2060}{line}") } else { line.to_owned() };
    page.split_inclusive('\n').map(guarded).collect()
}

/// Digits in groups of three, with a no-break space between: 15 000.
pub fn grouped(value: Number) -> String {
    let plain = value.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{grouped}{point}{fraction}")
}

/// An answer in one notation for all languages: `15 000`, `over 150`, `2026-02-04`, `21:30`.
pub fn reading(answer: &Answer, units: &Units) -> String {
    match answer {
        Answer::Quantity(quantity) => quantity_reading(quantity, units),
        Answer::Ordinal(rank) => format!("no. {}", grouped(*rank)),
        Answer::Score(home, away) => format!("{home}–{away}"),
        Answer::Date(span, Some(clock)) if span.is_settled() && span.single_day().is_none() => between(span, *clock),
        Answer::Date(span, clock) => {
            let time = clock.map(|clock| format!(" {}", clock_reading(clock))).unwrap_or_default();
            date_reading(span) + &time
        }
        Answer::Time(time) => clock_reading(*time),
        Answer::TimeRange(from, to) => format!("{} to {}", clock_reading(*from), clock_reading(*to)),
    }
}

/// From a time on the first day to one on the last.
fn between(span: &DateSpan, clock: ClockSpan) -> String {
    let time = |minutes: i32| clock_reading(ClockSpan::at(minutes / 60 % 24, minutes % 60, 0));
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let last = span.to.and_then(|day| add_days(day, -1));
    format!("{} {} to {} {}", day(span.from), time(clock.from), day(last), time(clock.to))
}

fn quantity_reading(quantity: &Quantity, units: &Units) -> String {
    let is_money = quantity.dimension.is_money();
    let unit = match &quantity.dimension {
        Dimension::Money(code) => format!(" {code}"),
        Dimension::AmbiguousMoney(name) => {
            units.currency(name).map(|currency| format!(" {}", currency.usual_code)).unwrap_or_default()
        }
        Dimension::Percent => "%".to_owned(),
        Dimension::PercentPoint => " points".to_owned(),
        Dimension::Age => " years old".to_owned(),
        Dimension::Ordinal | Dimension::Count => String::new(),
        Dimension::Duration => {
            let plural = if quantity.nominal == Some(Number::ONE) { "" } else { "s" };
            quantity.unit.as_ref().map(|unit| format!(" {}{plural}", unit.id)).unwrap_or_default()
        }
        Dimension::Physical(_) => quantity.unit.as_ref().map(|unit| format!(" {}", unit.id)).unwrap_or_default(),
    };
    let scaled = if is_money { quantity.base_extent() } else { None };
    let strict = scaled.as_ref().unwrap_or(&quantity.extent).strict();
    let nominal = if is_money { quantity.base_nominal() } else { quantity.nominal };
    match nominal.filter(|nominal| only_rounds(strict, *nominal) || in_full_years(quantity)) {
        Some(nominal) => format!("{}{unit}", grouped(nominal)),
        None => bounds_reading(strict, &unit),
    }
}

/// Whether a range is nothing but what rounds to the figure: "15mila", not "circa 15mila".
pub(super) fn only_rounds(range: &Interval<Number>, figure: Number) -> bool {
    match (range.lower(), range.upper()) {
        (Bound::Included(low), Bound::Excluded(high)) => figure.checked_sub(*low) == high.checked_sub(figure),
        _ => false,
    }
}

/// Whether it is an age in full years: who is 58 is not yet 59.
pub(super) fn in_full_years(quantity: &Quantity) -> bool {
    let range = quantity.extent.strict();
    let next = |age: Number| age.checked_add(Number::ONE).map(Bound::Excluded);
    quantity.dimension == Dimension::Age
        && quantity
            .nominal
            .is_some_and(|age| *range.lower() == Bound::Included(age) && next(age) == Some(*range.upper()))
}

/// A range of numbers in words, with its unit.
pub(super) fn bounds_reading(range: &Interval<Number>, unit: &str) -> String {
    let number = |value: &Number| grouped(*value);
    match (range.lower(), range.upper()) {
        (Bound::Included(low), Bound::Included(high)) if low == high => format!("{}{unit}", number(low)),
        (Bound::Included(low), Bound::Included(high)) => format!("{} to {}{unit}", number(low), number(high)),
        (Bound::Included(low), Bound::Excluded(high)) => format!("{} to under {}{unit}", number(low), number(high)),
        (Bound::Excluded(low), Bound::Included(high)) => format!("over {} to {}{unit}", number(low), number(high)),
        (Bound::Excluded(low), Bound::Excluded(high)) => format!("over {}, under {}{unit}", number(low), number(high)),
        (Bound::Included(low), Bound::Unbounded) => format!("{}{unit} or more", number(low)),
        (Bound::Excluded(low), Bound::Unbounded) => format!("over {}{unit}", number(low)),
        (Bound::Unbounded, Bound::Included(high)) => format!("{}{unit} or less", number(high)),
        (Bound::Unbounded, Bound::Excluded(high)) => format!("under {}{unit}", number(high)),
        (Bound::Unbounded, Bound::Unbounded) => format!("an open number{unit}"),
    }
}

/// Days in ISO 8601, the last one included: `2026-02`, `2025-10-01 to 2025-10-10`.
pub(super) fn date_reading(span: &DateSpan) -> String {
    let about = if span.approximate { "about " } else { "" };
    let whole = match (span.from, span.granularity) {
        (Some(from), Granularity::Year) => Some(format!("{:04}", from.year())),
        (Some(from), Granularity::Month) => Some(format!("{:04}-{:02}", from.year(), from.month())),
        _ => span.single_day().map(|day| day.to_string()),
    };
    let last = span.to.and_then(|to| crate::value::add_days(to, -1));
    let words = whole.or_else(|| match (span.from, last) {
        (Some(from), Some(last)) => Some(format!("{from} to {last}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(last)) => Some(format!("until {last}")),
        (None, None) => None,
    });
    format!("{about}{}", words.unwrap_or_else(|| partial_date(&span.written)))
}

/// What is known of a date that the article does not settle: `Thursday`, `--02-04`.
fn partial_date(date: &PartialDate) -> String {
    let year = date.year.map_or("-".to_owned(), |year| format!("{year:04}"));
    let month = date.month.map_or("-".to_owned(), |month| format!("{month:02}"));
    let day = date.day.map(|day| format!("-{day:02}")).unwrap_or_default();
    let weekday = date.weekday.map(|weekday| format!("{weekday:?}"));
    match (weekday, date.year.is_some() || date.month.is_some() || date.day.is_some()) {
        (Some(weekday), false) => weekday,
        (Some(weekday), true) => format!("{weekday} {year}-{month}{day}"),
        (None, true) => format!("{year}-{month}{day}"),
        (None, false) => "a day that the text leaves open".to_owned(),
    }
}

fn clock_reading(time: ClockSpan) -> String {
    let minute = |minutes: i32| {
        let minutes = minutes.rem_euclid(crate::value::MINUTES_PER_DAY);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let zone = match time.zone_offset {
        Some(0) => " UTC".to_owned(),
        Some(offset) => {
            format!(" UTC{}{:02}:{:02}", if offset < 0 { '−' } else { '+' }, offset.abs() / 60, offset.abs() % 60)
        }
        None => String::new(),
    };
    let halves = if time.half_day_open { " (or twelve hours later)" } else { "" };
    match time.nominal_seconds {
        Some(seconds) => format!("{}{}{zone}{halves}", side(time.reach), minute(seconds.div_euclid(60))),
        None => format!("{} to {}{zone}", minute(time.from), minute(time.to)),
    }
}

/// Word for the side of a time that is left open.
fn side(reach: Reach) -> &'static str {
    match reach {
        Reach::At => "",
        Reach::Since => "from ",
        Reach::Until => "until ",
        Reach::After => "after ",
        Reach::Before => "before ",
    }
}

/// The figure as written and, where it reads otherwise, what it means.
pub fn answer_cell(claim: &Claim, units: &Units) -> String {
    let reading = reading(&claim.answer, units);
    let written = claim.evidence.first().map(|evidence| inert(&evidence.number)).unwrap_or_default();
    match &claim.implied {
        Some(implied) => format!("{reading}\nfrom “{written}”: {}", inert(&implied.why)),
        None if written.is_empty() => reading,
        None if same_figure(&written, &reading) => written,
        None => format!("{written}\n= {reading}"),
    }
}

/// Whether two notations differ only in separators and letter case.
pub(super) fn same_figure(written: &str, reading: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | '\u{2009}'))
            .flat_map(char::to_lowercase)
            .collect()
    };
    bare(written) == bare(reading)
}

/// `line:column`, where the text stands in a file.
pub(super) fn location(claim: &Claim) -> String {
    let at = claim.evidence.first().and_then(|evidence| evidence.place);
    at.map(|at| format!("{}:{}", at.line, at.column)).unwrap_or_default()
}

/// `path:line:column`, as editors and terminals link it.
pub fn place(claim: &Claim) -> String {
    let (id, at) = (inert(&claim.article.id), location(claim));
    if at.is_empty() { id } else { format!("{id}:{at}") }
}

/// Who says so, in the words of the article.
pub(super) fn said_by(claim: &Claim) -> Option<&str> {
    let attribution = claim.subject.as_ref()?.attribution.as_ref()?;
    Some(&attribution.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_can_act_on_a_terminal() {
        for (text, shown) in [
            ("157\u{1b}[31m rossi", "157␛[31m rossi"),
            ("a\u{7}b\u{8}c\u{7f}", "a␇b␈c␡"),
            ("\u{9b}31m", "\u{fffd}31m"),
            ("abc\u{202e}321\u{2066}x\u{2069}", "abc321x"),
            ("riga\r\nnuova\tcolonna", "riga  nuova colonna"),
            ("l'im\u{ad}pegno\u{200b}", "l'impegno"),
            ("finto\u{2061}stile\u{2064}", "fintostile"),
            ("👩\u{200d}🚒 15\u{a0}000", "👩\u{200d}🚒 15\u{a0}000"),
        ] {
            assert_eq!(inert(text), shown);
        }
    }

    #[test]
    fn styles_are_painted_or_vanish() {
        let text = format!("è {}", Mark::Error.on("un conflitto"));
        assert_eq!(paint(&text, Look::default()), "è un conflitto");
        let coloured = paint(&text, Look { colour: true, ..Look::default() });
        assert_eq!(coloured.matches("\u{1b}[0m").count(), 2, "{coloured:?}");
        assert!(coloured.contains("\u{1b}[31m"));
    }

    #[test]
    fn numbers_are_grouped() {
        for (value, text) in
            [("150", "150"), ("9800", "9800"), ("15000", "15\u{a0}000"), ("-1234567.50", "−1\u{a0}234\u{a0}567.5")]
        {
            assert_eq!(value.parse().map(grouped).as_deref(), Ok(text));
        }
    }

    #[test]
    fn separators_are_no_difference() {
        assert!(same_figure("15.000", "15\u{a0}000"));
        assert!(!same_figure("15mila", "15\u{a0}000"));
    }
}
