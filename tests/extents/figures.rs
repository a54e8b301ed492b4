//! Ranges, shares, dozens, hedges, and units with their parts.

use super::common::check_readings;

#[test]
fn english() {
    check_readings(
        "en",
        &[
            ("More than 10 and less than 40 lamps broke.", &["More than 10 and less than 40 = count 10..40 (10, 40)"]),
            ("Less than 40 and more than 10 lamps broke.", &["Less than 40 and more than 10 = count 10..40 (10, 40)"]),
            (
                "More than 10 and more than 40 lamps broke.",
                &[
                    "More than 10 = count 10.. (10, ) likely (10, 11)",
                    "more than 40 = count 40.. (40, ) likely (40, 50]",
                ],
            ),
            ("More than 10, less than 40 lamps broke.", &["More than 10, less than 40 = count 10..40 (10, 40)"]),
            ("Between 40 and 50 lamps broke.", &["Between 40 and 50 = count 40..50 [40, 50]"]),
            ("Between 50 and 40 lamps broke.", &["Between 50 and 40 = count 40..50 [40, 50]"]),
            ("From 40 to 50 lamps broke.", &["From 40 to 50 = count 40..50 [40, 50]"]),
            ("40-50 lamps broke.", &["40-50 = count 40..50 [40, 50]"]),
            ("40–50 lamps broke.", &["40–50 = count 40..50 [40, 50]"]),
            ("40 to 50 lamps broke.", &["40 to 50 = count 40..50 [40, 50]"]),
            ("50 to 40 lamps broke.", &["50 = count 50", "40 = count 40"]),
            ("40 or 50 lamps broke.", &["40 or 50 = count 40..50 [40, 50]"]),
            ("four or five lamps broke.", &["four or five = count 4..5 [4, 5]"]),
            ("four to five lamps broke.", &["four to five = count 4..5 [4, 5]"]),
            ("20-30 thousand lamps broke.", &["20-30 thousand = count 20000..30000 [20000, 30000]"]),
            ("20 to 30 million lamps broke.", &["20 to 30 million = count 20000000..30000000 [20000000, 30000000]"]),
            ("20,000 to 30 million lamps broke.", &["20,000 to 30 million = count 20000..30000000 [20000, 30000000]"]),
            ("1.5-2 million lamps broke.", &["1.5-2 million = count 1500000..2000000 [1500000, 2000000]"]),
            ("About 40-50 lamps broke.", &["About 40-50 = count 36..55 [36, 55] likely [38, 52.5]"]),
            ("More than 40-50 lamps broke.", &["More than 40-50 = count 40.. (40, ) likely (40, 50]"]),
            ("Up to 40-50 lamps broke.", &["Up to 40-50 = count ..50 (, 50] likely [35, 50]"]),
            ("Three out of two lamps broke.", &["Three = count 3", "two = count 2"]),
            ("One in ten lamps broke.", &["One in ten = count 0.1 [0.092, 0.108] likely [0.094, 0.106]"]),
            ("Two in five people left.", &["Two in five = count 0.4 [0.368, 0.432] likely [0.376, 0.424]"]),
            ("Three thirds of lamps broke.", &["Three = count 3"]),
            ("A third official came.", &["third = ordinal 3"]),
            ("A quarter of lamps broke.", &["A quarter = count 0.25 [0.23, 0.27] likely [0.235, 0.265]"]),
            ("Three quarters of lamps broke.", &["Three quarters = count 0.75 [0.69, 0.81] likely [0.705, 0.795]"]),
            ("The last 2 quarters were bad.", &["The last 2 quarters = date 2025-09-10..2026-03-10"]),
            ("The coming three quarters were bad.", &["The coming three quarters = date 2026-03-11..2026-12-11"]),
            ("A dozen lamps broke.", &["A dozen = count 12 [9, 15.6] likely [9.6, 14.4]"]),
            ("Half a dozen lamps broke.", &["Half a dozen = count 6 [4.5, 7.8] likely [4.8, 7.2]"]),
            ("Two dozen lamps broke.", &["Two dozen = count 24 [18, 31.2] likely [19.2, 28.8]"]),
            ("Dozens of lamps broke.", &["Dozens = count 24.. [24, ) likely [24, 120)"]),
            (
                "Tens of thousands of lamps broke.",
                &["Tens of thousands = count 20000.. [20000, ) likely [20000, 100000)"],
            ),
            ("Thousands of lamps broke.", &["Thousands = count 2000.. [2000, ) likely [2000, 10000)"]),
            ("A couple of lamps broke.", &["A couple of = count 2 [1.5, 2.6] likely [1.6, 2.4]"]),
            ("A few lamps broke.", &[]),
            ("Several hundred lamps broke.", &["Several hundred = count 200.. [200, ) likely [200, 1000)"]),
            ("Every fifth lamp broke.", &["Every fifth = count 0.2 [0.184, 0.216] likely [0.188, 0.212]"]),
            ("One lamp broke.", &[]),
            ("A lamp broke.", &[]),
            ("Exactly one lamp broke.", &["Exactly one = count 1"]),
            ("At least one lamp broke.", &["At least one = count 1.. [1, ) likely [1, 1.25]"]),
            ("Nearly one lamp broke.", &["Nearly one = count 1 [0.8, 1) likely [0.9, 1)"]),
            ("Almost a party.", &[]),
            ("Nearly 2.5 lamps broke.", &["Nearly 2.5 = count 2.5 [2, 2.5) likely [2.25, 2.5)"]),
            ("Just under 300 lamps broke.", &["Just under 300 = count 300 [240, 300) likely [270, 300)"]),
            ("Just over 300 lamps broke.", &["Just over 300 = count 300 (300, 360] likely (300, 330]"]),
            ("Well over 300 lamps broke.", &["Well over 300 = count 300.. (300, ) likely (300, 375]"]),
            ("Fewer than 300 lamps broke.", &["Fewer than 300 = count ..300 (, 300) likely [210, 300)"]),
            ("Not more than 300 lamps broke.", &["Not more than 300 = count ..300 (, 300] likely [210, 300]"]),
            ("As many as 300 lamps broke.", &["As many as 300 = count ..300 (, 300] likely [210, 300]"]),
            ("A maximum of 300 lamps broke.", &["A maximum of 300 = count ..300 (, 300] likely [210, 300]"]),
            ("A minimum of 300 lamps broke.", &["A minimum of 300 = count 300.. [300, ) likely [300, 375]"]),
            ("Some 300 lamps broke.", &["Some 300 = count 300 [270, 330] likely [285, 315]"]),
            ("Roughly 300 lamps broke.", &["Roughly 300 = count 300 [270, 330] likely [285, 315]"]),
            ("An estimated 300 lamps broke.", &["An estimated 300 = count 300 [270, 330] likely [285, 315]"]),
            ("About half of lamps broke.", &["About half of = count 0.5 [0.45, 0.55] likely [0.475, 0.525]"]),
            ("About 90 per cent broke.", &["About 90 per cent = percent 90 [81, 99] likely [85.5, 94.5]"]),
            ("More than half broke.", &["More than half = count 0.5.. (0.5, ) likely (0.5, 0.625]"]),
            (
                "20 per cent less than the 120 million.",
                &["20 per cent = percent 20 [19.5, 20.5)", "120 million = count 120000000 [119500000, 120500000)"],
            ),
            ("five pounds 20", &["five pounds 20 = money 5.2 GBP [5.195, 5.205)"]),
            ("it cost two dollars and forty were sold", &["two dollars = money 2 USD [1.5, 2.5)", "forty = count 40"]),
            ("two dollars and forty cents", &["two dollars and forty cents = money 2.4 USD [2.395, 2.405)"]),
            (
                "1.25 tonnes (2,755 pounds)",
                &["1.25 tonnes = measure 1.25 t [1.245, 1.255)", "2,755 pounds = measure 2755 lb [2754.5, 2755.5)"],
            ),
            (
                "£20 (2,755 pounds)",
                &["£20 = money 20 GBP [19.5, 20.5)", "2,755 pounds = money 2755 GBP [2754.5, 2755.5)"],
            ),
            ("the ten-point plan", &["ten = count 10"]),
            ("a quarter-point rise", &["a quarter-point = percent 0.25 [0.23, 0.27] likely [0.235, 0.265]"]),
            ("half a point of inflation", &["half a point = percent 0.5 [0.46, 0.54] likely [0.47, 0.53]"]),
            ("twenty-second", &["twenty-second = ordinal 22"]),
            ("5G networks", &[]),
            ("a G7 plan", &[]),
            ("12 pesos", &["12 pesos = money 12 MXN [11.5, 12.5)"]),
            ("20 pounds", &["20 pounds = money 20 GBP [19.5, 20.5)"]),
            ("€20", &["€20 = money 20 EUR [19.5, 20.5)"]),
            ("20€", &["20€ = money 20 EUR [19.5, 20.5)"]),
            ("EUR 20", &["EUR 20 = money 20 EUR [19.5, 20.5)"]),
            ("20 EUR", &["20 EUR = money 20 EUR [19.5, 20.5)"]),
            ("C$40", &["C$40 = money 40 CAD [39.5, 40.5)"]),
            ("40 Canadian dollars", &["40 Canadian dollars = money 40 CAD [39.5, 40.5)"]),
            ("40 dollars", &["40 dollars = money 40 USD [39.5, 40.5)"]),
            ("40 bucks", &["40 bucks = money 40 USD [39.5, 40.5)"]),
            ("¥500", &["¥500 = money 500 JPY [499.5, 500.5)"]),
        ],
    );
}

