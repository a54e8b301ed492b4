//! Figures as people say and write them in a hurry: shared hundreds, left-out units, ages by decade, months and signs.

mod common;

#[test]
fn ranges_of_numbers() {
    common::check(
        "en",
        &[
            ("Between three and four hundred people marched.", &["count 300..400"]),
            ("The kiln bakes two or three hundred tiles.", &["count 200..300"]),
            ("The stall sells 300 to 400 lamps a week.", &["count 300..400"]),
            ("Twenty to thirty goats strayed.", &["count 20..30"]),
            ("Rents rose five to ten per cent.", &["percent 5..10"]),
            ("Rebuilding costs between £2m and £3m.", &["money 2000000..3000000 GBP"]),
            ("Over 12 years to 40 towns they sent 9 lamps.", &["duration 12.. year", "count 40", "count 9"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Drei- bis vierhundert Schafe grasten dort.", &["count 300..400"]),
            ("Der Hof hält zwischen zwei- und dreihundert Ziegen.", &["count 200..300"]),
            ("Ein Eimer fasst zwischen 2 und etwa 7 Liter.", &["measure 2..7 l"]),
        ],
    );
    common::check("it", &[("Tra tre e quattrocento lampade accese.", &["count 300..400"])]);
    common::check("fr", &[("Le moulin emploie 300 à 400 personnes.", &["count 300..400"])]);
    common::check("es", &[("La fábrica emplea 300 a 400 personas.", &["count 300..400"])]);
    common::check("pt", &[("A fábrica emprega 300 a 400 pessoas.", &["count 300..400"])]);
}

#[test]
fn figures_of_other_places() {
    common::check(
        "en",
        &[
            ("A debt of 1.234.567.890 in all.", &["count 1234567890"]),
            ("They sold 3 hundred and 21 lamps.", &["count 321"]),
            ("A fare of Rs. 20 only.", &["money 20 INR"]),
            ("The count is 12,34,567.89 there.", &["count 1234567.89"]),
            ("A balance of $-99.99.", &["money -99.99 USD"]),
            ("The fund holds 85 bn dollars.", &["money 85000000000 USD"]),
            ("The barn has 5,000 m2.", &["measure 5000 m2"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Die Schuld beträgt 1,234,567 Euro.", &["money 1234567 EUR"]),
            ("Ein Acker von 500 m2.", &["measure 500 m2"]),
            ("Das 5G-Netz wächst.", &[]),
        ],
    );
    common::check(
        "it",
        &[("Un debito di 1,234,567 euro.", &["money 1234567 EUR"]), ("Un orto di 500 m2.", &["measure 500 m2"])],
    );
    common::check(
        "fr",
        &[("Une dette de 1,234,567 euros.", &["money 1234567 EUR"]), ("Un pré de 500 m2.", &["measure 500 m2"])],
    );
    common::check(
        "es",
        &[
            ("Una deuda de 1,234,567 euros.", &["money 1234567 EUR"]),
            ("Pagó 1,000, 2,000 y 3.", &["count 1", "count 2", "count 3"]),
        ],
    );
    common::check("pt", &[("Uma dívida de 1,234,567 euros.", &["money 1234567 EUR"])]);
}

#[test]
fn open_numbers() {
    common::check(
        "en",
        &[
            ("Several hundred pupils stayed at home.", &["count 200.."]),
            ("A few thousand bees escaped.", &["count 2000.."]),
            ("Several hundred thousand bees escaped.", &["count 200000.."]),
            ("Half a dozen barges sank.", &["count 6"]),
            ("Nine out of 10 voters stayed away.", &["count 0.9"]),
            ("Three of the 10 lamps broke.", &["count 3", "count 10"]),
            ("Floods drove out 2.5m people.", &["count 2500000"]),
            ("A 10m wall fell.", &["measure 10 m"]),
            ("A march of 5,000-plus people.", &["count 5000.."]),
        ],
    );
    common::check(
        "de",
        &[
            ("Mehrere Tausend Bienen flogen aus.", &["count 2000.."]),
            ("Einige hundert Schafe sind krank.", &["count 200.."]),
            ("Zigtausende kamen zum Fest.", &["count 20000.."]),
            ("Neun von 10 Befragten stimmten zu.", &["count 0.9"]),
        ],
    );
}

#[test]
fn units_behind_other_words() {
    common::check(
        "en",
        &[
            ("Two additional minutes were played.", &["duration 2 minute"]),
            ("The siege lasted three full weeks and two more days.", &["duration 3 week", "duration 2 day"]),
            ("A two-and-a-half-hour film.", &["duration 2.5 hour"]),
            ("The race took two hours, 40 minutes.", &["duration 2.6666666666666666666666666667 hour"]),
            ("He sold 12 other lamps.", &["count 12"]),
            ("The thief, 5ft 10in tall, ran off.", &["measure 5.8333333333333333333333333333 ft"]),
            ("A 6-foot-4-inch guard sat there.", &["measure 6.3333333333333333333333333333 ft"]),
            ("The thief is 5'10\" tall.", &["measure 5.8333333333333333333333333333 ft"]),
            ("A trade of $1.2 trillion-a-year.", &["money 1200000000000 USD"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Zwei weitere Jahre dauert der Bau.", &["duration 2 year"]),
            ("Sie suchten drei volle Tage.", &["duration 3 day"]),
            ("Die Siegerin brauchte 2'05\"3.", &["duration 125.3 second"]),
        ],
    );
    common::check(
        "it",
        &[
            ("Rimase chiuso tre lunghi anni.", &["duration 3 year"]),
            ("Un lungo giorno di pioggia.", &[]),
            ("Vince in 1'14''.", &["duration 74 second"]),
        ],
    );
    common::check("fr", &[("Il attendit deux longues années.", &["duration 2 year"])]);
    common::check("es", &[("Esperó tres largos años.", &["duration 3.. year"])]);
    common::check("pt", &[("Esperou três longos anos.", &["duration 3 year"])]);
}

#[test]
fn ages_by_decade() {
    common::check(
        "en",
        &[
            ("A man in his 20s was held.", &["age 20..30 year"]),
            ("Police seek a woman in her late 30s.", &["age 37..40 year"]),
            ("A baker in his mid-forties.", &["age 44..47 year"]),
            ("Rents rose in the late 1930s.", &["date 1936-08-31..1940-01-01"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Ein Mann Mitte 30 wurde verletzt.", &["age 34..37 year"]),
            ("Eine Frau, Ende vierzig, fuhr den Wagen.", &["age 47..50 year"]),
            ("Am Ende 30 Punkte Vorsprung.", &["count 30"]),
            ("Das Werk schloss in den Neunzigerjahren.", &["date 1990-01-01..2000-01-01"]),
            ("Die Mode der siebziger Jahre.", &["date 1970-01-01..1980-01-01"]),
        ],
    );
}

#[test]
fn days_and_hours() {
    common::check(
        "en",
        &[
            ("The works began in early May.", &["date 2025-05-01..2025-05-12"]),
            ("The pool has been shut since mid-May.", &["date 2025-05-11.."]),
            ("May said the plan may be cut.", &[]),
            ("He was away the past few days.", &["date 2026-03-07..2026-03-10"]),
            ("The shop is open Monday to Friday.", &["date 2026-03-09..2026-03-14"]),
            ("The dam broke early on Friday.", &["date 2026-03-06T00:00..2026-03-06T09:00"]),
            ("The ferry left at twelve thirty.", &["time 12:30:00"]),
            ("The king died in twelve thirty.", &["date 1230-01-01..1231-01-01"]),
            ("It is shut Friday morning from 9 to 11.", &["date 2026-03-06T09:00..2026-03-06T11:00"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Der Prozess begann Mitte Mai.", &["date 2025-05-11..2025-05-22"]),
            ("Seit Anfang Mai ruht die Arbeit.", &["date 2025-05-01.."]),
            ("Das Gesetz von 1968 gilt noch.", &["date 1968-01-01..1969-01-01"]),
            ("Von 1968 an stand dort ein Turm.", &["date 1968-01-01.."]),
            ("Die Zahl von 2000 Fällen ist hoch.", &["count 2000"]),
            ("Ende 30 % weniger Regen.", &["percent 30"]),
            ("Das Amt schließt am Freitagvormittag von 9 bis 11.", &["date 2026-03-06T09:00..2026-03-06T11:00"]),
        ],
    );
    common::check(
        "fr",
        &[
            ("Le procès a commencé fin mai.", &["date 2025-05-21..2025-06-01"]),
            ("La piscine est fermée depuis mai.", &["date 2025-05-01.."]),
        ],
    );
    common::check("es", &[("Llegó el viernes 6 a las 4.", &["date 2026-03-06T04:00.."])]);
}

#[test]
fn ranges_with_or() {
    common::check(
        "en",
        &[
            ("Some 12 lamps and 40 or 50 people.", &["count 12", "count 40..50"]),
            ("The bay held ten or twelve boats.", &["count 10..12"]),
            ("Sixteen or more teams play.", &["count 16.."]),
            ("Children aged 12- to 15-year-olds only.", &["age 12..16 year"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Es kamen 40 oder 50 Menschen.", &["count 40..50"]),
            ("Ein Kurs für 12- bis 15-Jährige.", &["age 12..16 year"]),
        ],
    );
    common::check("it", &[("Arrivarono 40 o 50 persone.", &["count 40..50"])]);
    common::check("fr", &[("Il vint 40 ou 50 personnes.", &["count 40..50"])]);
    common::check("es", &[("Llegaron 40 o 50 personas.", &["count 40..50"])]);
    common::check("pt", &[("Ali estavam 40 ou 50 pessoas.", &["count 40..50"])]);
}

#[test]
fn shares_and_points() {
    common::check(
        "en",
        &[
            ("One in every five homes is empty.", &["count 0.2"]),
            ("Three out of every four bridges leak.", &["count 0.75"]),
            ("A 25-basis-point cut in rates.", &["percent 25 basis-point"]),
            ("Rates rose by 0.5 of a percentage point.", &["percent 0.5"]),
            ("A quarter-point rise in rates.", &["percent 0.25"]),
            ("The ten-point plan failed again.", &["count 10"]),
        ],
    );
    common::check("de", &[("Jeder Vierte ist betroffen.", &["count 0.25"])]);
}

#[test]
fn signs_and_hedges_inside() {
    common::check(
        "en",
        &[
            ("Lows of minus 12 are likely.", &["count -12"]),
            ("They won, minus two players, on Friday.", &["count 2", "date 2026-03-06..2026-03-07"]),
            ("He waited 40-odd years.", &["duration 40 year"]),
            ("A ban of 5 or more days.", &["duration 5.. day"]),
            ("Upward of 300 goats strayed.", &["count 300.."]),
            ("A couple of hundred bees.", &["count 200"]),
        ],
    );
    common::check("de", &[("Tiefstwerte von minus 12 sind möglich.", &["count -12"])]);
    common::check("it", &[("Pena di 2 o più anni.", &["duration 2.. year"])]);
}

#[test]
fn ages_without_a_unit() {
    common::check(
        "en",
        &[
            ("Children under five travel free.", &["age ..5 year"]),
            ("People over 65 pay less.", &["age 65.. year"]),
            ("People over 65 hills were heard.", &["count 65.."]),
            ("He is a father of three.", &["count 3"]),
            ("A woman of 64, unhurt.", &["age 64 year"]),
        ],
    );
}

#[test]
fn lengths_that_are_no_dates() {
    common::check(
        "en",
        &[
            ("It is the worst storm in 40 years.", &["duration 40 year"]),
            ("Rents rose 12% in two years.", &["percent 12", "duration 2 year"]),
            ("The ferry will sail in two weeks.", &["date 2026-03-24..2026-03-25"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Der schlimmste Sturm in 40 Jahren.", &["duration 40 year"]),
            ("Die Fähre fährt in zwei Wochen.", &["date 2026-03-24..2026-03-25"]),
        ],
    );
}

#[test]
fn days_beside_days() {
    common::check(
        "en",
        &[
            ("It closed the day after Christmas.", &["date 2025-12-26..2025-12-27"]),
            ("Sales fell in the three months to January.", &["date 2025-11-01..2026-02-01"]),
            ("Profit for the year to 31 January fell.", &["date 2025-02-01..2026-02-01"]),
            ("He played on March 3 and 5.", &["date 2026-03-03..2026-03-04", "date 2026-03-05..2026-03-06"]),
            ("On March 3 and 5 boats came.", &["date 2026-03-03..2026-03-04", "count 5"]),
            ("The pier burned over the weekend.", &["date 2026-03-07..2026-03-09"]),
            ("The siren went at 0900.", &["time 09:00:00"]),
            ("The vote is at 9:00 p.m. GMT on Friday.", &["date 2026-03-06T21:00.."]),
            ("The pool shut at 9 p.m. Friday.", &["date 2026-03-06T21:00.."]),
            ("He left at 9 p.m. The pool had shut.", &["time 21:00:00"]),
            ("The loan of C$40 million.", &["money 40000000 CAD"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Am Wochenende brannte die Mühle.", &["date 2026-03-07..2026-03-09"]),
            ("In den zwölf Monaten bis Januar 2026 stieg der Absatz.", &["date 2025-02-01..2026-02-01"]),
            ("Der Bau endet in der ersten Hälfte des Jahres.", &["date 2026-01-01..2026-07-01"]),
            ("In der Nacht zum Freitag gegen 3.30 Uhr brannte es.", &["date 2026-03-06T03:30.."]),
        ],
    );
    common::check("it", &[("Il molo è bruciato nel weekend.", &["date 2026-03-07..2026-03-09"])]);
}
