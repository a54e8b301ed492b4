//! What whole sentences say: amounts whose currency stands elsewhere, who says a figure, and what follows from births,
//! beginnings, hours and moves. Every row is of another topic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimdiff::claim::{Answer, Claim, Kind};
use claimdiff::pipeline;
use claimdiff::report::ValueRecord;
use claimdiff::rules::Rules;
use claimdiff::source::{Limits, read_bytes};
use serde_json::Value;
use std::sync::{Arc, LazyLock};

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::embedded().unwrap());

/// The claims of an article of 10 March 2026.
fn claims(language: &str, text: &str) -> Vec<Arc<Claim>> {
    let file = format!("---\nlang: {language}\npublished: 2026-03-10\n---\n{text}\n");
    let (articles, errors) = read_bytes("text.md", file.as_bytes(), &Limits::default());
    assert!(errors.is_empty(), "{errors:?}");
    pipeline::claims(articles.first().unwrap(), &RULES).unwrap().claims
}

/// What the figure that is written so says by itself: "money 45000000 EUR".
fn told(language: &str, text: &str, figure: &str) -> Vec<String> {
    let of_figure = |claim: &&Arc<Claim>| claim.implied.is_none() && claim.evidence[0].number == figure;
    claims(language, text).iter().filter(of_figure).map(|claim| line(claim)).collect()
}

/// What follows from others, with what makes it follow: "born age 66..68".
fn follows(language: &str, text: &str) -> Vec<String> {
    let line = |claim: &Arc<Claim>| Some(format!("{} {}", claim.implied.as_ref()?.by.name(), line(claim)));
    claims(language, text).iter().filter_map(line).collect()
}

fn line(claim: &Claim) -> String {
    let record = serde_json::to_value(ValueRecord::new(&claim.answer, &RULES.units)).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let bounds = || format!("{}..{}", text(&record["strict"]["min"]), text(&record["strict"]["max"]));
    let value = [text(&record["nominal"]), text(&record["from"])].into_iter().find(|value| !value.is_empty());
    let unit = [text(&record["currency"]), text(&record["unit"])].concat();
    format!("{} {} {unit}", claim.kind().name(), value.unwrap_or_else(bounds)).trim_end().to_owned()
}

