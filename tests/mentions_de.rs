//! German mentions by topic: what must be read, and what must be left alone.

mod common;

#[test]
fn figures() {
    common::check(
        "de",
        &[
            ("Fünfundfünfzigtausend Haushalte sind ohne Strom.", &["count 55000"]),
            ("Einundzwanzig Wanderer wurden gerettet.", &["count 21"]),
            ("Zweieinhalb Millionen Bücher lagern dort.", &["count 2500000"]),
            ("Eine halbe Million Bäume wurde gepflanzt.", &["count 500000"]),
            ("Rund 300.000 Fahrgäste sind betroffen.", &["count 300000"]),
            ("Der Verein zählt 12 500 Mitglieder.", &["count 12500"]),
            ("Mehr als 40 Keller liefen voll.", &["count 40.."]),
            ("Weniger als 200 Zuhörer kamen.", &["count ..200"]),
            ("Zwischen drei und zwanzig Bewerber pro Stelle.", &["count 3..20"]),
            ("Der Park hat 30 bis 40 Bänke.", &["count 30..40"]),
            ("Ein Dutzend Kühe lief über die Straße.", &["count 12"]),
            ("Zwei Drittel der Felder sind trocken.", &["count 0.6666666666666666666666666667"]),
            ("Vier von zehn Befragten heizen mit Öl.", &["count 0.4"]),
        ],
    );
}

#[test]
fn money_shares_and_measures() {
    common::check(
        "de",
        &[
            ("Die Brücke kostet 12,3 Mrd. Euro.", &["money 12300000000 EUR"]),
            ("Das Rathaus wird für 2 bis 3 Mio. Euro saniert.", &["money 2000000..3000000 EUR"]),
            ("Die Brezel kostet jetzt 1 Euro 20.", &["money 1.2 EUR"]),
            ("Die Mieten stiegen um 4,7 Prozent.", &["percent 4.7"]),
            ("Das sind 0,4 Prozentpunkte weniger.", &["percent 0.4"]),
            ("Die Fünf-Prozent-Hürde bleibt.", &["percent 5"]),
            ("Der 400-Meter-Lauf fiel aus.", &["measure 400 m"]),
            ("In Oberhof waren es minus 12 Grad.", &["measure -12 degree"]),
            ("Der Fahrer hatte 1,8 Promille.", &["measure 1.8 permille"]),
        ],
    );
}

#[test]
fn ages_and_lengths_of_time() {
    common::check(
        "de",
        &[
            ("Ein 34-jähriger Bäcker gewann.", &["age 34 year"]),
            ("Die 42 Jahre alte Lehrerin.", &["age 42 year"]),
            ("Eine Fünfjährige fand den Ring.", &["age 5 year"]),
            ("Im Alter von 83 Jahren.", &["age 83 year"]),
            ("Er bekam eine dreijährige Haftstrafe.", &["duration 3 year"]),
            ("Ein 24-stündiger Warnstreik.", &["duration 24 hour"]),
            ("Die dreitägige Messe endet.", &["duration 3 day"]),
            ("Der Zug stand eine Viertelstunde.", &["duration 0.25 hour"]),
            ("Die Fahrt dauert anderthalb Stunden.", &["duration 1.5 hour"]),
        ],
    );
}

#[test]
fn dates() {
    common::check(
        "de",
        &[
            ("Die Schau öffnet am 9. Januar 2026.", &["date 2026-01-09..2026-01-10"]),
            ("Am 3. und 4. Mai 2025 war Markt.", &["date 2025-05-03..2025-05-04", "date 2025-05-04..2025-05-05"]),
            ("Vom 3. bis 5. Mai 2025 war Markt.", &["date 2025-05-03..2025-05-06"]),
            ("Im ersten Quartal 2025 sank der Absatz.", &["date 2025-01-01..2025-04-01"]),
            ("Vor drei Tagen brach der Damm.", &["date 2026-03-07..2026-03-08"]),
            ("Im vergangenen Jahr war es trocken.", &["date 2025-01-01..2026-01-01"]),
            ("Die Burg verfiel im 19. Jahrhundert.", &["date 1800-01-01..1900-01-01"]),
            ("Seit 2014 fährt die Fähre.", &["date 2014-01-01.."]),
            ("Er zog 2019 nach Bonn.", &["date 2019-01-01..2020-01-01"]),
            ("Am 1. Advent 2025 schneite es.", &["date 2025-11-30..2025-12-01"]),
            ("Übernächste Woche ist frei.", &["date 2026-03-23..2026-03-30"]),
        ],
    );
}

