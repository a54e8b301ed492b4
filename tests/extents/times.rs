//! Times of day, alone and beside days.

use super::common::check_readings;

#[test]
fn english() {
    check_readings(
        "en",
        &[
            ("It closed after 3pm.", &["after 3pm = time 15:00:00.. 15:00–27:00"]),
            ("It closed before 9 am.", &["before 9 am = time ..09:00:00 -3:01–9:01"]),
            ("It closed until 17:30.", &["until 17:30 = time ..17:30:00 17:30–17:31"]),
            ("It has been shut since noon.", &["since noon = time 12:00:00.. 12:00–12:01"]),
            ("It was shut by midnight.", &["by midnight = time ..00:00:00 24:00–24:01"]),
            ("It was shut before midnight.", &["before midnight = time ..00:00:00 12:01–24:01"]),
            ("It was shut after midnight.", &["after midnight = time 00:00:00.. 0:00–12:00"]),
            ("It was shut just before midnight.", &["just before midnight = time 00:00:00 23:30–24:01"]),
            ("It was shut shortly after midnight.", &["shortly after midnight = time 00:00:00 0:00–0:31"]),
            ("It was shut around 10pm.", &["around 10pm = time 22:00:00 21:40–22:21"]),
            ("It was shut around 10:15pm.", &["around 10:15pm = time 22:15:00 22:05–22:26"]),
            ("It was shut just after 10:15pm.", &["just after 10:15pm = time 22:15:00 22:15–22:31"]),
            ("It was shut just before 10pm.", &["just before 10pm = time 22:00:00 21:30–22:01"]),
            ("It was shut about 20.", &["about 20 = count 20 [18, 22] likely [19, 21]"]),
            ("It was shut at about 10.", &["at about 10 = time 10:00:00 9:40–10:21 in either half of the day"]),
            ("It was shut at 10.", &["at 10 = time 10:00:00 10:00–10:01 in either half of the day"]),
            ("It was shut at 13:00.", &["at 13:00 = time 13:00:00 13:00–13:01"]),
            ("It was shut at 24:00.", &["at 24:00 = time 00:00:00 24:00–24:01"]),
            ("It was shut at 24:30.", &["at 24:30 = time 00:30:00 24:30–24:31"]),
            ("It was shut at 25:00.", &["25 = count 25", "00 = count 0"]),
            ("It was shut at 12:59:59.", &["at 12:59:59 = time 12:59:59 12:59–13:00 in either half of the day"]),
            ("It was shut at 9:05.", &["at 9:05 = time 09:05:00 9:05–9:06 in either half of the day"]),
            ("It was shut at 09:05.", &["at 09:05 = time 09:05:00 9:05–9:06"]),
            ("It was shut at 9.05.", &["at 9.05 = time 09:05:00 9:05–9:06 in either half of the day"]),
            ("It was shut at 9.05am.", &["at 9.05am = time 09:05:00 9:05–9:06"]),
            ("It was shut at 0:30.", &["at 0:30 = time 00:30:00 0:30–0:31"]),
            ("It was shut at 12:30.", &["at 12:30 = time 12:30:00 12:30–12:31 in either half of the day"]),
            ("It was shut at 12.30pm.", &["at 12.30pm = time 12:30:00 12:30–12:31"]),
            ("It was shut at 12:30am.", &["at 12:30am = time 00:30:00 0:30–0:31"]),
            ("It was shut at 12am.", &["at 12am = time 00:00:00 0:00–0:01"]),
            ("It was shut at 12pm.", &["at 12pm = time 12:00:00 12:00–12:01"]),
            ("It was shut at 11pm.", &["at 11pm = time 23:00:00 23:00–23:01"]),
            ("It was shut at 1pm.", &["at 1pm = time 13:00:00 13:00–13:01"]),
            ("It was shut at 6 at night.", &["at 6 at night = time 18:00:00 18:00–18:01"]),
            ("It was shut at 5 at night.", &["at 5 at night = time 05:00:00 5:00–5:01"]),
            ("It was shut at 12 at night.", &["at 12 at night = time 00:00:00 0:00–0:01"]),
            ("It was shut at 11 at night.", &["at 11 at night = time 23:00:00 23:00–23:01"]),
            ("It was shut at 9 in the evening.", &["at 9 in the evening = time 21:00:00 21:00–21:01"]),
            ("It was shut at 9 in the morning.", &["at 9 in the morning = time 09:00:00 9:00–9:01"]),
            ("It was shut at half past three.", &["at half past three = time 03:30:00 3:30–3:31"]),
            ("It was shut at quarter past three.", &["at quarter past three = time 03:15:00 3:15–3:16"]),
            ("It was shut at quarter to three.", &["at quarter to three = time 02:45:00 2:45–2:46"]),
            ("It was shut at quarter to one.", &["at quarter to one = time 00:45:00 0:45–0:46"]),
            ("It was shut at ten to four.", &["at ten to four = time 03:50:00 3:50–3:51"]),
            ("It was shut at 20 past 4.", &["at 20 past 4 = time 04:20:00 4:20–4:21"]),
            ("It was shut at 21 past 4.", &["21 = count 21", "4 = count 4"]),
            ("It was shut at 21 minutes past 4.", &["at 21 minutes past 4 = time 04:21:00 4:21–4:22"]),
            ("It was 20 past seven.", &["20 past seven = time 07:20:00 7:20–7:21"]),
            ("It was 59 minutes past seven.", &["59 minutes past seven = time 07:59:00 7:59–8:00"]),
            ("It was ten past midnight.", &["ten past midnight = time 00:10:00 0:10–0:11"]),
            (
                "From 5 pm to 6 pm it rained.",
                &["From 5 pm to 6 pm = time 17:00:00..18:00:00 17:00–17:01 to 18:00–18:01"],
            ),
            ("From 9am to 5pm it rained.", &["From 9am to 5pm = time 09:00:00..17:00:00 9:00–9:01 to 17:00–17:01"]),
            ("From 9 to 5 lamps broke.", &["From 9 to 5 = count 5..9 [5, 9]"]),
            ("It was shut at seven thirty pm.", &["at seven thirty pm = time 19:30:00 19:30–19:31"]),
            ("It was shut at seven thirty.", &["at seven thirty = time 07:30:00 7:30–7:31 in either half of the day"]),
            ("It was shut at seven thirty-one.", &["seven = count 7", "thirty-one = count 31"]),
            ("It was shut at five-thirty.", &["at five-thirty = time 05:30:00 5:30–5:31 in either half of the day"]),
            ("It was shut at 1430 GMT.", &["at 1430 GMT = time 14:30:00 14:30–14:31 at 0 minutes"]),
            ("It was shut at 0900.", &["at 0900 = time 09:00:00 9:00–9:01"]),
            ("It was shut at 1140 a.m.", &["at 1140 a.m. = time 11:40:00 11:40–11:41"]),
            ("It was shut at 140 a.m.", &["at 140 a.m. = time 01:40:00 1:40–1:41"]),
            ("It was shut at 2460 GMT.", &["2460 = count 2460"]),
            ("It was shut at 2359 GMT.", &["at 2359 GMT = time 23:59:00 23:59–24:00 at 0 minutes"]),
            ("It was shut at 14:30 GMT.", &["at 14:30 GMT = time 14:30:00 14:30–14:31 at 0 minutes"]),
            ("It was shut at 14:30 CET.", &["at 14:30 CET = time 14:30:00 14:30–14:31 at 60 minutes"]),
            ("It was shut at 10pm EST.", &["at 10pm EST = time 22:00:00 22:00–22:01 at -300 minutes"]),
            ("It was shut at 7 people.", &["7 = count 7"]),
            ("It was shut at 7 to 10 people.", &["7 to 10 = count 7..10 [7, 10]"]),
            ("It was shut at 7%.", &["7% = percent 7 [6.5, 7.5)"]),
            ("It was shut at 7 km.", &["7 km = measure 7 km [6.5, 7.5)"]),
            ("It was shut at 7 o'clock.", &["at 7 o'clock = time 07:00:00 7:00–7:01"]),
            ("It was shut at seven o'clock.", &["at seven o'clock = time 07:00:00 7:00–7:01"]),
            (
                "It was shut at seven o'clock in the evening.",
                &["at seven o'clock in the evening = time 19:00:00 19:00–19:01"],
            ),
            ("It took 14:30 hours.", &["14:30 hours = duration 14.5 hour [14.495, 14.505)"]),
            ("At eighteen she left.", &["eighteen = age 18 year [18, 19)"]),
            ("At eight she left.", &["At eight = time 08:00:00 8:00–8:01 in either half of the day"]),
            ("This morning it rained.", &["This morning = date 2026-03-10T04:00..2026-03-10T12:00"]),
            ("Tonight it rained.", &["Tonight = date 2026-03-10T18:00..2026-03-11T00:00"]),
            ("Last night it rained.", &["Last night = date 2026-03-09T18:00..2026-03-10T06:00"]),
            ("Tomorrow at 9 it opens.", &["Tomorrow at 9 = date 2026-03-11T09:00.."]),
            (
                "Tomorrow evening at five-thirty it opens.",
                &["Tomorrow evening at five-thirty = date 2026-03-11T17:30.."],
            ),
            ("On Sunday at 8pm it opens.", &["On Sunday at 8pm = date 2026-03-08T20:00.."]),
            ("At 8pm on Sunday it opens.", &["At 8pm on Sunday = date 2026-03-08T20:00.."]),
            ("3am on Sunday", &["3am on Sunday = date 2026-03-08T03:00.."]),
            ("By Monday night it opens.", &["By Monday night = date ..2026-03-17"]),
            ("Before Tuesday at noon it opens.", &["Before Tuesday at noon = date ..2026-03-10T12:00"]),
            ("After Tuesday at noon it opens.", &["After Tuesday at noon = date 2026-03-10T12:00.."]),
            ("Since Tuesday at noon it rains.", &["Since Tuesday at noon = date 2026-03-10T12:00.."]),
            ("Until Tuesday at noon it rains.", &["Until Tuesday at noon = date ..2026-03-10T12:00"]),
        ],
    );
}

