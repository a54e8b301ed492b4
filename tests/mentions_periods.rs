//! Centuries, spans of years, nights, seasons, and ages and shares told in few words, in every language.

mod common;

#[test]
fn centuries() {
    common::check(
        "it",
        &[
            ("Il mulino è del XVII secolo.", &["date 1600-01-01..1700-01-01"]),
            ("Un torchio del Settecento è andato all'asta.", &["date 1700-01-01..1800-01-01"]),
            ("Nell'Ottocento il borgo contava 900 anime.", &["date 1800-01-01..1900-01-01", "count 900"]),
            ("Ottocento pecore sono scese a valle.", &["count 800"]),
            ("Le torri sono del XII e XIII secolo.", &["date 1100-01-01..1200-01-01", "date 1200-01-01..1300-01-01"]),
        ],
    );
    common::check(
        "en",
        &[
            ("A 17th-century organ was sold.", &["date 1600-01-01..1700-01-01"]),
            ("The eighteenth-century barn leans.", &["date 1700-01-01..1800-01-01"]),
            (
                "Maps of the 15th and 16th centuries were shown.",
                &["date 1400-01-01..1500-01-01", "date 1500-01-01..1600-01-01"],
            ),
        ],
    );
    common::check(
        "fr",
        &[
            ("Le pont du XIIe siècle est fermé.", &["date 1100-01-01..1200-01-01"]),
            ("Une cloche du XVIIème siècle a disparu.", &["date 1600-01-01..1700-01-01"]),
            ("Le Ve siècle reste mal connu.", &["date 0400-01-01..0500-01-01"]),
            ("Le maire est venu. Me Garrel aussi.", &[]),
        ],
    );
    common::check(
        "es",
        &[
            ("El molino es del siglo XVIII.", &["date 1700-01-01..1800-01-01"]),
            ("A principios del siglo XX se secó.", &["date 1900-01-01..1933-05-03"]),
            ("Lleva medio siglo cerrado.", &["duration 0.5 century"]),
        ],
    );
    common::check(
        "pt",
        &[
            ("O moinho é do século XVI.", &["date 1500-01-01..1600-01-01"]),
            ("O século XIX trouxe o comboio.", &["date 1800-01-01..1900-01-01"]),
            ("Um poço do século XII secou.", &["date 1100-01-01..1200-01-01"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Die Mühle ist aus dem 16. Jh. und steht leer.", &["date 1500-01-01..1600-01-01"]),
            (
                "Im 14. und 15. Jahrhundert wuchs das Dorf.",
                &["date 1300-01-01..1400-01-01", "date 1400-01-01..1500-01-01"],
            ),
        ],
    );
}

#[test]
fn spans_of_years() {
    common::check(
        "it",
        &[
            ("Il programma 2023-2027 finanzia i canali.", &["date 2023-01-01..2028-01-01"]),
            ("Il programma 2024-26 prevede altro.", &["date 2024-01-01..2027-01-01"]),
            ("Hanno contato 1990-2010 persone.", &["count 1990..2010"]),
        ],
    );
    common::check("en", &[("Strategy 2025-2029 puts wells first.", &["date 2025-01-01..2030-01-01"])]);
    common::check("fr", &[("Le contrat 2022-2026 prévoit un bac.", &["date 2022-01-01..2027-01-01"])]);
    common::check("es", &[("El plan 2023-2030 paga las acequias.", &["date 2023-01-01..2031-01-01"])]);
    common::check("pt", &[("O plano 2021-2027 paga as valas.", &["date 2021-01-01..2028-01-01"])]);
    common::check("de", &[("Der Plan 2024-2028 sieht Deiche vor.", &["date 2024-01-01..2029-01-01"])]);
}

#[test]
fn hours_at_night() {
    common::check(
        "it",
        &[
            ("Il gregge è fuggito alle 11 di notte.", &["time 23:00:00"]),
            ("La diga ha ceduto alle 2 di notte.", &["time 02:00:00"]),
            ("Il faro si è spento alle 12 di notte.", &["time 00:00:00"]),
        ],
    );
    common::check(
        "es",
        &[
            ("Cerraron a las 12 de la noche.", &["time 00:00:00"]),
            ("La barca salió a las 10 de la noche.", &["time 22:00:00"]),
            ("Abre de 9 a 12 de la noche.", &["time 21:00:00..00:00:00"]),
        ],
    );
    common::check("en", &[("The mill burned at 12 at night.", &["time 00:00:00"])]);
    common::check("de", &[("Um 11 Uhr nachts brach der Damm.", &["time 23:00:00"])]);
    common::check("pt", &[("A ponte caiu às 11 da noite.", &["time 23:00:00"])]);
    common::check("fr", &[("Le moulin a brûlé à 3 heures de la nuit.", &["time 03:00:00"])]);
    common::check(
        "de",
        &[
            ("Die Schafe zogen diesen Morgen um 7 los.", &["date 2026-03-10T07:00.."]),
            ("Der Markt macht um 9 auf.", &["time 09:00:00"]),
        ],
    );
    common::check(
        "en",
        &[("The gates shut at 8 and it rained; at 9 it stopped.", &["time 08:00:00", "time 09:00:00"])],
    );
}

#[test]
fn falls_and_springs() {
    common::check(
        "en",
        &[
            ("Growers reported a fall of 4 percent.", &["percent 4"]),
            ("The fall in milk prices goes on.", &[]),
            ("She broke an arm in a fall.", &[]),
            ("In the fall of 2024 the weir opened.", &["date 2024-09-01..2024-12-01"]),
            ("The weir opens again in the fall.", &["date 2025-09-01..2025-12-01"]),
        ],
    );
    common::check("fr", &[("Cet été, le bac reste à quai.", &["date 2026-06-01..2026-09-01"])]);
    common::check("de", &[("Im Herbst 2024 kam das Hochwasser.", &["date 2024-09-01..2024-12-01"])]);
}

#[test]
fn leap_days() {
    common::check(
        "it",
        &[
            ("Il 29 febbraio scorso il fiume è uscito.", &["date 2024-02-29..2024-03-01"]),
            ("Dal 29 febbraio al 3 marzo la strada è rimasta chiusa.", &["date 2024-02-29..2024-03-04"]),
            ("Il 28 febbraio scorso il fiume è rientrato.", &["date 2026-02-28..2026-03-01"]),
        ],
    );
    common::check("de", &[("Der 29. Februar 2024 war kalt.", &["date 2024-02-29..2024-03-01"])]);
}

#[test]
fn ages_in_few_words() {
    common::check(
        "it",
        &[
            ("Il vasaio, che di anni ne ha 53, lavora ancora.", &["age 53 year"]),
            ("Di anni ne aveva 41.", &["age 41 year"]),
            ("Il tornitore, classe 1968, va in pensione.", &["date 1968-01-01..1969-01-01"]),
        ],
    );
    common::check(
        "es",
        &[
            ("Murió un obrero de 51 y otro quedó herido.", &["age 51 year"]),
            ("Una mujer de 24 y su hijo cruzaron el río.", &["age 24 year"]),
        ],
    );
    common::check(
        "de",
        &[
            ("Unter den 20- bis 30-Jährigen sinkt die Zahl.", &["age 20..31 year"]),
            ("Von den 18- bis 24-Jährigen las keiner.", &["age 18..25 year"]),
        ],
    );
}

#[test]
fn amounts_with_letters() {
    common::check(
        "fr",
        &[
            ("La digue coûte 1,2 M€ cette fois.", &["money 1200000 EUR"]),
            ("Le bac a coûté 450 k€ en tout.", &["money 450000 EUR"]),
            ("Le fonds tient 12 M d'euros.", &["money 12000000 EUR"]),
            ("Le mur a 12 m de haut.", &["measure 12 m"]),
        ],
    );
    common::check("es", &[("La presa cuesta 3,5 M€ según el pliego.", &["money 3500000 EUR"])]);
    common::check("pt", &[("A represa custa 2,4 M€ no total.", &["money 2400000 EUR"])]);
    common::check("de", &[("Der Deich kostet 1,8 M€ zusammen.", &["money 1800000 EUR"])]);
    common::check("it", &[("La diga costa 1,2 M€ in tutto.", &["money 1200000 EUR"])]);
    common::check("en", &[("The mill raised US$5MM.", &["money 5000000 USD"])]);
}

#[test]
fn parts_and_days_of_longer_times() {
    common::check(
        "en",
        &[
            ("The ferry took two and a quarter of an hour.", &["duration 2.25 hour"]),
            ("The wall runs one and three quarters of a mile.", &["measure 1.75 mi"]),
            ("In the 10 previous weeks the well fell.", &["date 2025-12-30..2026-03-10"]),
            ("Between 2l and about 7l leaked.", &["measure 2..7 l"]),
        ],
    );
    common::check("pt", &[("No dia 20 do próximo mês o bac para.", &["date 2026-04-20..2026-04-21"])]);
    common::check("pt", &[("Às 20h de sábado (7) o dique cedeu.", &["date 2026-03-07T20:00.."])]);
    common::check(
        "it",
        &[
            ("Quattro anziani su dieci vivono soli.", &["count 0.4"]),
            ("Due auto su dieci camion viaggiavano.", &["count 2", "count 10"]),
        ],
    );
}

#[test]
fn parts_of_neighbouring_days() {
    common::check(
        "it",
        &[
            ("La notte successiva, alle 3, il mulino bruciava.", &["date 2026-03-11T03:00.."]),
            ("La sera prima aveva chiuso il mulino.", &["date 2026-03-09T18:00..2026-03-10T00:00"]),
            ("La mattina dopo il voto nevicava.", &[]),
            ("Il passo resta chiuso fino alla fine dell'anno.", &["date ..2027-01-01"]),
        ],
    );
    common::check(
        "en",
        &[
            ("The next morning at 8 the goats were back.", &["date 2026-03-11T08:00.."]),
            ("Three days later he left.", &["date 2026-03-13..2026-03-14"]),
            ("Three weeks before he left the well dried up.", &["duration 3 week"]),
        ],
    );
    common::check("de", &[("Am nächsten Morgen um 8 Uhr war das Eis fort.", &["date 2026-03-11T08:00.."])]);
    common::check(
        "es",
        &[
            ("A la mañana siguiente, a las 8, zarpó.", &["date 2026-03-11T08:00.."]),
            ("En la madrugada del 3 al 4 de marzo ardió el molino.", &["date 2026-03-04T00:00..2026-03-04T06:00"]),
        ],
    );
    common::check(
        "pt",
        &[
            ("Na manhã seguinte, às 8h, o bote saiu.", &["date 2026-03-11T08:00.."]),
            ("Na madrugada de 3 para 4 de março o dique cedeu.", &["date 2026-03-04T00:00..2026-03-04T06:00"]),
            ("Na última sexta (6), às 9h45, nevou.", &["date 2026-03-06T09:45.."]),
        ],
    );
}

#[test]
fn somebody_of_a_decade() {
    common::check(
        "fr",
        &[("Une quinquagénaire et un octogénaire ont plongé.", &["age 50..60 year", "age 80..90 year"])],
    );
    common::check("en", &[("An octogenarian swam the lake.", &["age 80..90 year"])]);
    common::check("es", &[("Un sexagenario cruzó el lago a nado.", &["age 60..70 year"])]);
    common::check("pt", &[("Uma septuagenária subiu ao monte.", &["age 70..80 year"])]);
    common::check("it", &[("Un ottuagenario ha vinto la gara.", &["age 80..90 year"])]);
}

#[test]
fn lengths_and_scales() {
    common::check(
        "fr",
        &[
            ("Il a nagé 2 h 04 min 13 s.", &["duration 7453 second"]),
            ("Une étape de 4 h 12 min.", &["duration 252 minute"]),
            ("À 14 h 30 min, la digue cède.", &["time 14:30:00"]),
            ("L'indice finit à 7 213,40 points.", &["count 7213.4"]),
            ("La part recule de 1,25 point.", &["percent 1.25"]),
            ("Depuis une dizaine d'années, le puits baisse.", &["duration 10 year"]),
            ("Il y a tout juste un an, le puits débordait.", &["date 2025-03-10..2025-03-11"]),
            ("Un séisme de magnitude 5,4 à 12 km de profondeur.", &["measure 5.4 magnitude", "measure 12 km"]),
        ],
    );
    common::check("es", &[("La barca llegó hora y media más tarde.", &[])]);
    common::check("en", &[("They shut it from mid-March until the end of April.", &["date 2026-03-11..2026-05-01"])]);
}

#[test]
fn a_rank_behind_a_weekday_is_no_day_where_a_noun_follows() {
    common::check(
        "en",
        &[
            (
                "They met on Thursday, the first swap since 2019.",
                &["date 2026-03-05..2026-03-06", "ordinal 1", "date 2019-01-01.."],
            ),
            ("On Monday, the third swap began.", &["date 2026-03-09..2026-03-10", "ordinal 3"]),
            ("On Thursday, the fifth, it rained.", &["date 2026-03-05..2026-03-06"]),
        ],
    );
}
