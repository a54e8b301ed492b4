//! By how much something changes and to what; bounds of an age; times of a race; means.

mod common;

#[test]
fn a_change_and_what_it_ends_at_are_no_range() {
    common::check(
        "en",
        &[
            ("Shares in Brellow rose $2 to $50.", &["money 2 USD", "money 50 USD"]),
            ("The rent rose by £300 to £845.", &["money 300 GBP", "money 845 GBP"]),
            ("Shares fell 12p to 340p.", &["money 0.12 GBP", "money 3.4 GBP"]),
            ("Tickets cost $10 to $20.", &["money 10..20 USD"]),
            ("Support fell five points to 38%.", &["percent 5", "percent 38"]),
            ("The side dropped five points to fifth place.", &["count 5", "ordinal 5"]),
        ],
    );
    common::check(
        "it",
        &[
            ("Il titolo sale di 2 euro a 50 euro.", &["money 2 EUR", "money 50 EUR"]),
            ("Il tasso scende dello 0,25% al 2,5%.", &["percent 0.25", "percent 2.5"]),
            ("Biglietti da 10 a 20 euro.", &["money 10..20 EUR"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Die Aktie stieg um 20 Euro auf 50 Euro.", &["money 20 EUR", "money 50 EUR"]),
            ("Die Miete stieg von 10 auf 20 Euro.", &["money 10..20 EUR"]),
            ("Vier Punkte weniger als 2021.", &["count 4", "date 2021-01-01..2022-01-01"]),
        ],
    );
    common::check("fr", &[("Le titre gagne 2 euros à 50 euros.", &["money 2 EUR", "money 50 EUR"])]);
    common::check("pt", &[("A ação subiu 2 euros para 50 euros.", &["money 2 EUR", "money 50 EUR"])]);
}

#[test]
fn people_of_an_age() {
    common::check(
        "fr",
        &[
            ("Les plus de 65 ans lisent davantage.", &["age 65.. year"]),
            ("Il risque plus de 20 ans de prison.", &["duration 20.. year"]),
        ],
    );
    common::check(
        "es",
        &[
            ("Los mayores de 65 años leen más.", &["age 65.. year"]),
            ("Los menores de 18 no pagan.", &["age ..18 year"]),
        ],
    );
    common::check("pt", &[("Os maiores de 65 anos leem mais.", &["age 65.. year"])]);
    common::check(
        "it",
        &[
            ("Gli over 65 leggono di più.", &["age 65.. year"]),
            ("Renato Dosi, 58 anni, da tre alla guida del teatro.", &["age 58 year", "duration 3 year"]),
            ("Renato Dosi, 58 anni, da tre giorni al lavoro.", &["age 58 year", "duration 3 day"]),
        ],
    );
    common::check("de", &[("Jeder achte Deutsche liest nicht.", &["count 0.125"])]);
}

#[test]
fn ordinals_in_digits_and_letters() {
    common::check("it", &[("Dosi segna al 78esimo.", &["ordinal 78"]), ("La 12esima fiera.", &["ordinal 12"])]);
    common::check("en", &[("A first-half goal settled it.", &[])]);
}

#[test]
fn times_of_a_race() {
    common::check(
        "en",
        &[("Dosi won in 2:14:04.", &["duration 8044 second"]), ("The quake struck at 03:17:04.", &["time 03:17:04"])],
    );
    common::check("it", &[("Dosi ha corso i cento metri in 9\"98.", &["measure 100 m", "duration 9.98 second"])]);
    common::check("fr", &[("Dosi a couru le 100 mètres en 9 s 98.", &["measure 100 m", "duration 9.98 second"])]);
}

#[test]
fn halves_that_are_averages() {
    common::check(
        "it",
        &[
            ("La mezza maratona parte dal molo.", &[]),
            ("Il mezzo pesante trasportava ghiaia.", &[]),
            ("Mezza valle è rimasta al buio.", &["count 0.5"]),
            ("Mezzo milione di lampade.", &["count 500000"]),
        ],
    );
    common::check(
        "es",
        &[
            ("El alquiler medio es de 1.050 euros.", &["money 1050 EUR"]),
            ("La media maratón salió del puerto.", &[]),
            ("Media ciudad quedó a oscuras.", &["count 0.5"]),
        ],
    );
}

#[test]
fn what_stands_beside_a_change() {
    common::check(
        "de",
        &[
            (
                "Der Umsatz stieg 2025 auf 1,34 Milliarden Euro.",
                &["date 2025-01-01..2026-01-01", "money 1340000000 EUR"],
            ),
            (
                "Das Tempo sinkt zum 1. Juli von 90 auf 80 km/h.",
                &["date 2025-07-01..2025-07-02", "measure 80..90 km/h"],
            ),
            ("Gesucht sind 20 bis 30 Millionen Ziegel.", &["count 20000000..30000000"]),
        ],
    );
    common::check(
        "es",
        &[
            ("El agua subió 1,2 grados en treinta años.", &["measure 1.2 degree", "duration 30 year"]),
            ("El dique subirá: estará listo en dos años.", &["date 2028-03-10..2028-03-11"]),
        ],
    );
    common::check("de", &[("Der Fluss stieg um drei Meter in zwei Tagen.", &["measure 3 m", "duration 2 day"])]);
    common::check("fr", &[("3 salariés sur 4 y sont opposés.", &["count 0.75"])]);
    common::check(
        "it",
        &[(
            "Il deficit è al 2,9% nel 2026 e al 2,7 nel 2027.",
            &["percent 2.9", "date 2026-01-01..2027-01-01", "percent 2.7", "date 2027-01-01..2028-01-01"],
        )],
    );
}
