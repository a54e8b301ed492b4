//! Forms that news is full of, in every language: moments, lists, ages, earthquakes, matches.

mod common;

#[test]
fn italian() {
    common::check(
        "it",
        &[
            (
                "La statale resta chiusa dalle 15 di lunedì alle 8 di martedì.",
                &["date 2026-03-09T15:00..2026-03-10T08:00"],
            ),
            (
                "Il divieto vale dalle 22 di venerdì 13 marzo alle 6 di lunedì 16 marzo.",
                &["date 2026-03-13T22:00..2026-03-16T06:00"],
            ),
            ("Il chiosco chiude da lunedì sera a mercoledì mattina.", &["date 2026-03-09T18:00..2026-03-11T12:00"]),
            ("Il guado è chiuso dalle 22 di sabato alle 6.", &["date 2026-03-07T22:00..2026-03-08T06:00"]),
            ("La rissa nella notte tra lunedì e martedì scorso.", &["date 2026-03-02T20:00..2026-03-03T06:00"]),
            ("L'incendio è divampato nella notte tra il 3 e il 4 marzo.", &["date 2026-03-03T20:00..2026-03-04T06:00"]),
            ("La frana tra le 3 e le 4 di ieri notte.", &["date 2026-03-09T03:00..2026-03-09T04:00"]),
            ("La scossa è avvenuta questa notte alle 3:42.", &["date 2026-03-10T03:42.."]),
            (
                "Il mercato si tiene lunedì, martedì e giovedì della prossima settimana.",
                &["date 2026-03-16..2026-03-17", "date 2026-03-17..2026-03-18", "date 2026-03-19..2026-03-20"],
            ),
            ("Sciopero giovedì e venerdì prossimi.", &["date 2026-03-12..2026-03-13", "date 2026-03-13..2026-03-14"]),
            (
                "Lunedì e martedì scorsi la scuola era chiusa.",
                &["date 2026-03-02..2026-03-03", "date 2026-03-03..2026-03-04"],
            ),
            ("La nave è ripartita lunedì di due settimane fa.", &["date 2026-02-23..2026-02-24"]),
            ("Un anno fa oggi il ponte fu chiuso.", &["date 2025-03-10..2025-03-11"]),
            ("Il 3 giugno dell'anno scorso la diga cedette.", &["date 2025-06-03..2025-06-04"]),
            ("Nel giugno del prossimo anno si vota.", &["date 2027-06-01..2027-07-01"]),
            ("A marzo di due anni fa il teatro chiuse.", &["date 2024-03-01..2024-04-01"]),
            ("La mostra è aperta dal 15 marzo in poi.", &["date 2026-03-15.."]),
            ("Dal 2024 in avanti i costi calano.", &["date 2024-01-01.."]),
            ("Le case del 2019 e oltre.", &["date 2019-01-01.."]),
            ("Il ragazzo è morto a 19 anni e tre mesi.", &["age 19.25 year"]),
            ("La pittrice Vera Dosi è morta a 87 anni.", &["age 87 year"]),
            ("Condannato a 12 anni e tre mesi.", &["duration 12.25 year"]),
            ("Le due vittime hanno 22 e 31 anni.", &["count 2", "age 22 year", "age 31 year"]),
            ("I feriti, di 19, 24 e 40 anni, sono in ospedale.", &["age 19 year", "age 24 year", "age 40 year"]),
            ("I ragazzi, 17 e 19 anni, erano in moto.", &["age 17 year", "age 19 year"]),
            ("A 34 anni, la fornaia cambia mestiere.", &["age 34 year"]),
            ("Le tariffe salgono dal 12 al 15 per cento.", &["percent 12..15"]),
            (
                "Alle tre liste vanno il 34, il 28 e il 12 per cento.",
                &["count 3", "percent 34", "percent 28", "percent 12"],
            ),
            ("Piogge per 30, 45 e 60 millimetri.", &["measure 30 mm", "measure 45 mm", "measure 60 mm"]),
            ("Le quote di 30, 45 e 60 azioni.", &["count 30", "count 45", "count 60"]),
            ("Una scossa di magnitudo 5,4 ha svegliato la valle.", &["measure 5.4 magnitude"]),
            ("Terremoto di magnitudo tra 4.1 e 4.6 al largo.", &["measure 4.1..4.6 magnitude"]),
            ("Un sisma di 5,1 gradi della scala Richter.", &["measure 5.1 magnitude"]),
            ("Il pareggio al 78' di Conti.", &["time 78 match-minute"]),
            ("La rete al minuto 12 di Lai.", &["time 12 match-minute"]),
        ],
    );
}