#[test]
fn italian() {
    check_readings(
        "it",
        &[
            (
                "il 20% in meno dei 120 milioni.",
                &["20% = percent 20 [19.5, 20.5)", "120 milioni = count 120000000 [119500000, 120500000)"],
            ),
            (
                "circa il 90 per cento delle lampade.",
                &["circa il 90 per cento = percent 90 [81, 99] likely [85.5, 94.5]"],
            ),
            ("quasi la metà delle lampade.", &["quasi la metà = count 0.5 [0.4, 0.5) likely [0.45, 0.5)"]),
            ("circa un centinaio di lampade.", &["circa un centinaio = count 100 [90, 110] likely [95, 105]"]),
            ("una decina di lampade.", &["una decina = count 10 [7.5, 13] likely [8, 12]"]),
            ("decine di lampade.", &["decine = count 20.. [20, ) likely [20, 100)"]),
            ("una trentina di lampade.", &["una trentina = count 30 [22.5, 39] likely [24, 36]"]),
            ("centinaia di lampade.", &["centinaia = count 200.. [200, ) likely [200, 1000)"]),
            ("migliaia di lampade.", &["migliaia = count 2000.. [2000, ) likely [2000, 10000)"]),
            (
                "decine di migliaia di lampade.",
                &["decine di migliaia = count 20000.. [20000, ) likely [20000, 100000)"],
            ),
            ("oltre 300 lampade.", &["oltre 300 = count 300.. (300, ) likely (300, 375]"]),
            ("ben 300 lampade.", &["ben 300 = count 300"]),
            ("appena 300 lampade.", &["appena 300 = count 300"]),
            ("almeno 300 lampade.", &["almeno 300 = count 300.. [300, ) likely [300, 375]"]),
            ("fino a 300 lampade.", &["fino a 300 = count ..300 (, 300] likely [210, 300]"]),
            ("non più di 300 lampade.", &["non più di 300 = count ..300 (, 300] likely [210, 300]"]),
            ("più di 10 e meno di 40 lampade.", &["più di 10 e meno di 40 = count 10..40 (10, 40)"]),
            ("tra 40 e 50 lampade.", &["tra 40 e 50 = count 40..50 [40, 50]"]),
            ("fra le 40 e le 50 lampade.", &["fra le 40 e le 50 = count 40..50 [40, 50]"]),
            ("dalle 40 alle 50 lampade.", &["dalle 40 alle 50 = count 40..50 [40, 50]"]),
            ("da 40 a 50 lampade.", &["da 40 a 50 = count 40..50 [40, 50]"]),
            ("20-30mila lampade.", &["20-30mila = count 20000..30000 [20000, 30000]"]),
            ("un terzo arresto.", &["terzo = ordinal 3"]),
            ("50 centesimi.", &["50 centesimi = money 0.5 EUR [0.495, 0.505)"]),
            (
                "tre centesimi di secondo.",
                &["tre centesimi di secondo = duration 0.03 second [0.0276, 0.0324] likely [0.0282, 0.0318]"],
            ),
            ("ben un chilometro.", &["ben un chilometro = measure 1 km [0.5, 1.5)"]),
            ("quasi una festa.", &[]),
            ("300 feriti circa.", &["300 = count 300 [270, 330] likely [285, 315]"]),
            ("il doppio delle lampade.", &[]),
            ("meno 3 gradi.", &["meno 3 gradi = measure -3 degree [-3.5, -2.5)"]),
            ("20 gradi.", &["20 gradi = measure 20 degree [19.5, 20.5)"]),
            ("20 °C.", &["20 °C = measure 20 C [19.5, 20.5)"]),
            ("20°.", &["20° = measure 20 degree [19.5, 20.5)"]),
            ("20 c.", &["20 = count 20"]),
            ("12 m2.", &["12 m2 = measure 12 m2 [11.5, 12.5)"]),
            ("12 mq.", &["12 mq = measure 12 m2 [11.5, 12.5)"]),
            ("12 metri quadrati.", &["12 metri quadrati = measure 12 m2 [11.5, 12.5)"]),
            ("12 chilometri all'ora.", &["12 chilometri all'ora = measure 12 km/h [11.5, 12.5)"]),
            ("12 km/h.", &["12 km/h = measure 12 km/h [11.5, 12.5)"]),
            ("12 euro al chilo.", &["12 euro = money 12 EUR [11.5, 12.5)"]),
            ("12 litri.", &["12 litri = measure 12 l [11.5, 12.5)"]),
            ("12 ettari.", &["12 ettari = measure 12 ha [11.5, 12.5)"]),
            ("12 tonnellate.", &["12 tonnellate = measure 12 t [11.5, 12.5)"]),
            ("12 punti percentuali.", &["12 punti percentuali = percent 12 [11.5, 12.5)"]),
            ("12 punti base.", &["12 punti base = percent 12 basis-point [11.5, 12.5)"]),
            ("un metro e ottanta.", &["un metro e ottanta = measure 1.8 m [1.795, 1.805)"]),
            ("15 euro e 50 centesimi.", &["15 euro e 50 centesimi = money 15.5 EUR [15.495, 15.505)"]),
            ("15 euro e 50.", &["15 euro e 50 = money 15.5 EUR [15.495, 15.505)"]),
            ("duecento euro e cinquanta.", &["duecento euro = money 200 EUR [199.5, 200.5)", "cinquanta = count 50"]),
            ("un'ora e un quarto.", &["un'ora e un quarto = duration 1.25 hour [1.125, 1.375)"]),
            ("un'ora e mezza.", &["un'ora e mezza = duration 1.5 hour [1.45, 1.55)"]),
            ("12 km, 300 m.", &["12 km = measure 12 km [11.5, 12.5)", "300 m = measure 300 m [299.5, 300.5)"]),
            ("12 km e 300 m.", &["12 km e 300 m = measure 12.3 km [12.2995, 12.3005)"]),
            ("un secondo mandato.", &["secondo = ordinal 2"]),
            ("un secondo.", &["un secondo = duration 1 second [0.6, 1.4)"]),
            ("il secondo.", &[]),
            ("dieci secondi.", &["dieci secondi = duration 10 second [9.6, 10.4)"]),
            ("650 secondo la questura.", &["650 = count 650"]),
        ],
    );
}