fn check(found: impl Fn(&str, &str) -> Vec<String>, table: &[(&str, &str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(language, text, expected)| {
            let found = found(language, text);
            (found != *expected).then(|| format!("{text}\n  expected {expected:?}\n  found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn bare_millions_are_money_where_nothing_is_counted() {
    let of = |language: &str, text: &str, figure: &str| told(language, text, figure).join(", ");
    let euros = "Il bando costa due milioni di euro, il canone 300 euro.";
    for (language, text, figure, expected) in [
        // In the money of the article.
        ("it", format!("{euros} Nel cassetto restano 45 milioni."), "45 milioni", "money 45000000 EUR"),
        ("it", format!("{euros} L'utile è salito a 69 milioni."), "69 milioni", "money 69000000 EUR"),
        ("it", format!("{euros} La società ha chiuso con 96 milioni di utile."), "96 milioni", "money 96000000 EUR"),
        // Something is counted.
        ("it", format!("{euros} Gli abitanti sono tre milioni."), "tre milioni", "count 3000000"),
        ("it", format!("{euros} Hanno votato in tre milioni."), "tre milioni", "count 3000000"),
        ("it", format!("{euros} Arrivano due milioni di turisti."), "due milioni di", "count 2000000"),
        // The article names no currency: only beside a word of money, in the usual one of its language.
        ("it", "La Confederazione stima danni per 70 milioni.".to_owned(), "70 milioni", "money 70000000 EUR"),
        ("it", "Il contatore segna 70 milioni.".to_owned(), "70 milioni", "count 70000000"),
        ("en", "Losses came to 70 million.".to_owned(), "70 million", "count 70000000"),
    ] {
        let figure = figure.trim_end_matches(" di");
        assert_eq!(of(language, &text, figure), expected, "{text}");
    }
}

#[test]
fn a_bare_figure_has_the_unit_of_the_one_it_is_held_against() {
    for (language, text, figure, expected) in [
        ("it", "L'incasso è sceso a 69 milioni di euro, dai 120 di un anno prima.", "120", "money 120000000 EUR"),
        ("it", "Il turismo vale 1,25 miliardi di euro, contro gli 1,1 del 2024.", "1,1", "money 1100000000 EUR"),
        ("it", "L'inflazione è al 2,4 per cento, rispetto al 3,1 di gennaio.", "3,1", "percent 3.1"),
        ("en", "Rents rose 7.2 percent, up from 6 a year earlier.", "6", "percent 6"),
        ("en", "The bakery sold 96 million euros of bread, compared with 120 in 2024.", "120", "money 120000000 EUR"),
        ("fr", "Le festival a coûté 4,5 millions d'euros, contre 3 un an plus tôt.", "3", "money 3000000 EUR"),
        ("es", "La cosecha dejó 96 millones de euros, frente a los 80 de 2024.", "80", "money 80000000 EUR"),
        ("de", "Der Verein nahm 1,25 Milliarden Euro ein nach 1,1 im Vorjahr.", "1,1", "money 1100000000 EUR"),
        ("pt", "A obra custou 96 milhões de euros, ante 80 em 2024.", "80", "money 80000000 EUR"),
        // In the magnitude of the other, in whatever it is written.
        ("it", "La regione spende 130 milioni di euro, rispetto ai 95 del 2024.", "95", "money 95000000 EUR"),
        ("it", "Il gruppo fattura 12,35 miliardi di euro, contro gli 11,9 del 2024.", "11,9", "money 11900000000 EUR"),
        ("it", "La sagra incassa 120mila euro, rispetto ai 95 del 2024.", "95", "money 95000 EUR"),
        ("en", "The choir raised £85m, up from 80 in 2024.", "80", "money 80000000 GBP"),
        ("it", "Il fondo vale 69.000.000 di euro, contro i 40 di Trento.", "40", "count 40"),
        // A pronoun refers back, or decimals count nothing.
        ("it", "Il sindacato chiede 120 euro al mese, il museo ne offre 95.", "95", "money 95 EUR"),
        ("it", "Il Polo sale al 30,1 per cento, i Verdi al 4,9.", "4,9", "percent 4.9"),
        // Something is counted, or the figure is too far from the other.
        ("it", "Ha versato 100 euro, contro 12 persone che non pagano.", "12", "count 12"),
        ("it", "Il 30 per cento dei soci, 12, era assente.", "12", "count 12"),
        ("en", "Ticket sales brought 96 million euros from 40 shows.", "40", "count 40"),
    ] {
        assert_eq!(told(language, text, figure).join(", "), expected, "{text}");
    }
}

#[test]
fn a_word_that_names_no_source_leaves_it_to_the_next() {
    for (language, text, figure, source) in [
        ("it", "Il sindaco calcola danni per tre milioni di euro.", "tre milioni di euro", Some("sindaco")),
        ("it", "La Coldiretti stima perdite per 12 milioni di euro.", "12 milioni di euro", Some("Coldiretti")),
        ("it", "Per la questura i manifestanti erano 8.000.", "8.000", Some("questura")),
        ("it", "La strada è chiusa per tre chilometri.", "tre chilometri", None),
    ] {
        let claims = claims(language, text);
        let claim = claims.iter().find(|claim| claim.evidence[0].number == figure).unwrap();
        let said = claim.subject.as_ref().unwrap().attribution.as_ref().map(|said| said.text.as_str());
        assert_eq!(said, source, "{text}");
    }
}

#[test]
fn a_birth_says_an_age() {
    check(
        follows,
        &[
            ("it", "Paolo Neri, nato nel 1959, guida il coro.", &["born age 66..68 year"]),
            ("es", "Nacida en 1982, Lucía Barrios dirige el museo.", &["born age 43..45 year"]),
            ("en", "Ada Brook, born on 3 May 1951, still rows.", &["born age 74 year"]),
            ("de", "Jörg Amsel, geboren 1970, leitet die Werft.", &["born age 55..57 year"]),
            // Nobody is that old, and a range of years is nobody's birth.
            ("it", "Il pittore, nato nel 1602, dipinse il soffitto.", &[]),
            ("it", "Il museo aprì nel 1959.", &[]),
        ],
    );
}

#[test]
fn what_goes_on_says_since_when() {
    check(
        follows,
        &[
            ("it", "La fabbrica esiste da 72 anni.", &["since date 1953-01-01"]),
            ("de", "Die Brücke ist seit sieben Jahren gesperrt.", &["since date 2018-01-01"]),
            ("fr", "Il préside le club depuis 12 ans.", &["since date 2013-01-01"]),
            ("it", "La gara dura 12 giorni.", &[]),
            // "da" that is no "since".
            ("it", "Ha firmato un contratto da tre anni.", &[]),
            ("it", "Rischia una pena da 12 anni.", &[]),
            ("it", "La banca offre un mutuo da 30 anni.", &[]),
        ],
    );
}

#[test]
fn what_is_told_from_another_moment_says_how_long_it_took() {
    check(
        follows,
        &[
            ("it", "Trentotto secondi dopo è arrivato Bardi.", &["apart duration 38 second"]),
            ("de", "Die Bergleute wurden nach 75 Stunden gerettet.", &["apart duration 75 hour"]),
            ("en", "The second wall fell fifteen minutes later.", &["apart duration 15 minute"]),
            ("fr", "Le pont a cédé deux heures plus tard.", &["apart duration 2 hour"]),
            ("es", "El tren llegó tres días después.", &["apart duration 3 day"]),
            // From the day of writing, and from a feast.
            ("it", "Lo hanno trovato tre ore fa.", &[]),
            ("en", "The shop opened two days before Christmas.", &[]),
        ],
    );
}

#[test]
fn hours_and_moves_say_what_lies_between() {
    check(
        follows,
        &[
            ("it", "È piovuto tra mezzanotte e le sei.", &["clock-range duration 360 minute"]),
            ("it", "Lo sciopero va dalle 21 alle 21.", &[]),
            ("en", "The pool is open from 9am to 5.30pm.", &["clock-range duration 510 minute"]),
            ("it", "L'età della pensione passa da 62 a 64 anni.", &["moved age 64 year", "moved age 62 year"]),
            ("it", "I posti passano da 40 a 55.", &["moved count 55", "moved count 40"]),
        ],
    );
}

#[test]
fn whole_units_of_time_leave_less_than_a_half_out() {
    let bounds = |language: &str, text: &str| {
        let claims = claims(language, text);
        let claim = claims.iter().find(|claim| claim.kind().name() == "duration").unwrap();
        let record = serde_json::to_value(ValueRecord::new(&claim.answer, &RULES.units)).unwrap();
        ["min", "max"].map(|end| record["strict"][end].as_str().unwrap_or("").to_owned())
    };
    for (language, text, expected) in [
        ("it", "È stato condannato a sette anni di carcere.", ["6.6", "7.4"]),
        ("de", "Die Sperrung dauert ein Jahr.", ["0.6", "1.4"]),
        ("en", "The talks lasted three hours.", ["2.6", "3.4"]),
        ("fr", "La panne a duré 2,5 heures.", ["2.45", "2.55"]),
    ] {
        assert_eq!(bounds(language, text), expected, "{text}");
    }
}

#[test]
fn a_figure_keeps_what_it_is_told_per() {
    let per = |language: &str, text: &str| {
        let claims = claims(language, text);
        claims.first().unwrap().subject.as_ref().unwrap().per.as_ref().map(ToString::to_string)
    };
    for (language, text, expected) in [
        ("it", "Passano il valico oltre 120 camion al giorno.", Some("c:time.day")),
        ("en", "The works takes on 120 lorries a day in summer.", Some("c:time.day")),
        ("fr", "La ville accueille 300 touristes par semaine.", Some("c:time.week")),
        ("de", "Die Praxis behandelt 40 Patienten pro Monat.", Some("c:time.month")),
        ("es", "El centro atiende 900 llamadas al día.", Some("c:time.day")),
        ("it", "La mensa costa 180 euro mensili a bambino.", Some("c:time.month")),
        ("it", "Il pedaggio frutta 2 milioni di euro l'anno.", Some("c:time.year")),
        ("de", "Der Hafen zahlt jährlich 30.000 Euro Miete.", Some("c:time.year")),
        ("fr", "Le port verse un loyer annuel de 3 000 euros.", Some("c:time.year")),
        ("en", "The harbour pays a monthly £300 for the crane.", Some("c:time.month")),
        // A certain week or year is when it happened.
        ("it", "Tre operai feriti la settimana scorsa.", None),
        ("de", "Es gab 12 Tote im Jahr 2024.", None),
        ("it", "La mensa ha ricavato 900 euro l'anno scorso.", None),
        ("en", "The museum sold 40 tickets a year earlier.", None),
        ("en", "The museum sold 40 tickets a month ago.", None),
    ] {
        assert_eq!(per(language, text).as_deref(), expected, "{text}");
    }
}

#[test]
fn just_after_a_minute_is_nearer_than_just_after_an_hour() {
    let minutes = |language: &str, text: &str| {
        let claims = claims(language, text);
        let found = claims.iter().find_map(|claim| match claim.answer {
            Answer::Time(span) => Some((span.from, span.to)),
            _ => None,
        });
        found.unwrap()
    };
    for (language, text, expected) in [
        ("it", "Il ponte è crollato poco dopo le 10.", (600, 631)),
        ("it", "Il ponte è crollato poco dopo le 10.20.", (620, 636)),
        ("en", "The roof fell in a little after 8.15am.", (495, 511)),
        ("de", "Der Zug entgleiste kurz vor 16.40 Uhr.", (985, 1001)),
    ] {
        assert_eq!(minutes(language, text), expected, "{text}");
    }
}

/// What the first claim of a text is named after.
fn names(language: &str, text: &str) -> Vec<String> {
    let claims = claims(language, text);
    let subject = claims.first().unwrap().subject.clone().unwrap();
    subject.names.iter().map(ToString::to_string).collect()
}

#[test]
fn a_capital_makes_no_name_where_every_noun_has_one() {
    for (text, expected) in [
        // An article, an adjective or a number before it: a noun, here and elsewhere in the text.
        ("Der Gegenzug hielt. Im Gegenzug saßen 40 Reisende.", vec![]),
        ("In Brunnau starben drei Menschen.", vec!["n:brunnau"]),
        ("Drei Menschen starben, sagte Dührkop.", vec!["n:dührkop"]),
        ("Merle Harms zählte 40 Besucher.", vec!["n:harms"]),
        ("Der Sprecher Ahlers zählte 40 Besucher.", vec!["n:ahlers"]),
        ("Schwere Abplatzungen verletzten drei Menschen.", vec![]),
    ] {
        assert_eq!(names("de", text), expected, "{text}");
    }
}

#[test]
fn a_word_of_general_meaning_is_a_name_beside_a_name() {
    for (language, text, expected) in [
        ("en", "Police say Andrew Hill sold 40 sheep.", vec!["n:hill"]),
        ("en", "Police say the hill swallowed 40 sheep.", vec![]),
        ("it", "Secondo Marta Colle gli sfollati sono 40.", vec!["n:colle"]),
        ("it", "Dopo la frana del colle gli sfollati sono 40.", vec![]),
        ("es", "Según Julia Colina hay 40 heridos.", vec!["n:colina"]),
        // Where every noun has a capital, the word stays a word.
        ("de", "Am Hügel starben drei Menschen.", vec![]),
    ] {
        assert_eq!(names(language, text), expected, "{text}");
    }
}

#[test]
fn beside_a_goal_a_bare_figure_is_a_minute_of_the_match() {
    let kinds = |language: &str, text: &str| {
        let claims = claims(language, text);
        claims.iter().filter(|claim| claim.implied.is_none()).map(|claim| line(claim)).collect::<Vec<_>>()
    };
    for (language, text, expected) in [
        ("es", "Final: 2-1. Vidal marcó en el 68, de cabeza.", "time 68 match-minute"),
        ("es", "Final: 2-1. A los 33 minutos de la segunda parte marcó Vidal.", "time 78 match-minute"),
        ("it", "Finale: 2-1. Bardi ha segnato al dodicesimo.", "time 12 match-minute"),
        ("it", "Finale: 2-1. Dopo dodici minuti ha segnato Bardi.", "time 12 match-minute"),
        ("en", "Final: 2-1. Vidal scored after 12 minutes.", "time 12 match-minute"),
        ("en", "Final: 2-1. Vidal scored 33 minutes into the second half.", "time 78 match-minute"),
        ("fr", "Score final: 2-1. À la 68e, Vidal marque.", "time 68 match-minute"),
        ("pt", "Resultado: 2-1. Vidal marcou aos 68.", "time 68 match-minute"),
        // Games are counted, and no article tells a match that gives no result.
        ("en", "Final: 2-1. Vidal has scored in 12 games.", "count 12"),
        ("en", "Vidal scored after 12 minutes.", "duration 12 minute"),
    ] {
        let found = kinds(language, text);
        assert!(found.iter().any(|line| line == expected), "{text}: {found:?}");
    }
}

#[test]
fn a_verb_means_what_it_means_with_its_particle() {
    let events = |text: &str| {
        let claims = claims("de", text);
        let subject = claims.first().unwrap().subject.clone().unwrap();
        subject.context.iter().map(ToString::to_string).filter(|term| term.contains("event.")).collect::<Vec<_>>()
    };
    for (text, expected) in [
        ("Die Polizei nahm am Montag drei Männer fest.", vec!["c:event.arrest"]),
        (
            "Das Boot legte, anders als sonst, um 7.40 Uhr ab und kam um 9 Uhr in Sandau an.",
            vec!["c:event.arrive", "c:event.leave"],
        ),
        ("Das Verbot läuft am 31. Mai aus.", vec!["c:event.end"]),
        // A noun before the particle is none of its verb: jobs are cut, no car is parked.
        ("Die Werft baut 1.200 Stellen ab.", vec![]),
        // In the middle of a clause the word is a preposition.
        ("Die Kammer stellte an 40 Betriebe Fragen.", vec![]),
    ] {
        assert_eq!(events(text), expected, "{text}");
    }
}

#[test]
fn some_of_a_number_of_things_are_such_things() {
    let counted = |language: &str, text: &str| {
        let claims = claims(language, text);
        claims
            .iter()
            .filter_map(|it| it.subject.as_ref()?.counted.as_ref())
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    for (language, text) in [
        ("en", "Three of its six carriages were derailed."),
        ("en", "Four of the train's six carriages left the track."),
        ("en", "Of the six carriages, three were derailed."),
        ("it", "Tre delle sue sei carrozze sono deragliate."),
        ("it", "Delle sei carrozze, tre sono deragliate."),
        ("es", "Tres de sus seis vagones descarrilaron."),
        ("pt", "Três das suas seis carruagens descarrilaram."),
    ] {
        assert_eq!(counted(language, text), ["c:object.wagon"; 2], "{text}");
    }
    let drivers = ["c:person.driver-transport"; 2];
    assert_eq!(counted("en", "Two of their 40 drivers were fined."), drivers);
    assert_eq!(counted("fr", "Deux de leurs 40 conducteurs ont été licenciés."), drivers);
}

#[test]
fn a_phrase_holds_with_a_figure_in_it() {
    let events = |language: &str, text: &str| {
        let claims = claims(language, text);
        let subject = claims.first().unwrap().subject.clone().unwrap();
        subject.context.iter().map(ToString::to_string).filter(|term| term.contains("event.")).collect::<Vec<_>>()
    };
    for (language, text, expected) in [
        ("en", "The blaze claimed 23 lives.", vec!["c:event.die", "c:event.fire"]),
        ("pt", "O incêndio ceifou 1.200 vidas.", vec!["c:event.die", "c:event.fire"]),
        ("en", "The firm lost 23 lorries.", vec![]),
    ] {
        assert_eq!(events(language, text), expected, "{text}");
    }
}

/// When what the figure that is written so counts happened.
fn when(language: &str, text: &str, figure: &str) -> Option<String> {
    let claims = claims(language, text);
    let claim = claims.iter().find(|claim| claim.implied.is_none() && claim.evidence[0].number == figure).unwrap();
    claim.subject.as_ref().unwrap().time.and_then(|time| time.from).map(|day| day.to_string())
}

#[test]
fn a_date_right_behind_a_value_dates_that_value_alone() {
    for (language, text, figure, expected) in [
        ("it", "L'utile è sceso a 69 euro, dai 120 euro del 2023.", "69 euro", None),
        ("it", "L'utile è sceso a 69 euro, dai 120 euro del 2023.", "120 euro", Some("2023-01-01")),
        ("en", "Police counted 34 thefts, against 28 in 2023.", "34", None),
        ("en", "Police counted 34 thefts, against 28 in 2023.", "28", Some("2023-01-01")),
        ("de", "Gezählt wurden 34 Diebstähle nach 28 im Jahr 2023.", "34", None),
        ("fr", "On a compté 34 vols et 12 incendies en 2023.", "34", Some("2023-01-01")),
        // A year that is the name of something says nothing of when.
        ("it", "La legge di bilancio 2027 vale 18 miliardi di euro.", "18 miliardi di euro", None),
        ("it", "Alle elezioni 2023 hanno votato 900 persone.", "900", Some("2023-01-01")),
    ] {
        assert_eq!(when(language, text, figure).as_deref(), expected, "{text}: {figure}");
    }
}

#[test]
fn then_is_the_time_that_was_told_of_before() {
    for (language, text, figure, expected) in [
        ("it", "Il teatro bruciò nel 1996. Allora furono distrutti 900 posti.", "900", Some("1996-01-01")),
        ("en", "A kiln blew up in 1998. Seven people were hurt then.", "Seven", Some("1998-01-01")),
        ("fr", "Le barrage céda en 1959. À l'époque, 400 familles partirent.", "400", Some("1959-01-01")),
        ("es", "La mina cerró en 2008. Entonces se quedaron sin trabajo 300 mineros.", "300", Some("2008-01-01")),
        ("de", "Im Jahr 2002 trat der Fluss über die Ufer. Damals flohen 60 Familien.", "60", Some("2002-01-01")),
        ("pt", "O mercado ardeu em 2011. Na época, 80 bancas foram destruídas.", "80", Some("2011-01-01")),
        // Two sentences on, and without such a word, nobody says when.
        ("en", "A kiln blew up in 1998. Nets were put up. Seven people were hurt then.", "Seven", None),
        ("en", "A kiln blew up in 1998. Seven people were hurt.", "Seven", None),
    ] {
        assert_eq!(when(language, text, figure).as_deref(), expected, "{text}");
    }
}

#[test]
fn what_is_called_so_elsewhere_bears_the_name() {
    let bearer = |language: &str, text: &str| {
        let claims = claims(language, text);
        let aged = claims.iter().find(|claim| claim.kind() == Kind::Age).unwrap();
        aged.subject.as_ref().unwrap().names.first().map(ToString::to_string)
    };
    for (language, text, expected) in [
        ("it", "Il pianista Elio Sarmi ha dormito in auto. Il pianista, 71 anni, sta bene.", Some("n:sarmi")),
        ("en", "Tova Lindgren, the pilot, walked away. The pilot, aged 42, was unhurt.", Some("n:lindgren")),
        // A month in small letters, a name with a capital.
        ("es", "El alcalde Julio Barrantes dimitió. El alcalde, de 58 años, no quiso hablar.", Some("n:barrantes")),
        // Two are called so.
        ("it", "Il pianista Elio Sarmi e il pianista Ugo Bersi suonano. Il pianista, 71 anni, sta bene.", None),
        // The one whom the sentence speaks of.
        ("it", "Sarmi, che a ottobre compirà 72 anni, ha dormito in auto.", Some("n:sarmi")),
        ("it", "Dopo la lite con Sarmi: ferito un autista di 72 anni.", None),
    ] {
        assert_eq!(bearer(language, text).as_deref(), expected, "{text}");
    }
}

#[test]
fn words_behind_a_share_compare_it_and_bound_nothing() {
    for (language, text, figure, expected) in [
        ("it", "L'utile è il 20% in meno dei 120 euro previsti.", "120 euro", "money 120 EUR"),
        ("en", "The rent is 20 per cent more than the 120 euros of last year.", "120 euros", "money 120 EUR"),
        ("fr", "Le loyer est de 20 % de plus que 120 euros.", "120 euros", "money 120 EUR"),
        ("it", "L'affitto è di meno di 120 euro.", "meno di 120 euro", "money ..120 EUR"),
    ] {
        assert_eq!(told(language, text, figure), [expected], "{text}");
    }
}

#[test]
fn what_moves_is_never_anything_between() {
    for (language, text, figure) in [
        ("fr", "La réforme fait passer l'âge de départ de 62 à 65 ans.", "de 62 à 65 ans"),
        ("it", "L'aliquota scende dal 35 al 33 per cento.", "dal 35 al 33 per cento"),
        ("it", "L'utile della banca cala da 120 a 96 milioni di euro.", "da 120 a 96 milioni di euro"),
        ("en", "The rent rises from 300 to 340 euros.", "from 300 to 340 euros"),
    ] {
        let claims = claims(language, text);
        let of_figure = |claim: &&Arc<Claim>| claim.evidence[0].number == figure;
        let asks = |claim: &Arc<Claim>| (claim.implied.is_some(), claim.subject.is_some());
        let found: Vec<_> = claims.iter().filter(of_figure).map(asks).collect();
        assert_eq!(found, [(false, false), (true, true), (true, true)], "{text}");
    }
    // Nothing falls from 120 to millions.
    let found = follows("it", "L'utile della banca cala da 120 a 96 milioni di euro.");
    assert_eq!(found, ["moved money 96000000 EUR", "moved money 120000000 EUR"]);
}

#[test]
fn an_amount_has_the_property_of_its_sentence() {
    let properties = |text: &str| {
        let claims = claims("it", text);
        let amount = claims.iter().find(|claim| claim.kind() == Kind::Money).unwrap();
        amount.subject.as_ref().unwrap().attributes.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (text, expected) in [
        ("Una manovra da quasi 19 miliardi. Il resto è poco: un euro, due euro.", "c:money.budget"),
        ("L'utile netto è sceso del 20 per cento in un anno difficile, a 69 milioni di euro.", "c:money.profit.net"),
        ("Il fatturato, dopo una stagione che nessuno vuole ricordare, è di 40 milioni di euro.", "c:money.revenue"),
    ] {
        assert!(properties(text).iter().any(|found| found == expected), "{text}: {:?}", properties(text));
    }
}