#[test]
fn english() {
    common::check(
        "en",
        &[
            ("The road is shut from 3pm on Monday to 8am on Tuesday.", &["date 2026-03-09T15:00..2026-03-10T08:00"]),
            ("Police closed the bridge from 10pm Saturday to 6am.", &["date 2026-03-07T22:00..2026-03-08T06:00"]),
            ("The ban runs between 9am on Friday and noon on Sunday.", &["date 2026-03-06T09:00..2026-03-08T12:00"]),
            ("The barn burnt in the night between 3 and 4 March.", &["date 2026-03-03T20:00..2026-03-04T06:00"]),
            ("The stall closes between 9.30 and 11 on Friday.", &["date 2026-03-06T09:30..2026-03-06T11:00"]),
            (
                "The market opens Monday, Tuesday and Thursday of next week.",
                &["date 2026-03-16..2026-03-17", "date 2026-03-17..2026-03-18", "date 2026-03-19..2026-03-20"],
            ),
            (
                "Trains were cancelled last Monday and Tuesday.",
                &["date 2026-03-09..2026-03-10", "date 2026-03-10..2026-03-11"],
            ),
            ("The ship left on Monday two weeks ago.", &["date 2026-02-23..2026-02-24"]),
            ("The ship left two weeks ago Monday.", &["date 2026-02-23..2026-02-24"]),
            ("A year ago today the dam broke.", &["date 2025-03-10..2025-03-11"]),
            ("The dam broke in June last year.", &["date 2025-06-01..2025-07-01"]),
            ("The vote is due in June next year.", &["date 2027-06-01..2027-07-01"]),
            ("The law applies from 15 March onwards.", &["date 2026-03-15.."]),
            ("From 2024 on, costs fall.", &["date 2024-01-01.."]),
            ("Houses built in 2019 or later.", &["date 2019-01-01.."]),
            ("The show will last three weeks.", &["duration 3 week"]),
            ("It should not last two hours.", &["duration 2 hour"]),
            ("The last three weeks were dry.", &["date 2026-02-17..2026-03-10"]),
            ("This may be the best barn.", &[]),
            ("The painter Vera Dosi died at 87.", &["age 87 year"]),
            ("The victims were aged 22 and 31.", &["age 22 year", "age 31 year"]),
            ("The victims were 22 and 31 years old.", &["age 22 year", "age 31 year"]),
            ("The three lists took 34, 28 and 12 per cent.", &["count 3", "percent 34", "percent 28", "percent 12"]),
            ("Prices of 2, 5 and 9 euros.", &["money 2 EUR", "money 5 EUR", "money 9 EUR"]),
            ("A magnitude 5.4 earthquake shook the valley.", &["measure 5.4 magnitude"]),
            ("The quake had a magnitude of 6.1.", &["measure 6.1 magnitude"]),
            ("A quake measuring 4.7 on the Richter scale.", &["measure 4.7 magnitude"]),
            ("Conti equalised in the 78th minute.", &["time 78 match-minute"]),
            ("The goal in the 22nd minute of the second half.", &["time 67 match-minute"]),
            ("The firm sold 12,34,567 lamps.", &["count 1234567"]),
            ("The firm sold 1.234,50 lamps.", &["count 1234.5"]),
            ("Call +1-222-555-0199 for help.", &[]),
            ("Temperatures fell to minus 12C.", &["measure -12 C"]),
            ("The 13F filing names the fund.", &[]),
        ],
    );
}