#[test]
fn times_of_day() {
    common::check(
        "de",
        &[
            ("Gegen 6.30 Uhr ging der Alarm los.", &["time 06:30:00"]),
            ("Kurz vor halb sieben fiel der Strom aus.", &["time 06:30:00"]),
            ("Zwischen 8 und 18 Uhr ist geöffnet.", &["time 08:00:00..18:00:00"]),
            ("Am Montagmorgen hagelte es.", &["date 2026-03-09T04:00..2026-03-09T12:00"]),
            ("In der Nacht zum Sonntag brannte ein Stall.", &["date 2026-03-07T20:00..2026-03-08T06:00"]),
            ("Am Morgen lag Schnee.", &["time 04:00:00..12:00:00"]),
            ("Morgen soll es regnen.", &["date 2026-03-11..2026-03-12"]),
        ],
    );
}

#[test]
fn sport() {
    common::check(
        "de",
        &[
            ("Die Gäste gewannen mit 3:1 (1:0).", &["score 3-1", "score 1-0"]),
            ("Die Handballer siegten 28:26.", &["score 28-26"]),
            ("Sie landete auf dem 3. Platz.", &["ordinal 3"]),
        ],
    );
}

#[test]
fn left_alone() {
    common::check(
        "de",
        &[
            ("Ein Haus und eine Scheune brannten.", &[]),
            ("Die A9 und die B75 sind frei.", &[]),
            ("Hinweise unter 03641 555 014.", &[]),
            ("Der Paragraf 218 bleibt.", &[]),
            ("Eine dreiste Lüge.", &[]),
            ("Die Elf von Trainer Reuter verlor.", &[]),
            ("Sie leistete Erste Hilfe.", &[]),
            ("Im Zweiten Weltkrieg zerstört.", &[]),
            ("Mehr unter https://example.org/liste/2024/17", &[]),
            ("Es ist fünf vor zwölf für den Wald.", &[]),
        ],
    );
}

#[test]
fn sentences_after_numbers() {
    common::check(
        "de",
        &[
            ("Es waren etwa 20. Morgen wird weiter gesucht.", &["count 20", "date 2026-03-11..2026-03-12"]),
            ("Sie ist 34. Die Schwester ist 31.", &["count 34", "count 31"]),
        ],
    );
}

#[test]
fn spans_and_degrees() {
    common::check(
        "de",
        &[
            ("In der ersten Hälfte des Monats fiel Schnee.", &["date 2026-03-01..2026-03-16"]),
            ("Am letzten Tag des Monats schließt die Grube.", &["date 2026-03-31..2026-04-01"]),
            ("Die Brücke ist nächsten Monat vom 4. bis zum 23. gesperrt.", &["date 2026-04-04..2026-04-24"]),
            ("Vor dem Wochenende regnet es.", &["date ..2026-03-14"]),
            ("Heute zwischen 16-17 Uhr bleibt das Tor zu.", &["date 2026-03-10T16:00..2026-03-10T17:00"]),
            ("Es waren 12 Grad unter null.", &["measure -12 degree"]),
            ("Der Lauf dauerte 123,45 Sek.", &["duration 123.45 second"]),
        ],
    );
}

#[test]
fn times_in_words() {
    common::check(
        "de",
        &[
            ("Der Brand wurde kurz vor halb sieben gemeldet.", &["time 06:30:00"]),
            ("Um fünf nach halb acht knallte es.", &["time 07:35:00"]),
            ("Es war zwanzig nach sieben, als der Damm brach.", &["time 07:20:00"]),
            ("Zwischen Mitternacht und sechs Uhr fiel Schnee.", &["time 00:00:00..06:00:00"]),
            ("Der Zug hielt um acht Uhr vierzig.", &["time 08:40:00"]),
        ],
    );
}

#[test]
fn units_left_out() {
    common::check(
        "de",
        &[
            ("Die Mauer ist ein Meter achtzig hoch.", &["measure 1.8 m"]),
            ("Das Brot kostet zwei Euro fünfzig.", &["money 2.5 EUR"]),
            ("Er war 1 Meter 80 groß.", &["measure 1.8 m"]),
            ("Das Spiel dauerte zwei Stunden dreißig.", &["duration 2.5 hour"]),
        ],
    );
}

#[test]
fn ages_beside_names() {
    common::check(
        "de",
        &[
            ("Das Rentenalter steigt von 65 auf 67 Jahre.", &["age 65..68 year"]),
            ("Die Männer im Alter von 23 bis 61 Jahren.", &["age 23..62 year"]),
            ("Der Vertrag läuft von 5 auf 7 Jahre.", &["duration 5..7 year"]),
        ],
    );
}

#[test]
fn points_and_shares() {
    common::check(
        "de",
        &[
            ("Die Wahlbeteiligung sank um sechs Punkte.", &["percent 6"]),
            ("Die Inflation sank um drei Zehntel.", &["percent 0.3"]),
            ("Der Verein hat 41 Punkte.", &["count 41"]),
            ("62 Prozent der Männer und 58 der Frauen wählten.", &["percent 62", "percent 58"]),
            ("Jede dritte Frau ist betroffen.", &["count 0.3333333333333333333333333333"]),
            ("Jeder achte davon verliert seine Stelle.", &["count 0.125"]),
            ("Jeden zweiten Tag fährt ein Bus.", &["ordinal 2"]),
        ],
    );
}