#[test]
fn italian() {
    check_readings(
        "it",
        &[
            ("Alle 15 di ieri ha chiuso.", &["Alle 15 di ieri = date 2026-03-09T15:00.."]),
            ("Alle 15 persone ha chiuso.", &["15 = count 15"]),
            ("Alle 15 ha chiuso.", &["Alle 15 = time 15:00:00 15:00–15:01"]),
            ("Alle 15,30 ha chiuso.", &["15,30 = count 15.3 [15.295, 15.305)"]),
            ("Alle 15.30 ha chiuso.", &["Alle 15.30 = time 15:30:00 15:30–15:31"]),
            ("Alle 25 ha chiuso.", &["25 = count 25"]),
            ("Alle 24 ha chiuso.", &["Alle 24 = time 00:00:00 24:00–24:01"]),
            ("Alle 7 e mezza ha chiuso.", &["Alle 7 e mezza = time 07:30:00 7:30–7:31 in either half of the day"]),
            (
                "Alle sette e mezza ha chiuso.",
                &["Alle sette e mezza = time 07:30:00 7:30–7:31 in either half of the day"],
            ),
            (
                "Alle sette e un quarto ha chiuso.",
                &["Alle sette e un quarto = time 07:15:00 7:15–7:16 in either half of the day"],
            ),
            (
                "Alle sette e tre quarti ha chiuso.",
                &["Alle sette e tre quarti = time 07:45:00 7:45–7:46 in either half of the day"],
            ),
            (
                "Alle sette meno un quarto ha chiuso.",
                &["Alle sette meno un quarto = time 06:45:00 6:45–6:46 in either half of the day"],
            ),
            (
                "Alle sette e due auto ha chiuso.",
                &["Alle sette = time 07:00:00 7:00–7:01 in either half of the day", "due = count 2"],
            ),
            (
                "Alle sette e 59 minuti ha chiuso.",
                &["Alle sette e 59 minuti = time 07:59:00 7:59–8:00 in either half of the day"],
            ),
            ("All'una ha chiuso.", &["All'una = time 01:00:00 1:00–1:01 in either half of the day"]),
            ("All'una e mezza ha chiuso.", &["All'una e mezza = time 01:30:00 1:30–1:31 in either half of the day"]),
            ("Verso le 10 ha chiuso.", &["Verso le 10 = time 10:00:00 9:40–10:21 in either half of the day"]),
            ("Verso le 10.30 ha chiuso.", &["Verso le 10.30 = time 10:30:00 10:20–10:41"]),
            (
                "Poco prima delle 10 ha chiuso.",
                &["Poco prima delle 10 = time 10:00:00 9:30–10:01 in either half of the day"],
            ),
            ("Poco dopo le 10 ha chiuso.", &["Poco dopo le 10 = time 10:00:00 10:00–10:31 in either half of the day"]),
            ("Poco prima di mezzanotte ha chiuso.", &["Poco prima di mezzanotte = time 00:00:00 23:30–24:01"]),
            ("A mezzogiorno ha chiuso.", &["A mezzogiorno = time 12:00:00 12:00–12:01"]),
            ("A mezzogiorno e mezzo ha chiuso.", &["A mezzogiorno e mezzo = time 12:30:00 12:30–12:31"]),
            ("Dopo le 15 ha chiuso.", &["Dopo le 15 = time 15:00:00.. 15:00–27:00"]),
            ("Dopo 15 ore ha chiuso.", &["15 ore = duration 15 hour [14.6, 15.4)"]),
            ("Dopo alcune ore ha chiuso.", &[]),
            ("Entro le 18 chiude.", &["Entro le 18 = time ..18:00:00 18:00–18:01"]),
            (
                "Dalle 9 alle 11 chiude.",
                &[
                    "Dalle 9 alle 11 = time 09:00:00..11:00:00 9:00–9:01 in either half of the day to 11:00–11:01 in either half of the day",
                ],
            ),
            ("Dalle 9 alle 11 di ieri chiude.", &["Dalle 9 alle 11 di ieri = date 2026-03-09T09:00..2026-03-09T11:00"]),
            (
                "Fra le 9.30 e le 11 chiude.",
                &["Fra le 9.30 e le 11 = time 09:30:00..11:00:00 9:30–9:31 to 11:00–11:01 in either half of the day"],
            ),
            ("Le 9 della mattina.", &["Le 9 della mattina = time 09:00:00 9:00–9:01"]),
            ("Alle 9 di sera ha chiuso.", &["Alle 9 di sera = time 21:00:00 21:00–21:01"]),
            (
                "Alle 9 della tarda mattinata ha chiuso.",
                &["Alle 9 della tarda mattinata = time 09:00:00 9:00–9:01 in either half of the day"],
            ),
            (
                "I primi 8 della serata.",
                &["primi = ordinal 1", "8 = count 8", "della serata = time 18:00:00..00:00:00 18:00–24:00"],
            ),
            ("In mattinata ha chiuso.", &["In mattinata = time 04:00:00..12:00:00 4:00–12:00"]),
            ("Nella notte ha chiuso.", &["Nella notte = time 20:00:00..06:00:00 20:00–30:00"]),
            ("Il treno delle 7.19 è partito.", &["7.19 = time 07:19:00 7:19–7:20"]),
            (
                "Alle 18.47 ora italiana ha chiuso.",
                &["Alle 18.47 ora italiana = time 18:47:00 18:47–18:48 at 60 minutes"],
            ),
            ("Ore 18: chiude.", &["Ore 18 = time 18:00:00 18:00–18:01"]),
            ("Ore 18.30: chiude.", &["Ore 18.30 = time 18:30:00 18:30–18:31"]),
            ("Alle ore 18 chiude.", &["Alle ore 18 = time 18:00:00 18:00–18:01"]),
        ],
    );
}

