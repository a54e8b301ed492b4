//! What stands beside a figure: units, money, signs, scales.

use super::common::check_readings;

#[test]
fn english() {
    check_readings(
        "en",
        &[
            ("Nearly 300 lamps broke.", &["Nearly 300 = count 300 [240, 300) likely [270, 300)"]),
            ("A quake of magnitude 10 hit.", &["10 = measure 10 magnitude [9.5, 10.5)"]),
            ("A quake of magnitude 11 hit.", &["11 = count 11"]),
            ("The magnitude was 6.1 there.", &["6.1 = measure 6.1 magnitude [6.05, 6.15)"]),
            (
                "On the scale it was a 6.1 (magnitude 6.1).",
                &["6.1 = count 6.1 [6.05, 6.15)", "6.1 = measure 6.1 magnitude [6.05, 6.15)"],
            ),
            ("It was about 10 below zero.", &["about 10 below zero = measure -10 degree [-10.5, -9.5)"]),
            ("A rise of 10 euros - 20 euros.", &["10 euros - 20 euros = money 10..20 EUR [10, 20]"]),
            ("From 44 mg to 50 mg of salt.", &["From 44 mg to 50 mg = measure 44..50 mg [44, 50]"]),
            (
                "Between 44 mg and 44 mg of salt.",
                &["44 mg = measure 44 mg [43.5, 44.5)", "44 mg = measure 44 mg [43.5, 44.5)"],
            ),
            (
                "Between 44 mg or 50 mg of salt.",
                &["44 mg = measure 44 mg [43.5, 44.5)", "50 mg = measure 50 mg [49.5, 50.5)"],
            ),
            ("44 mg and 50 mg of salt.", &["44 mg = measure 44 mg [43.5, 44.5)", "50 mg = measure 50 mg [49.5, 50.5)"]),
            ("$85m to $90m was spent.", &["$85m to $90m = money 85000000..90000000 USD [85000000, 90000000]"]),
            ("$85x to $90x was spent.", &["$85 = money 85 USD [84.5, 85.5)", "$90 = money 90 USD [89.5, 90.5)"]),
            ("About 10 kg to 20 kg of flour.", &["About 10 kg to 20 kg = measure 9..22 kg [9, 22] likely [9.5, 21]"]),
            (
                "10 minutes - 20 minutes.",
                &["10 minutes = duration 10 minute [9.6, 10.4)", "20 minutes = duration 20 minute [19.6, 20.4)"],
            ),
            ("Minus three.", &["Minus three = count -3 [-3.5, -2.5)"]),
            ("Growth was minus 3.", &["minus 3 = count -3 [-3.5, -2.5)"]),
            ("He fired a .38 at them.", &[]),
            (".08 percent", &[".08 percent = percent 0.08 [0.075, 0.085)"]),
            (".08", &[".08 = count 0.08 [0.075, 0.085)"]),
            ("She is the number 11.", &[]),
            ("300 lamps or so broke.", &["300 = count 300 [270, 330] likely [285, 315]"]),
            ("300 workers at least came.", &["300 = count 300.. [300, ) likely [300, 375]"]),
            ("300 at least 20 came.", &["300 = count 300", "at least 20 = count 20.. [20, ) likely [20, 25]"]),
            (
                "48.3% and over eight points of inflation.",
                &["48.3% = percent 48.3 [48.25, 48.35)", "over eight points = percent 8.. (8, ) likely (8, 9)"],
            ),
            ("50 or more days of rain.", &["50 or more days = duration 50.. day [50, ) likely [50, 62.5]"]),
            ("50 or more 20 days.", &["50 = count 50", "20 days = duration 20 day [19.6, 20.4)"]),
            (
                "5000 or more than 4500 people.",
                &["5000 = count 5000", "more than 4500 = count 4500.. (4500, ) likely (4500, 5625]"],
            ),
            ("$-99.99 was shown.", &["$-99.99 = money -99.99 USD [-99.995, -99.985)"]),
            ("US$-99 was shown.", &["US$-99 = money -99 USD [-99.5, -98.5)"]),
            (
                "About €18.7bn was paid.",
                &["About €18.7bn = money 18700000000 EUR [16830000000, 20570000000] likely [17765000000, 19635000000]"],
            ),
            (
                "More than $10-15 million was paid.",
                &["More than $10-15 million = money 10000000.. USD (10000000, ) likely (10000000, 12500000]"],
            ),
            ("$10 or more was paid.", &["$10 or more = money 10.. USD [10, ) likely [10, 12.5]"]),
            ("£85m was paid.", &["£85m = money 85000000 GBP [84500000, 85500000)"]),
            ("£85 m was paid.", &["£85 = money 85 GBP [84.5, 85.5)"]),
            ("£85 million m was paid.", &["£85 million = money 85000000 GBP [84500000, 85500000)"]),
            ("£2.5k was paid.", &["£2.5k = money 2500 GBP [2450, 2550)"]),
            ("$1.2T was paid.", &["$1.2T = money 1200000000000 USD [1150000000000, 1250000000000)"]),
            ("a $3-a-day fare", &["$3 = money 3 USD [2.5, 3.5)"]),
            ("a $3 a day fare", &["$3 = money 3 USD [2.5, 3.5)"]),
            ("It was 5 degrees below zero.", &["5 degrees below zero = measure -5 degree [-5.5, -4.5)"]),
            ("- 10 °C", &["- 10 °C = measure -10 C [-10.5, -9.5)"]),
            ("- 10 metres", &["10 metres = measure 10 m [9.5, 10.5)"]),
            ("a magnitude 5.4 quake", &["5.4 = measure 5.4 magnitude [5.35, 5.45)"]),
            ("a metre away", &["a metre = measure 1 m [0.5, 1.5)"]),
            ("12 dollars a month", &["12 dollars = money 12 USD [11.5, 12.5)"]),
            ("12 of 30 won.", &["12 = count 12", "30 = count 30"]),
            ("999 won were paid.", &["999 = count 999"]),
            ("1000 won were paid.", &["1000 won = money 1000 KRW [999.5, 1000.5)"]),
            ("30 thousand won were paid.", &["30 thousand won = money 30000 KRW [29500, 30500)"]),
            ("a £25 fee", &["£25 = money 25 GBP [24.5, 25.5)"]),
            ("One £25 fee", &["£25 = money 25 GBP [24.5, 25.5)"]),
            ("Half a million dollars.", &["Half a million dollars = money 500000 USD [450000, 550000)"]),
            ("-5 euros", &["-5 euros = money -5 EUR [-5.5, -4.5)"]),
            ("-5 months", &["5 months = duration 5 month [4.6, 5.4)"]),
            ("-5 km", &["5 km = measure 5 km [4.5, 5.5)"]),
            ("-5%", &["-5% = percent -5 [-5.5, -4.5)"]),
            ("-5 percentage points", &["-5 percentage points = percent -5 [-5.5, -4.5)"]),
            ("-5 basis points", &["-5 basis points = percent -5 basis-point [-5.5, -4.5)"]),
            ("-5 degrees", &["-5 degrees = measure -5 degree [-5.5, -4.5)"]),
            ("80 USD million", &["80 USD million = money 80000000 USD [79500000, 80500000)"]),
            ("2m litres", &["2m litres = measure 2000000 l [1500000, 2500000)"]),
            ("2m l", &["2m = measure 2 m [1.5, 2.5)"]),
            ("2m miles", &["2m miles = measure 2000000 mi [1500000, 2500000)"]),
            ("2m euros", &["2m euros = money 2000000 EUR [1500000, 2500000)"]),
            ("1,2M", &["1,2M = count 1200000 [1150000, 1250000)"]),
            ("1.2M", &["1.2M = count 1200000 [1150000, 1250000)"]),
            ("1.2 M", &["1.2 M = measure 1.2 m [1.15, 1.25)"]),
            ("1.2m", &["1.2m = measure 1.2 m [1.15, 1.25)"]),
            ("12M", &["12M = count 12000000 [11500000, 12500000)"]),
            ("2.5m people", &["2.5m = count 2500000 [2450000, 2550000)"]),
            ("2.5m copies", &["2.5m = count 2500000 [2450000, 2550000)"]),
            ("2.5m wide", &["2.5m = measure 2.5 m [2.45, 2.55)"]),
            ("2.5m Copies", &["2.5m = measure 2.5 m [2.45, 2.55)"]),
            ("10m people", &["10m = count 10000000 [9500000, 10500000)"]),
            ("10m copies", &["10m = measure 10 m [9.5, 10.5)"]),
            ("10m wall", &["10m = measure 10 m [9.5, 10.5)"]),
            ("10.5m walls", &["10.5m = count 10500000 [10450000, 10550000)"]),
            ("twice a day", &[]),
            ("5% a year", &["5% = percent 5 [4.5, 5.5)"]),
            ("12 a year", &["12 = count 12"]),
            ("nearly a year", &["nearly a year = duration 1 year [0.8, 1) likely [0.9, 1)"]),
            ("was a year", &["a year = duration 1 year [0.6, 1.4)"]),
            ("seven years", &["seven years = duration 7 year [6.6, 7.4)"]),
            ("7 years", &["7 years = duration 7 year [6.6, 7.4)"]),
            ("7.5 years", &["7.5 years = duration 7.5 year [7.45, 7.55)"]),
            ("about 7 years", &["about 7 years = duration 7 year [6.3, 7.7] likely [6.65, 7.35]"]),
            ("seven months", &["seven months = duration 7 month [6.6, 7.4)"]),
            ("two hours and a half", &["two hours and a half = duration 2.5 hour [2.45, 2.55)"]),
            ("two hours 30", &["two hours = duration 2 hour [1.6, 2.4)", "30 = count 30"]),
        ],
    );
}

