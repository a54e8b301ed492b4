//! Days of every week, which name none; parts of the day beside the story's days; beginnings and ends of a year by words
//! of their own; years behind a noun.

mod common;

#[test]
fn days_of_every_week_name_none() {
    common::check(
        "en",
        &[
            ("The ferry office is shut on Mondays.", &[]),
            ("Bands play on Saturdays and Sundays.", &[]),
            ("The choir rehearses on Tuesday evenings.", &[]),
            ("The ferry office was shut on Monday.", &["date 2026-03-09..2026-03-10"]),
            ("The weir burst two Fridays ago.", &["date 2026-02-27..2026-02-28"]),
            ("The fair opens three Saturdays from now.", &["date 2026-03-28..2026-03-29"]),
        ],
    );
    common::check(
        "es",
        &[
            ("La lonja cierra los lunes.", &[]),
            ("El mercadillo abre los sábados y domingos.", &[]),
            ("La lonja cerró el lunes.", &["date 2026-03-09..2026-03-10"]),
        ],
    );
    common::check(
        "pt",
        &[
            ("A lota fecha às segundas-feiras.", &[]),
            ("A feira abre aos sábados.", &[]),
            ("A lota fechou na segunda-feira.", &["date 2026-03-09..2026-03-10"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Das Bad bleibt montags geschlossen.", &[]),
            ("Die Bahn fährt freitags und samstags.", &[]),
            ("Das Bad blieb am Montag geschlossen.", &["date 2026-03-09..2026-03-10"]),
        ],
    );
}

#[test]
fn parts_of_the_days_of_the_story() {
    common::check(
        "it",
        &[
            ("La mattina dopo alle 8 il mulino era vuoto.", &["date 2026-03-11T08:00.."]),
            ("La sera del giorno prima il vento era calato.", &["date 2026-03-09T18:00..2026-03-10T00:00"]),
            ("Il pomeriggio del giorno dopo la fiera ha riaperto.", &["date 2026-03-11T12:00..2026-03-11T19:00"]),
            ("La mattina dopo il voto il mulino era vuoto.", &[]),
            ("Qualche giorno prima il mulino era vuoto.", &[]),
        ],
    );
    common::check(
        "en",
        &[
            ("The night before, 40 guests had dined there.", &["date 2026-03-09T18:00..2026-03-10T06:00", "count 40"]),
            ("The morning after, the mill was empty.", &["date 2026-03-11T04:00..2026-03-11T12:00"]),
            ("The night before the vote the mill was empty.", &[]),
        ],
    );
    common::check(
        "de",
        &[
            ("Am Abend zuvor war der Saal voll.", &["date 2026-03-09T18:00..2026-03-10T00:00"]),
            ("Am Montag zuvor war der Saal voll.", &["date 2026-03-09..2026-03-10"]),
            ("Im Monat zuvor waren es 30.", &["date 2026-02-01..2026-03-01", "count 30"]),
            ("In der Woche danach kamen 40.", &["date 2026-03-16..2026-03-23", "count 40"]),
        ],
    );
}

#[test]
fn nights_between_two_days() {
    common::check("en", &[("The kiln burnt on the night of 3-4 March.", &["date 2026-03-03T20:00..2026-03-04T06:00"])]);
    common::check(
        "it",
        &[("La fornace è bruciata nella notte del 3-4 marzo.", &["date 2026-03-03T20:00..2026-03-04T06:00"])],
    );
    common::check(
        "de",
        &[("In der Nacht des 3./4. März brannte der Ofen.", &["date 2026-03-03T20:00..2026-03-04T06:00"])],
    );
}

#[test]
fn beginnings_and_ends_in_one_word() {
    common::check(
        "de",
        &[
            ("Bis Jahresende sollen 300 Lauben stehen.", &["date ..2027-01-01", "count 300"]),
            ("Seit Jahresbeginn wurden 40 Lauben gebaut.", &["date 2026-01-01..", "count 40"]),
            ("Bis Ende des Jahres bleibt der Steg gesperrt.", &["date ..2027-01-01"]),
            ("Zum Jahresende 2025 waren es 300.", &["date 2025-09-01..2026-01-01", "count 300"]),
            ("Bis Monatsende ist der Steg gesperrt.", &["date ..2026-04-01"]),
        ],
    );
    common::check(
        "en",
        &[
            ("The jetty reopens by year-end.", &["date ..2027-01-01"]),
            ("Costs will double by the year's end.", &["date ..2027-01-01"]),
            ("By year-end 2027 the jetty will be open.", &["date ..2028-01-01"]),
        ],
    );
}

#[test]
fn years_behind_their_noun_before_the_verb() {
    common::check(
        "it",
        &[
            ("Il piano sanitario 2026 vale poco.", &["date 2026-01-01..2027-01-01"]),
            ("La manovra 2027 arriva in aula.", &["date 2027-01-01..2028-01-01"]),
            ("Il vivaio ha contato 2024 alberi.", &["count 2024"]),
        ],
    );
    common::check(
        "fr",
        &[
            ("Le plan forestier 2026 vaut peu.", &["date 2026-01-01..2027-01-01"]),
            ("La pépinière a compté 2024 arbres.", &["count 2024"]),
        ],
    );
    common::check(
        "es",
        &[
            ("El informe anual 2025 recoge 312 casos.", &["date 2025-01-01..2026-01-01", "count 312"]),
            ("El plan forestal 2026 cuesta poco.", &["date 2026-01-01..2027-01-01"]),
        ],
    );
    common::check("pt", &[("O plano florestal 2026 custa pouco.", &["date 2026-01-01..2027-01-01"])]);
    common::check("de", &[("Der neue Plan 2026 kostet wenig.", &["date 2026-01-01..2027-01-01"])]);
}

#[test]
fn a_weekday_before_thousands() {
    common::check("en", &[("On Tuesday, 1,200 homes lost power.", &["date 2026-03-10..2026-03-11", "count 1200"])]);
    common::check("it", &[("Martedì, 1.200 case al buio.", &["date 2026-03-10..2026-03-11", "count 1200"])]);
    common::check("es", &[("El martes, 1.200 casas sin luz.", &["date 2026-03-10..2026-03-11", "count 1200"])]);
    common::check("pt", &[("Na terça-feira, 1.200 casas sem luz.", &["date 2026-03-10..2026-03-11", "count 1200"])]);
}

#[test]
fn so_many_first_or_last_units() {
    common::check(
        "fr",
        &[
            ("Les trois premiers mois de l'année ont été secs.", &["date 2026-01-01..2026-04-01"]),
            ("Les deux derniers mois de 2025 ont été secs.", &["date 2025-11-01..2026-01-01"]),
            ("Les deux derniers mois ont été secs.", &["date 2026-01-10..2026-03-10"]),
        ],
    );
    common::check(
        "es",
        &[
            ("Los seis primeros meses de 2025 fueron secos.", &["date 2025-01-01..2025-07-01"]),
            ("Los dos últimos meses de 2025 fueron secos.", &["date 2025-11-01..2026-01-01"]),
        ],
    );
    common::check("pt", &[("Nos três primeiros meses do ano choveu pouco.", &["date 2026-01-01..2026-04-01"])]);
    common::check("it", &[("I primi tre mesi dell'anno sono stati secchi.", &["date 2026-01-01..2026-04-01"])]);
    common::check("de", &[("Die ersten drei Monate des Jahres waren trocken.", &["date 2026-01-01..2026-04-01"])]);
    common::check("en", &[("The first three months of the year were dry.", &["date 2026-01-01..2026-04-01"])]);
}

#[test]
fn days_at_the_latest() {
    common::check("it", &[("Si paga al più tardi il 15 aprile.", &["date ..2026-04-16"])]);
    common::check("fr", &[("On paie au plus tard le 15 avril.", &["date ..2026-04-16"])]);
    common::check(
        "es",
        &[
            ("Se paga a más tardar el 15 de abril.", &["date ..2026-04-16"]),
            ("Se paga no más tarde del 1 de enero de 2027.", &["date ..2027-01-02"]),
        ],
    );
    common::check("pt", &[("Paga-se o mais tardar a 15 de abril.", &["date ..2026-04-16"])]);
    common::check(
        "de",
        &[
            ("Zu zahlen ist spätestens am 15. April.", &["date ..2026-04-16"]),
            ("Binnen drei Werktagen ist zu zahlen.", &["duration 3 day"]),
        ],
    );
    common::check("en", &[("Pay within three working days.", &["duration ..3 day"])]);
}

#[test]
fn weekdays_that_only_commas_list() {
    common::check(
        "en",
        &[(
            "Boats sail Monday, Thursday, Friday next week.",
            &["date 2026-03-16..2026-03-17", "date 2026-03-19..2026-03-20", "date 2026-03-20..2026-03-21"],
        )],
    );
}

#[test]
fn middles_of_parts_of_the_day() {
    common::check("es", &[("A media tarde llegaron cuarenta.", &["time 16:00:00..19:00:00", "count 40"])]);
    common::check("pt", &[("No meio da manhã chegaram 40.", &["time 09:00:00..12:00:00", "count 40"])]);
}