#[test]
fn french() {
    common::check(
        "fr",
        &[
            ("La route est fermée de lundi 15h à mardi 8h.", &["date 2026-03-09T15:00..2026-03-10T08:00"]),
            (
                "Le pont sera coupé du vendredi 13 mars à 22 heures au lundi 16 mars à 6 heures.",
                &["date 2026-03-13T22:00..2026-03-16T06:00"],
            ),
            ("Dans la nuit de lundi à mardi, une grange a brûlé.", &["date 2026-03-09T20:00..2026-03-10T06:00"]),
            ("Dans la nuit du 3 au 4 mars, une grange a brûlé.", &["date 2026-03-03T20:00..2026-03-04T06:00"]),
            (
                "Le marché ouvre lundi, mardi et jeudi de la semaine prochaine.",
                &["date 2026-03-16..2026-03-17", "date 2026-03-17..2026-03-18", "date 2026-03-19..2026-03-20"],
            ),
            ("Le 3 juin de l'année dernière, la digue a cédé.", &["date 2025-06-03..2025-06-04"]),
            ("En juin de l'an dernier, le théâtre a fermé.", &["date 2025-06-01..2025-07-01"]),
            ("La peintre Vera Dosi est morte à 87 ans.", &["age 87 year"]),
            ("À 34 ans, elle change de métier.", &["age 34 year"]),
            ("Les deux victimes ont 22 et 31 ans.", &["count 2", "age 22 year", "age 31 year"]),
            ("Les trois listes ont 34, 28 et 12 %.", &["count 3", "percent 34", "percent 28", "percent 12"]),
            ("Un séisme de magnitude 5,4 a réveillé la vallée.", &["measure 5.4 magnitude"]),
            ("Un séisme d'une magnitude de 4,1.", &["measure 4.1 magnitude"]),
            ("L'égalisation à la 78e minute.", &["time 78 match-minute"]),
            ("But de Conti (78').", &["time 78 match-minute"]),
            ("Le meneur a marqué 14 points.", &["count 14"]),
        ],
    );
}

#[test]
fn spanish() {
    common::check(
        "es",
        &[
            (
                "La carretera estará cortada desde las 15 del lunes hasta las 8 del martes.",
                &["date 2026-03-09T15:00..2026-03-10T08:00"],
            ),
            ("En la noche del lunes al martes ardió un granero.", &["date 2026-03-09T20:00..2026-03-10T06:00"]),
            ("El puesto cierra entre las 9.30 y las 11 del viernes.", &["date 2026-03-06T09:30..2026-03-06T11:00"]),
            (
                "El mercado abre el lunes, martes y jueves de la próxima semana.",
                &["date 2026-03-16..2026-03-17", "date 2026-03-17..2026-03-18", "date 2026-03-19..2026-03-20"],
            ),
            ("El 3 de junio del año pasado cedió la presa.", &["date 2025-06-03..2025-06-04"]),
            ("En junio del próximo año se vota.", &["date 2027-06-01..2027-07-01"]),
            ("Desde 2024 en adelante bajan los costes.", &["date 2024-01-01.."]),
            ("La pintora Vera Dosi murió a los 87 años.", &["age 87 year"]),
            ("A sus 34 años cambia de oficio.", &["age 34 year"]),
            ("Las dos víctimas tienen 22 y 31 años.", &["count 2", "age 22 year", "age 31 year"]),
            ("Los heridos, de 19, 24 y 40 años, están en el hospital.", &["age 19 year", "age 24 year", "age 40 year"]),
            (
                "Las tres listas obtienen el 34, el 28 y el 12 por ciento.",
                &["count 3", "percent 34", "percent 28", "percent 12"],
            ),
            ("Un terremoto de magnitud 5,4 despertó el valle.", &["measure 5.4 magnitude"]),
            ("Un sismo de 4,1 grados en la escala de Richter.", &["measure 4.1 magnitude"]),
            ("El empate llegó en el minuto 78.", &["time 78 match-minute"]),
            ("Gol de Conti en el 78'.", &["time 78 match-minute"]),
            ("El base anotó 14 puntos.", &["count 14"]),
        ],
    );
}