#[test]
fn german() {
    check_readings(
        "de",
        &[
            ("zwei Euro fünfzig", &["zwei Euro fünfzig = money 2.5 EUR [2.495, 2.505)"]),
            ("zwei Euro 50", &["zwei Euro 50 = money 2.5 EUR [2.495, 2.505)"]),
            ("12 Prozent", &["12 Prozent = percent 12 [11.5, 12.5)"]),
            ("12 Prozentpunkte", &["12 Prozentpunkte = percent 12 [11.5, 12.5)"]),
            ("12 Grad", &["12 Grad = measure 12 degree [11.5, 12.5)"]),
            ("minus 12 Grad", &["minus 12 Grad = measure -12 degree [-12.5, -11.5)"]),
            ("12 Quadratmeter", &["12 Quadratmeter = measure 12 m2 [11.5, 12.5)"]),
            ("12 Kilometer pro Stunde", &["12 Kilometer pro Stunde = measure 12 km/h [11.5, 12.5)"]),
            ("15 Dollar und 20 Cent", &["15 Dollar und 20 Cent = money 15.2 USD [15.195, 15.205)"]),
        ],
    );
}

#[test]
fn french() {
    check_readings(
        "fr",
        &[
            ("0,25 point", &["0,25 point = percent 0.25 [0.245, 0.255)"]),
            ("14 points", &["14 = count 14"]),
            ("25 points de base", &["25 points de base = percent 25 basis-point [24.5, 25.5)"]),
            ("un mètre quatre-vingts", &["un mètre quatre-vingts = measure 1.8 m [1.795, 1.805)"]),
            ("15 euros 50", &["15 euros 50 = money 15.5 EUR [15.495, 15.505)"]),
            ("15 euros 500", &["15 euros = money 15 EUR [14.5, 15.5)", "500 = count 500"]),
            ("15 euros 50 lampes", &["15 euros = money 15 EUR [14.5, 15.5)", "50 = count 50"]),
            ("une heure et quart", &["une heure et quart = duration 1.25 hour [1.125, 1.375)"]),
            ("deux heures et demie", &["deux heures et demie = duration 2.5 hour [2.45, 2.55)"]),
            ("7 213,40 points", &["7 213,40 = count 7213.4 [7213.395, 7213.405)"]),
        ],
    );
}

#[test]
fn spanish() {
    check_readings(
        "es",
        &[
            ("una hora y cuarto", &["una hora y cuarto = duration 1.25 hour [1.125, 1.375)"]),
            ("dos metros y medio", &["dos metros y medio = measure 2.5 m [2.45, 2.55)"]),
            ("20 por ciento", &["20 por ciento = percent 20 [19.5, 20.5)"]),
            ("veinte grados bajo cero", &["veinte grados bajo cero = measure -20 degree [-20.5, -19.5)"]),
            ("20 pesos", &["20 pesos = money 20 MXN [19.5, 20.5)"]),
        ],
    );
}

#[test]
fn portuguese() {
    check_readings(
        "pt",
        &[
            ("20 por cento", &["20 por cento = percent 20 [19.5, 20.5)"]),
            ("dois metros e meio", &["dois metros e meio = measure 2.5 m [2.45, 2.55)"]),
            ("R$ 20 milhões", &["R$ 20 milhões = money 20000000 BRL [19500000, 20500000)"]),
            ("20 reais", &["20 reais = money 20 BRL [19.5, 20.5)"]),
        ],
    );
}