#[test]
fn german() {
    check_readings(
        "de",
        &[
            ("Um 7 Uhr war Schluss.", &["Um 7 Uhr = time 07:00:00 7:00–7:01"]),
            ("Um 7 los.", &["Um 7 = time 07:00:00 7:00–7:01 in either half of the day"]),
            ("Um halb sieben war Schluss.", &["Um halb sieben = time 06:30:00 6:30–6:31 in either half of the day"]),
            ("Um halb eins war Schluss.", &["Um halb eins = time 00:30:00 0:30–0:31 in either half of the day"]),
            ("Um fünf nach halb acht war Schluss.", &["Um fünf nach halb acht = time 07:35:00 7:35–7:36"]),
            ("Um fünf vor halb acht war Schluss.", &["Um fünf vor halb acht = time 07:25:00 7:25–7:26"]),
            ("Um Viertel nach acht war Schluss.", &["Um Viertel nach acht = time 08:15:00 8:15–8:16"]),
            ("Um Viertel vor acht war Schluss.", &["Um Viertel vor acht = time 07:45:00 7:45–7:46"]),
            ("Um 18 Uhr 30 war Schluss.", &["Um 18 Uhr 30 = time 18:30:00 18:30–18:31"]),
            ("Um 18.30 Uhr war Schluss.", &["Um 18.30 Uhr = time 18:30:00 18:30–18:31"]),
            ("Um 18:30 Uhr war Schluss.", &["Um 18:30 Uhr = time 18:30:00 18:30–18:31"]),
            ("Um sieben Uhr dreißig war Schluss.", &["Um sieben Uhr dreißig = time 07:30:00 7:30–7:31"]),
            ("Gegen 18 Uhr war Schluss.", &["Gegen 18 Uhr = time 18:00:00 17:40–18:21"]),
            ("Gegen 18.30 Uhr war Schluss.", &["Gegen 18.30 Uhr = time 18:30:00 18:20–18:41"]),
            ("Kurz nach 18 Uhr war Schluss.", &["Kurz nach 18 Uhr = time 18:00:00 18:00–18:31"]),
            ("Bis 17 Uhr war offen.", &["Bis 17 Uhr = time ..17:00:00 17:00–17:01"]),
            (
                "Von 9 bis 17 Uhr war offen.",
                &["Von 9 bis 17 Uhr = time 09:00:00..17:00:00 9:00–9:01 in either half of the day to 17:00–17:01"],
            ),
            (
                "Zwischen 9 und 17 Uhr war offen.",
                &["Zwischen 9 und 17 Uhr = time 09:00:00..17:00:00 9:00–9:01 in either half of the day to 17:00–17:01"],
            ),
            ("Ab 9 Uhr war offen.", &["Ab 9 Uhr = time 09:00:00.. 9:00–9:01"]),
            ("Um drei Zehntel besser.", &["drei Zehntel = count 0.3 [0.276, 0.324] likely [0.282, 0.318]"]),
            ("Um 7 Menschen weniger.", &["7 = count 7"]),
            (
                "In der Nacht zum Freitag brannte es.",
                &["In der Nacht zum Freitag = date 2026-03-05T20:00..2026-03-06T06:00"],
            ),
            (
                "In der Nacht zum Freitag gegen 3.30 Uhr brannte es.",
                &["In der Nacht zum Freitag gegen 3.30 Uhr = date 2026-03-06T03:30.."],
            ),
            (
                "In der Nacht zum Freitag gegen 22 Uhr brannte es.",
                &[
                    "In der Nacht zum Freitag = date 2026-03-05T20:00..2026-03-06T06:00",
                    "gegen 22 Uhr = time 22:00:00 21:40–22:21",
                ],
            ),
            ("Am Freitagabend brannte es.", &["Am Freitagabend = date 2026-03-06T18:00..2026-03-07T00:00"]),
            ("Am Freitag um 20 Uhr brannte es.", &["Am Freitag um 20 Uhr = date 2026-03-06T20:00.."]),
            ("Heute früh brannte es.", &["Heute früh = date 2026-03-10T04:00..2026-03-10T12:00"]),
            ("Gestern Abend um acht brannte es.", &["Gestern Abend um acht = date 2026-03-09T20:00.."]),
        ],
    );
}