#[test]
fn german() {
    common::check(
        "de",
        &[
            (
                "Die Straße ist von Montag 15 Uhr bis Dienstag 8 Uhr gesperrt.",
                &["date 2026-03-09T15:00..2026-03-10T08:00"],
            ),
            (
                "Die Brücke wird von Freitag, 13. März, 22 Uhr bis Montag, 16. März, 6 Uhr gesperrt.",
                &["date 2026-03-13T22:00..2026-03-16T06:00"],
            ),
            ("In der Nacht von Montag auf Dienstag brannte es.", &["date 2026-03-09T20:00..2026-03-10T06:00"]),
            ("In der Nacht vom 3. auf den 4. März brannte es.", &["date 2026-03-03T20:00..2026-03-04T06:00"]),
            (
                "Der Markt öffnet Montag, Dienstag und Donnerstag nächster Woche.",
                &["date 2026-03-16..2026-03-17", "date 2026-03-17..2026-03-18", "date 2026-03-19..2026-03-20"],
            ),
            ("Am 3. Juni vergangenen Jahres brach der Damm.", &["date 2025-06-03..2025-06-04"]),
            ("Im Juni nächsten Jahres wird gewählt.", &["date 2027-06-01..2027-07-01"]),
            ("Von 2024 an sinken die Kosten.", &["date 2024-01-01.."]),
            ("Die Malerin Vera Dosi starb mit 87 Jahren.", &["age 87 year"]),
            ("Der Maler ist mit 87 Jahren gestorben.", &["age 87 year"]),
            ("Die Opfer waren 22 und 31 Jahre alt.", &["age 22 year", "age 31 year"]),
            ("Die drei Listen holten 34, 28 und 12 Prozent.", &["count 3", "percent 34", "percent 28", "percent 12"]),
            ("Ein Erdbeben der Stärke 5,4 weckte das Tal.", &["measure 5.4 magnitude"]),
            ("Ein Beben mit einer Magnitude von 4,1.", &["measure 4.1 magnitude"]),
            ("Der Ausgleich fiel in der 78. Minute.", &["time 78 match-minute"]),
            ("Sie lief 2:04:13 Stunden.", &["duration 2.0702777777777777777777777778 hour"]),
            ("Er schwamm 4:02,3 Minuten.", &["duration 4.0383333333333333333333333333 minute"]),
        ],
    );
}

#[test]
fn portuguese() {
    common::check(
        "pt",
        &[
            (
                "A estrada fica cortada das 15h de segunda-feira às 8h de terça-feira.",
                &["date 2026-03-09T15:00..2026-03-10T08:00"],
            ),
            (
                "A ponte fecha das 22 horas de sexta-feira às 6 horas de segunda-feira.",
                &["date 2026-03-06T22:00..2026-03-09T06:00"],
            ),
            ("Na noite de segunda para terça-feira ardeu um celeiro.", &["date 2026-03-09T20:00..2026-03-10T06:00"]),
            (
                "O mercado abre segunda, terça e quinta-feira da próxima semana.",
                &["date 2026-03-16..2026-03-17", "date 2026-03-17..2026-03-18", "date 2026-03-19..2026-03-20"],
            ),
            ("Em 3 de junho do ano passado a barragem cedeu.", &["date 2025-06-03..2025-06-04"]),
            ("Em junho do próximo ano vota-se.", &["date 2027-06-01..2027-07-01"]),
            ("De 2024 em diante os custos descem.", &["date 2024-01-01.."]),
            ("A pintora Vera Dosi morreu aos 87 anos.", &["age 87 year"]),
            ("As duas vítimas têm 22 e 31 anos.", &["count 2", "age 22 year", "age 31 year"]),
            ("Os feridos, de 19, 24 e 40 anos, estão no hospital.", &["age 19 year", "age 24 year", "age 40 year"]),
            ("As tarifas sobem de 12 para 15 por cento.", &["percent 12..15"]),
            ("As três listas obtiveram 34, 28 e 12 por cento.", &["count 3", "percent 34", "percent 28", "percent 12"]),
            ("Um sismo de magnitude 5,4 acordou o vale.", &["measure 5.4 magnitude"]),
            ("O empate surgiu ao minuto 78.", &["time 78 match-minute"]),
            ("O base marcou 14 pontos.", &["count 14"]),
        ],
    );
}

