//! Dates in metadata: ISO 8601 and RFC 2822, as the day that is written, whatever the zone.

use jiff::civil::Date;

/// The day that a metadata field names; `None` for anything that does not begin like a date.
///
/// `2026-02-05T10:00:00+01:00`, `2026/2/5`, `20260205`, `Thu, 5 Feb 2026 10:00:00 GMT`, `5.2.2026`.
pub(super) fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    if !text.is_ascii() {
        return None;
    }
    year_first(text).or_else(|| compact(text)).or_else(|| day_first(text)).or_else(|| rfc_2822(text))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Splits off up to `most` digits.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0 && end <= most).then(|| text.split_at(end))
}

fn year_first(text: &str) -> Option<Date> {
    let (year, rest) = digits(text, 4).filter(|(year, _)| year.len() == 4)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, rest) = digits(rest.strip_prefix(separator)?, 2)?;
    let (day, _) = digits(rest.strip_prefix(separator)?, 2)?;
    date(year, month, day)
}

fn compact(text: &str) -> Option<Date> {
    let (all, rest) = digits(text, 14).filter(|(all, _)| matches!(all.len(), 8 | 12 | 14))?;
    let ends = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    ends.then(|| date(all.get(..4)?, all.get(4..6)?, all.get(6..8)?)).flatten()
}

/// Dots are day first everywhere; slashes are not, so they are not read.
fn day_first(text: &str) -> Option<Date> {
    let (day, rest) = digits(text, 2)?;
    let (month, rest) = digits(rest.strip_prefix('.')?, 2)?;
    let (year, _) = digits(rest.strip_prefix('.')?, 4).filter(|(year, _)| year.len() == 4)?;
    date(year, month, day)
}

fn rfc_2822(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let after_weekday = text.split_once(',').map_or(text, |(_, rest)| rest);
    let mut words = after_weekday.split_ascii_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let key = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == key)? + 1;
    let (year, _) = digits(year, 4).filter(|(year, _)| year.len() == 4)?;
    date(year, &month.to_string(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_metadata() {
        for (text, day) in [
            ("2026-02-12T16:00:00Z", "2026-02-12"),
            (" 2026-2-5 10:00", "2026-02-05"),
            ("2026/02/05", "2026-02-05"),
            ("20260205T101500", "2026-02-05"),
            ("Thu, 05 Feb 2026 23:30:00 -0800", "2026-02-05"),
            ("5 February 2026", "2026-02-05"),
            ("05.02.2026, 10:28", "2026-02-05"),
        ] {
            assert_eq!(parse(text).map(|date| date.to_string()).as_deref(), Some(day), "{text}");
        }
        for text in ["", "ieri", "2026", "2026-02-31", "02/05/2026", "9999999999", "5 mai", "١٢-٠٢-٢٠٢٦", "Thu, 05"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