#[test]
fn french() {
    check_readings(
        "fr",
        &[
            ("À 14 heures, il ferme.", &["À 14 heures = time 14:00:00 14:00–14:01"]),
            ("À 14 h 30, il ferme.", &["À 14 h 30 = time 14:30:00 14:30–14:31"]),
            ("À 14h30, il ferme.", &["À 14h30 = time 14:30:00 14:30–14:31"]),
            ("À 14 h 30 min, il ferme.", &["À 14 h 30 = time 14:30:00 14:30–14:31"]),
            ("En 2 h 04 min 13 s.", &["2 h 04 min 13 s = duration 7453 second [7452.6, 7453.4)"]),
            ("À quatre heures vingt, il ferme.", &["À quatre heures vingt = time 04:20:00 4:20–4:21"]),
            ("À quatre heures et demie, il ferme.", &["À quatre heures et demie = time 04:30:00 4:30–4:31"]),
            (
                "À quatre heures moins le quart, il ferme.",
                &["À quatre heures moins le quart = time 03:45:00 3:45–3:46"],
            ),
            ("À midi, il ferme.", &["À midi = time 12:00:00 12:00–12:01"]),
            ("À midi trente, il ferme.", &["À midi trente = time 12:30:00 12:30–12:31"]),
            ("À midi et demi, il ferme.", &["À midi et demi = time 12:30:00 12:30–12:31"]),
            ("À minuit, il ferme.", &["À minuit = time 00:00:00 0:00–0:01"]),
            ("Après 15 heures de vol, il ferme.", &["15 heures = duration 15 hour [14.6, 15.4)"]),
            ("Après 15 heures, il ferme.", &["Après 15 heures = time 15:00:00.. 15:00–27:00"]),
            ("Entre 14h et 16h, il ferme.", &["Entre 14h et 16h = time 14:00:00..16:00:00 14:00–14:01 to 16:00–16:01"]),
            ("De 14h à 16h, il ferme.", &["De 14h à 16h = time 14:00:00..16:00:00 14:00–14:01 to 16:00–16:01"]),
            ("Vers 14 heures, il ferme.", &["Vers 14 heures = time 14:00:00 13:40–14:21"]),
            ("Cet après-midi, il ferme.", &["Cet après-midi = date 2026-03-10T12:00..2026-03-10T19:00"]),
            ("À 14 heures de la place, il ferme.", &["À 14 heures = time 14:00:00 14:00–14:01"]),
            ("Il appelle à une grève.", &[]),
            ("À une heure, il ferme.", &["À une heure = time 01:00:00 1:00–1:01"]),
        ],
    );
}