#[test]
fn italian_names_ranks_and_bounds() {
    common::check(
        "it",
        &[
            ("Il fatto risale al 30 gennaio scorso.", &["date 2026-01-30..2026-01-31"]),
            ("La seduta del 3 giugno prossimo è rinviata.", &["date 2026-06-03..2026-06-04"]),
            ("Una decina di anni fa la diga cedette.", &["date 2016-03-10..2016-03-11"]),
            ("Il treno (Norba 7.19 - Lisso 7.32) è stato soppresso.", &[]),
            ("Luca Dosi, muratore di 44 anni, è in ospedale.", &["age 44 year"]),
            ("Gol di Conti al 93', a 19 anni e tre mesi.", &["time 93 match-minute", "age 19.25 year"]),
            ("Un calo di 4,7 punti rispetto al 58,9 per cento.", &["percent 4.7", "percent 58.9"]),
            ("Un terzo arresto in città.", &["ordinal 3"]),
            ("Un terzo degli arresti.", &["count 0.3333333333333333333333333333"]),
            ("I sanitari del 118 sono arrivati alle 9.", &["time 09:00:00"]),
            ("Lui, 60 anni, italiano, è stato arrestato.", &["age 60 year"]),
            ("Una coppia, lui del '60 e lei del '79.", &[]),
            ("Chiuso fino a mercoledì.", &["date ..2026-03-12"]),
            ("Si riparte il giorno dopo a metà mattina.", &["date 2026-03-11T09:00..2026-03-11T12:00"]),
            ("Le domande dal 03/2026 al 05/2026.", &["date 2026-03-01..2026-06-01"]),
            ("La legge 11/2016 è cambiata.", &[]),
            ("Valore > 300 e più di 10 e meno di 40 casi.", &["count 300..", "count 10..40"]),
            ("Costa 40 ringgit, cioè 36 dinari tunisini.", &["money 40 MYR", "money 36 TND"]),
            ("Minima di 10 sotto zero.", &["measure -10 degree"]),
        ],
    );
}

#[test]
fn english_names_ranks_and_bounds() {
    common::check(
        "en",
        &[
            ("The 1991 movie was a hit.", &["date 1991-01-01..1992-01-01"]),
            ("The 1991 people who came left.", &["count 1991"]),
            ("Norair 737 diverts to Lund.", &[]),
            ("A bus with 737 passengers.", &["count 737"]),
            ("She married him three weeks before he was hired.", &["duration 3 week"]),
            ("They fired for nine minutes before officers came.", &["duration 9 minute"]),
            ("They left three weeks before.", &["date 2026-02-17..2026-02-18"]),
            ("In the 2024 vote 12 of 30 won.", &["date 2024-01-01..2025-01-01", "count 12", "count 30"]),
            ("She is third in line and he was second.", &["ordinal 3", "ordinal 2"]),
            ("The mayor put the crowd at 70, and left.", &["count 70"]),
            ("She was elected at 46, the third woman to be so.", &["age 46 year", "ordinal 3"]),
            ("He lives on 52nd Street.", &[]),
            ("The 52nd edition opens today.", &["ordinal 52", "date 2026-03-10..2026-03-11"]),
            ("A third official was hurt.", &["ordinal 3"]),
            ("A third of the officials left.", &["count 0.3333333333333333333333333333"]),
            ("The hall is shut until Wednesday.", &["date ..2026-03-12"]),
            ("The work will end in March.", &["date 2026-03-01..2026-04-01"]),
            ("The show at 14:30 hours is full.", &["time 14:30:00"]),
            (
                "He paid 80 USD million for 5000 or more than 4500 lamps.",
                &["money 80000000 USD", "count 5000", "count 4500.."],
            ),
            ("More than 10 and less than 40 people came.", &["count 10..40"]),
            ("Open 24/7 since 29/03 at 11am.", &["date 2025-03-29T11:00.."]),
        ],
    );
}

#[test]
fn spanish_names_ranks_and_bounds() {
    common::check(
        "es",
        &[
            ("El equipo subió a Tercera.", &[]),
            ("Viajaban 1,25 toneladas (unas 2.755 libras) de harina.", &["measure 1.25 t", "measure 2755 lb"]),
            ("Las obras, después de feb. y antes de nov. de 2026.", &["date 2026-03-01..", "date ..2026-11-01"]),
        ],
    );
}

#[test]
fn french_names_ranks_and_bounds() {
    common::check(
        "fr",
        &[
            ("Ouest Matin, 15 mars 2026 à 6 h 30", &["date 2026-03-15T06:30.."]),
            ("Samedi matin, il a neigé.", &["date 2026-03-07T04:00..2026-03-07T12:00"]),
        ],
    );
}

#[test]
fn german_names_ranks_and_bounds() {
    common::check(
        "de",
        &[
            ("Die Messe läuft vom 14. - 15.10.2026.", &["date 2026-10-14..2026-10-16"]),
            ("Im übernächsten Mai wird gewählt.", &["date 2027-05-01..2027-06-01"]),
        ],
    );
}