#[test]
fn italian() {
    check_readings(
        "it",
        &[
            ("Una scossa di magnitudo (5,4) a Torvale.", &["5,4 = measure 5.4 magnitude [5.35, 5.45)"]),
            ("Una scossa di magnitudo tra 5 e 6 a Torvale.", &["tra 5 e 6 = measure 5..6 magnitude [5, 6]"]),
            ("Erano 10 sotto zero.", &["10 sotto zero = measure -10 degree [-10.5, -9.5)"]),
            ("Erano circa 10 gradi sotto zero.", &["circa 10 gradi sotto zero = measure -10 degree [-10.5, -9.5)"]),
            ("- 1.200.000", &["- 1.200.000 = count -1200000 [-1200000.5, -1199999.5)"]),
            ("-5", &["-5 = count -5 [-5.5, -4.5)"]),
            ("Un'ora e mezza dopo partì.", &["Un'ora e mezza dopo = date 2026-03-10..2026-03-11"]),
            ("lui del '60", &[]),
            ("nell'87 vinse", &[]),
            ("l'1,8 per cento", &["1,8 per cento = percent 1.8 [1.75, 1.85)"]),
            ("l'87 per cento", &["87 per cento = percent 87 [86.5, 87.5)"]),
            ("Erano 2h.", &["2h = duration 2 hour [1.6, 2.4)"]),
            ("Sale di sei decimi in più la disoccupazione.", &["sei decimi = percent 0.6 [0.595, 0.605)"]),
            ("Andava a 90 all'ora.", &["90 all'ora = measure 90 km/h [89.5, 90.5)"]),
            ("Ne fanno tre all'ora.", &["tre = count 3"]),
            ("Ne fanno 9 all'ora.", &["9 = count 9"]),
            ("Ne fanno 10 all'ora.", &["10 all'ora = measure 10 km/h [9.5, 10.5)"]),
        ],
    );
}

