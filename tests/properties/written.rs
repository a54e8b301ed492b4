//! Dates and lengths of time printed in words and read back, in six languages.

use super::{RULES, common};
use proptest::prelude::*;

/// How a language writes days, months and lengths of time. `{d}`, `{m}`, `{y}` stand for day, name of the month, year.
struct Writer {
    code: &'static str,
    months: [&'static str; 12],
    days: &'static [&'static str],
    whole_months: &'static [&'static str],
    first: &'static str,
    length: &'static str,
    /// Second, minute, hour, day, week, month, year: one and many.
    units: [(&'static str, &'static str, &'static str); 7],
}

const WRITERS: [Writer; 6] = [
    Writer {
        code: "it",
        months: [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
        days: &["Il ponte fu chiuso il {d} {m} {y}.", "Il ponte fu chiuso il {D}/{M}/{y}."],
        whole_months: &["Il ponte fu chiuso nel {m} {y}."],
        first: "1°",
        length: "Il ponte resta chiuso per {n} {u}.",
        units: [
            ("second", "secondo", "secondi"),
            ("minute", "minuto", "minuti"),
            ("hour", "ora", "ore"),
            ("day", "giorno", "giorni"),
            ("week", "settimana", "settimane"),
            ("month", "mese", "mesi"),
            ("year", "anno", "anni"),
        ],
    },
    Writer {
        code: "en",
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        days: &[
            "The bridge closed on {d} {m} {y}.",
            "The bridge closed on {m} {d}, {y}.",
            "The bridge closed on {y}-{MM}-{DD}.",
        ],
        whole_months: &["The bridge closed in {m} {y}."],
        first: "1",
        length: "The bridge stays closed for {n} {u}.",
        units: [
            ("second", "second", "seconds"),
            ("minute", "minute", "minutes"),
            ("hour", "hour", "hours"),
            ("day", "day", "days"),
            ("week", "week", "weeks"),
            ("month", "month", "months"),
            ("year", "year", "years"),
        ],
    },
    Writer {
        code: "fr",
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        days: &["Le pont a fermé le {d} {m} {y}.", "Le pont a fermé le {D}/{M}/{y}."],
        whole_months: &["Le pont a fermé en {m} {y}."],
        first: "1er",
        length: "Le pont reste fermé pendant {n} {u}.",
        units: [
            ("second", "seconde", "secondes"),
            ("minute", "minute", "minutes"),
            ("hour", "heure", "heures"),
            ("day", "jour", "jours"),
            ("week", "semaine", "semaines"),
            ("month", "mois", "mois"),
            ("year", "an", "ans"),
        ],
    },
    Writer {
        code: "es",
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        days: &["El puente cerró el {d} de {m} de {y}.", "El puente cerró el {D}/{M}/{y}."],
        whole_months: &["El puente cerró en {m} de {y}."],
        first: "1",
        length: "El puente sigue cerrado durante {n} {u}.",
        units: [
            ("second", "segundo", "segundos"),
            ("minute", "minuto", "minutos"),
            ("hour", "hora", "horas"),
            ("day", "día", "días"),
            ("week", "semana", "semanas"),
            ("month", "mes", "meses"),
            ("year", "año", "años"),
        ],
    },
    Writer {
        code: "de",
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        days: &["Die Brücke wurde am {d}. {m} {y} gesperrt.", "Die Brücke wurde am {D}.{M}.{y} gesperrt."],
        whole_months: &["Die Brücke wurde im {m} {y} gesperrt."],
        first: "1",
        length: "Die Brücke bleibt {n} {u} lang gesperrt.",
        units: [
            ("second", "Sekunde", "Sekunden"),
            ("minute", "Minute", "Minuten"),
            ("hour", "Stunde", "Stunden"),
            ("day", "Tag", "Tage"),
            ("week", "Woche", "Wochen"),
            ("month", "Monat", "Monate"),
            ("year", "Jahr", "Jahre"),
        ],
    },
    Writer {
        code: "pt",
        months: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        days: &["A ponte fechou em {d} de {m} de {y}.", "A ponte fechou em {D}/{M}/{y}."],
        whole_months: &["A ponte fechou em {m} de {y}."],
        first: "1º",
        length: "A ponte fica fechada durante {n} {u}.",
        units: [
            ("second", "segundo", "segundos"),
            ("minute", "minuto", "minutos"),
            ("hour", "hora", "horas"),
            ("day", "dia", "dias"),
            ("week", "semana", "semanas"),
            ("month", "mês", "meses"),
            ("year", "ano", "anos"),
        ],
    },
];

/// A sentence with the parts of a date filled in.
fn fill(writer: &Writer, sentence: &str, date: jiff::civil::Date) -> String {
    let day = if date.day() == 1 { writer.first.to_owned() } else { date.day().to_string() };
    sentence
        .replace("{d}", &day)
        .replace("{m}", writer.months[usize::try_from(date.month()).unwrap() - 1])
        .replace("{y}", &date.year().to_string())
        .replace("{DD}", &format!("{:02}", date.day()))
        .replace("{MM}", &format!("{:02}", date.month()))
        .replace("{D}", &date.day().to_string())
        .replace("{M}", &date.month().to_string())
}

fn misread(writer: &Writer, text: &str, expected: &str) -> Option<String> {
    let found = common::mentions(&RULES, writer.code, text);
    (found != [expected]).then(|| format!("{text}: {found:?}, not {expected}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn days_read_back(days in 0_i64..73_000) {
        let first = jiff::civil::date(1900, 1, 1);
        let date = claimdiff::value::add_days(first, days).unwrap();
        let expected = format!("date {date}..{}", claimdiff::value::add_days(date, 1).unwrap());
        for writer in &WRITERS {
            for sentence in writer.days {
                prop_assert_eq!(misread(writer, &fill(writer, sentence, date), &expected), None);
            }
        }
    }

    #[test]
    fn months_read_back(year in 1900_i16..2100, month in 1_i8..=12) {
        let first = jiff::civil::date(year, month, 1);
        let expected = format!("date {first}..{}", claimdiff::value::add_months(first, 1).unwrap());
        for writer in &WRITERS {
            for sentence in writer.whole_months {
                prop_assert_eq!(misread(writer, &fill(writer, sentence, first), &expected), None);
            }
        }
    }

    #[test]
    fn lengths_of_time_read_back(amount in 2_u32..1_000) {
        for writer in &WRITERS {
            for (name, _, many) in writer.units {
                let text = writer.length.replace("{n}", &amount.to_string()).replace("{u}", many);
                prop_assert_eq!(misread(writer, &text, &format!("duration {amount} {name}")), None);
            }
        }
    }
}