#[test]
fn spanish() {
    check_readings(
        "es",
        &[
            (
                "A las siete y media cerró.",
                &["A las siete y media = time 07:30:00 7:30–7:31 in either half of the day"],
            ),
            ("A la una cerró.", &["A la una = time 01:00:00 1:00–1:01 in either half of the day"]),
            ("A las 8 de la tarde cerró.", &["A las 8 de la tarde = time 20:00:00 20:00–20:01"]),
            ("A las 12 de la noche cerró.", &["A las 12 de la noche = time 00:00:00 0:00–0:01"]),
            ("A las doce de la noche cerró.", &["A las doce de la noche = time 00:00:00 0:00–0:01"]),
            ("A las 15 horas de ayer cerró.", &["A las 15 horas de ayer = date 2026-03-09T15:00.."]),
            (
                "Hasta pasada la una abrió.",
                &["Hasta pasada la una = time ..01:00:00 1:00–1:31 in either half of the day"],
            ),
            ("Diez minutos antes de las 7 cerró.", &["Diez minutos antes de las 7 = time 06:50:00 6:50–6:51"]),
            (
                "A las siete menos cuarto cerró.",
                &["A las siete menos cuarto = time 06:45:00 6:45–6:46 in either half of the day"],
            ),
            ("Sobre las 10 cerró.", &["Sobre las 10 = time 10:00:00 9:40–10:21 in either half of the day"]),
            (
                "Entre las 9 y las 11 cerró.",
                &[
                    "Entre las 9 y las 11 = time 09:00:00..11:00:00 9:00–9:01 in either half of the day to 11:00–11:01 in either half of the day",
                ],
            ),
            (
                "Desde las 9 hasta las 11 cerró.",
                &[
                    "Desde las 9 hasta las 11 = time 09:00:00..11:00:00 9:00–9:01 in either half of the day to 11:00–11:01 in either half of the day",
                ],
            ),
        ],
    );
}