#[test]
fn german() {
    check_readings(
        "de",
        &[
            ("Ein Beben der Stärke 6 bei Torvale.", &["6 = measure 6 magnitude [5.5, 6.5)"]),
            ("Die Elf gewann.", &[]),
            ("Die elf Spieler kamen.", &["elf = count 11"]),
            ("Die Hundert kamen.", &["Hundert = count 100"]),
            ("Eine 100er Packung.", &[]),
            ("20- bis 30-Jährige kamen.", &["20- bis 30-Jährige = age 20..31 year [20, 31)"]),
        ],
    );
}

#[test]
fn french() {
    check_readings(
        "fr",
        &[
            ("Un séisme de magnitude 5,4 à Valmora.", &["5,4 = measure 5.4 magnitude [5.35, 5.45)"]),
            ("La demi-finale du 12 mars.", &["12 mars = date 2026-03-12..2026-03-13"]),
        ],
    );
}

#[test]
fn spanish() {
    check_readings(
        "es",
        &[
            ("Un sismo de magnitud de 5,4 en Valmora.", &["5,4 = measure 5.4 magnitude [5.35, 5.45)"]),
            ("El paro sube tres décimas.", &["tres décimas = percent 0.3 [0.295, 0.305)"]),
            ("Cortaron tres décimas del terreno.", &["tres décimas = count 0.3 [0.276, 0.324] likely [0.282, 0.318]"]),
        ],
    );
}

#[test]
fn portuguese() {
    check_readings(
        "pt",
        &[
            ("Um sismo de magnitude 5,4 em Valmora.", &["5,4 = measure 5.4 magnitude [5.35, 5.45)"]),
            (
                "210 ou mais de 190 pessoas.",
                &["210 = count 210", "mais de 190 = count 190.. (190, ) likely (190, 237.5]"],
            ),
        ],
    );
}