#[test]
fn portuguese() {
    check_readings(
        "pt",
        &[
            ("Às 15h fechou.", &["Às 15h = time 15:00:00 15:00–15:01"]),
            ("Às 15h30 fechou.", &["Às 15h30 = time 15:30:00 15:30–15:31"]),
            ("Às sete e meia fechou.", &["Às sete e meia = time 07:30:00 7:30–7:31 in either half of the day"]),
            ("Ao meio-dia fechou.", &["Ao meio-dia = time 12:00:00 12:00–12:01"]),
            ("À meia-noite fechou.", &["À meia-noite = time 00:00:00 0:00–0:01"]),
            ("Por volta das 10h fechou.", &["Por volta das 10h = time 10:00:00 9:40–10:21"]),
            ("Das 9h às 11h fechou.", &["Das 9h às 11h = time 09:00:00..11:00:00 9:00–9:01 to 11:00–11:01"]),
            (
                "Entre as 9h e as 11h fechou.",
                &["Entre as 9h e as 11h = time 09:00:00..11:00:00 9:00–9:01 to 11:00–11:01"],
            ),
            ("Às 8 da noite fechou.", &["Às 8 da noite = time 20:00:00 20:00–20:01"]),
            ("À uma da tarde fechou.", &["À uma da tarde = time 13:00:00 13:00–13:01"]),
        ],
    );
}
