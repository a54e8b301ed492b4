//! Digits with separators, number words, both mixed.

use super::common::check_readings;

#[test]
fn english() {
    check_readings(
        "en",
        &[
            ("They found 007 lamps.", &[]),
            ("They found 07 lamps.", &["07 = count 7"]),
            ("They found 0.75 of it.", &["0.75 = count 0.75 [0.745, 0.755)"]),
            ("They sold 1,250 lamps.", &["1,250 = count 1250"]),
            ("They sold 1,25 lamps.", &["1,25 = count 1.25 [1.245, 1.255)"]),
            ("They sold 1.250 lamps.", &["1.250 = count 1.25 [1.2495, 1.2505)"]),
            ("They sold 1.250.000 lamps.", &["1.250.000 = count 1250000"]),
            ("They sold 1.250,50 lamps.", &["1.250,50 = count 1250.5 [1250.495, 1250.505)"]),
            ("They sold 1250,500 lamps.", &["1250,500 = count 1250.5 [1250.4995, 1250.5005)"]),
            ("They sold 1,250.5 lamps.", &["1,250.5 = count 1250.5 [1250.45, 1250.55)"]),
            ("They sold 12,34,567 lamps.", &["12,34,567 = count 1234567"]),
            ("They sold 1,23,45,678 lamps.", &["1,23,45,678 = count 12345678"]),
            ("They sold 1 250 lamps.", &["1 250 = count 1250"]),
            ("They sold 1  250 lamps.", &["1 = count 1", "250 = count 250"]),
            ("They sold 1 25 lamps.", &["1 = count 1", "25 = count 25"]),
            ("They sold 1 2500 lamps.", &["1 = count 1", "2500 = count 2500"]),
            ("They sold 1'250 lamps.", &["1'250 = count 1250"]),
            ("They sold 1’250 lamps.", &["1’250 = count 1250"]),
            ("They sold 0,250 lamps.", &["0,250 = count 0.25 [0.2495, 0.2505)"]),
            ("They sold 1,250 ,500 lamps.", &["1,250 = count 1250", "500 = count 500"]),
            ("They sold 79228162514264337593543950335 lamps.", &[]),
            ("They sold 123456789012345678 lamps.", &["123456789012345678 = count 123456789012345678"]),
            ("They walked 2 1/4 miles.", &["2 1/4 miles = measure 2.25 mi [2.245, 2.255)"]),
            (
                "They walked 2.5 1/4 miles.",
                &["2.5 = count 2.5 [2.45, 2.55)", "1/4 miles = measure 0.25 mi [0.23, 0.27] likely [0.235, 0.265]"],
            ),
            (
                "They walked 1000 1/4 miles.",
                &["1000 = count 1000", "1/4 miles = measure 0.25 mi [0.23, 0.27] likely [0.235, 0.265]"],
            ),
            ("They walked 999 1/4 miles.", &["999 1/4 miles = measure 999.25 mi [999.245, 999.255)"]),
            ("They walked 2¼ miles.", &["2¼ miles = measure 2.25 mi [2.245, 2.255)"]),
            ("They walked ¾ mile.", &["¾ mile = measure 0.75 mi [0.745, 0.755)"]),
            ("They walked 5/7 miles.", &[]),
            ("They walked 3/4 miles.", &["3/4 miles = measure 0.75 mi [0.69, 0.81] likely [0.705, 0.795]"]),
            ("They walked 0/4 miles.", &[]),
            ("They walked 4/4 miles.", &[]),
            ("They walked 3/4/5 miles.", &[]),
            ("They spent $2.6-million there.", &["$2.6-million = money 2600000 USD [2550000, 2650000)"]),
            ("They spent 2.6 million there.", &["2.6 million = count 2600000 [2550000, 2650000)"]),
            ("3 hundred and 21 lamps broke.", &["3 hundred and 21 = count 321"]),
            ("3 hundred and 121 lamps broke.", &["3 hundred = count 300 [250, 350)", "121 = count 121"]),
            ("3 hundred and 2.5 lamps broke.", &["3 hundred = count 300 [250, 350)", "2.5 = count 2.5 [2.45, 2.55)"]),
            ("3 thousand and 21 lamps broke.", &["3 thousand = count 3000 [2500, 3500)", "21 = count 21"]),
            ("3 hundred and a lamp broke.", &["3 hundred = count 300 [250, 350)"]),
            ("23 cents were paid.", &["23 cents = money 0.23 USD [0.225, 0.235)"]),
            ("23 hundred lamps.", &["23 hundred = count 2300 [2250, 2350)"]),
            ("twenty-three hundred lamps.", &["twenty-three hundred = count 2300"]),
            ("one million and a half people.", &["one million and a half = count 1500000 [1450000, 1550000)"]),
            (
                "between two hundred and three hundred lamps.",
                &["between two hundred and three hundred = count 200..300 [200, 300]"],
            ),
            ("two hundred and three lamps.", &["two hundred and three = count 203"]),
            ("two hundred and thirty three lamps.", &["two hundred and thirty three = count 233"]),
            ("two hundred thirty lamps.", &["two hundred thirty = count 230"]),
            ("two and a half miles.", &["two and a half miles = measure 2.5 mi [2.45, 2.55)"]),
            ("two-and-a-half miles.", &["two-and-a-half miles = measure 2.5 mi [2.45, 2.55)"]),
            ("two and a half million lamps.", &["two and a half million = count 2500000 [2450000, 2550000)"]),
            (
                "two and three quarters of a mile.",
                &["two and three quarters of a mile = measure 2.75 mi [2.745, 2.755)"],
            ),
            ("two and 3/4 miles.", &["two and 3/4 miles = measure 2.75 mi [2.745, 2.755)"]),
            ("two and two lamps.", &["two = count 2", "two = count 2"]),
            ("two million and a half lamps.", &["two million and a half = count 2500000 [2450000, 2550000)"]),
            ("two point five percent.", &["two point five percent = percent 2.5 [2.45, 2.55)"]),
            ("two point five million lamps.", &["two point five million = count 2500000 [2450000, 2550000)"]),
            (
                "twenty point seventy five percent.",
                &["twenty point seventy five percent = percent 20.75 [20.745, 20.755)"],
            ),
            ("ten ten lamps.", &["ten = count 10", "ten = count 10"]),
            ("twenty ten lamps.", &["twenty = count 20", "ten = count 10"]),
            ("twelve one lamps.", &["twelve = count 12"]),
            ("twenty one lamps.", &["twenty one = count 21"]),
            ("hundred hundred lamps.", &["hundred = count 100", "hundred = count 100"]),
            ("two hundred hundred lamps.", &["two hundred = count 200", "hundred = count 100"]),
            ("zero lamps.", &["zero = count 0"]),
            ("twenty zero lamps.", &["twenty = count 20", "zero = count 0"]),
            ("a hundred lamps.", &["a hundred = count 100"]),
            ("one hundred lamps.", &["one hundred = count 100"]),
            ("a hundred thousand lamps.", &["a hundred thousand = count 100000 [99500, 100500)"]),
            ("hundred thousand lamps.", &["hundred thousand = count 100000 [99500, 100500)"]),
            ("million lamps.", &["million = count 1000000 [500000, 1500000)"]),
            ("nineteen hundred lamps.", &["nineteen hundred = count 1900"]),
            ("eleven hundred and five lamps.", &["eleven hundred and five = count 1105"]),
            ("one thousand one hundred lamps.", &["one thousand one hundred = count 1100"]),
            ("one hundred one thousand lamps.", &["one hundred one thousand = count 101000 [100500, 101500)"]),
            (
                "two thousand thousand lamps.",
                &["two thousand = count 2000 [1500, 2500)", "thousand = count 1000 [500, 1500)"],
            ),
            ("two million three thousand and four lamps.", &["two million three thousand and four = count 2003004"]),
            (
                "two thousand three million lamps.",
                &["two thousand three million = count 2003000000 [1503000000, 2503000000)"],
            ),
            ("half lamps.", &["half = count 0.5 [0.46, 0.54] likely [0.47, 0.53]"]),
            ("half a lamp.", &["half = count 0.5 [0.46, 0.54] likely [0.47, 0.53]"]),
            ("one half lamps.", &["one half = count 0.5 [0.46, 0.54] likely [0.47, 0.53]"]),
        ],
    );
}

#[test]
fn italian() {
    check_readings(
        "it",
        &[
            ("6 milioni e 700mila lampade.", &["6 milioni e 700mila = count 6700000 [6699500, 6700500)"]),
            ("6 milioni 700mila lampade.", &["6 milioni 700mila = count 6700000 [6699500, 6700500)"]),
            (
                "6 milioni e 7 milioni di lampade.",
                &["6 milioni = count 6000000 [5500000, 6500000)", "7 milioni = count 7000000 [6500000, 7500000)"],
            ),
            (
                "6mila e 700mila lampade.",
                &["6mila = count 6000 [5500, 6500)", "700mila = count 700000 [699500, 700500)"],
            ),
            ("2 milioni e mezzo di lampade.", &["2 milioni e mezzo = count 2500000 [2450000, 2550000)"]),
            ("2 milioni e un quarto di lampade.", &["2 milioni e un quarto = count 2250000 [2200000, 2300000)"]),
            (
                "un miliardo e mezzo milione di lampade.",
                &["un miliardo e mezzo milione = count 1000500000 [1000450000, 1000550000)"],
            ),
            ("un miliardo e mezzo di lampade.", &["un miliardo e mezzo = count 1500000000 [1450000000, 1550000000)"]),
            (
                "un milione e mezzo miliardo di lampade.",
                &[
                    "un milione e mezzo = count 1500000 [1450000, 1550000)",
                    "miliardo = count 1000000000 [500000000, 1500000000)",
                ],
            ),
            ("3 mln di lampade.", &["3 mln = count 3000000 [2500000, 3500000)"]),
            ("3 mln. di lampade.", &["3 mln. = count 3000000 [2500000, 3500000)"]),
            ("Sono 3 mln.", &["3 mln = count 3000000 [2500000, 3500000)"]),
            ("3mln€ in tutto.", &["3mln€ = money 3000000 EUR [2500000, 3500000)"]),
            ("3 mila milioni di lampade.", &["3 mila milioni = count 3000000000 [2500000000, 3500000000)"]),
            (
                "tremila miliardi di lampade.",
                &["tremila miliardi = count 3000000000000 [2500000000000, 3500000000000)"],
            ),
            ("due milioni mille lampade.", &["due milioni mille = count 2001000 [2000500, 2001500)"]),
            ("cento e tre quarti.", &["cento e tre quarti = count 100.75 [100.745, 100.755)"]),
            ("due e mezzo chilometri.", &["due e mezzo chilometri = measure 2.5 km [2.45, 2.55)"]),
            ("due chilometri e mezzo.", &["due chilometri e mezzo = measure 2.5 km [2.45, 2.55)"]),
            ("due virgola cinque per cento.", &["due virgola cinque per cento = percent 2.5 [2.45, 2.55)"]),
            ("due virgola cinque due per cento.", &["due virgola cinque due per cento = percent 2.52 [2.515, 2.525)"]),
            (
                "due virgola cinquantadue per cento.",
                &["due virgola cinquantadue per cento = percent 2.52 [2.515, 2.525)"],
            ),
            (
                "due virgola cinque milioni di lampade.",
                &["due virgola cinque milioni = count 2500000 [2450000, 2550000)"],
            ),
            ("ventuno lampade.", &["ventuno = count 21"]),
            ("ventitré lampade.", &["ventitré = count 23"]),
            ("centouno lampade.", &["centouno = count 101"]),
            ("millecinquecento lampade.", &["millecinquecento = count 1500"]),
            ("un centinaio di lampade.", &["un centinaio = count 100 [75, 130] likely [80, 120]"]),
            ("mezzo milione di lampade.", &["mezzo milione = count 500000 [450000, 550000)"]),
        ],
    );
}

#[test]
fn german() {
    check_readings(
        "de",
        &[
            ("zwischen drei und zwanzig Lampen.", &["zwischen drei und zwanzig = count 3..20 [3, 20]"]),
            ("dreiundzwanzig Lampen.", &["dreiundzwanzig = count 23"]),
            ("drei und zwanzig Lampen.", &["drei = count 3", "zwanzig = count 20"]),
            ("zwei Komma fünf Prozent.", &["zwei Komma fünf Prozent = percent 2.5 [2.45, 2.55)"]),
            ("zweieinhalb Meter.", &["zweieinhalb Meter = measure 2.5 m [2.45, 2.55)"]),
            ("anderthalb Meter.", &["anderthalb Meter = measure 1.5 m [1.45, 1.55)"]),
            ("eineinhalb Millionen Lampen.", &["eineinhalb Millionen = count 1500000 [1450000, 1550000)"]),
            ("zwei Komma fünf Millionen Lampen.", &["zwei Komma fünf Millionen = count 2500000 [2450000, 2550000)"]),
            ("hundertein Lampen.", &["hundertein = count 101"]),
            ("tausend Lampen.", &["tausend = count 1000 [500, 1500)"]),
            ("eine Million Lampen.", &["eine Million = count 1000000 [500000, 1500000)"]),
            ("eine halbe Million Lampen.", &["halbe Million = count 500000 [450000, 550000)"]),
            (
                "zwei Millionen dreihunderttausend Lampen.",
                &["zwei Millionen dreihunderttausend = count 2300000 [2299500, 2300500)"],
            ),
            ("zwölfhundert Lampen.", &["zwölfhundert = count 1200"]),
        ],
    );
}

#[test]
fn french() {
    check_readings(
        "fr",
        &[
            ("3 M€ en tout.", &["3 M€ = money 3000000 EUR [2500000, 3500000)"]),
            ("3 M d'euros en tout.", &["3 M d'euros = money 3000000 EUR [2500000, 3500000)"]),
            ("3 M en tout.", &["3 M = measure 3 m [2.5, 3.5)"]),
            ("3 Md€ en tout.", &["3 Md€ = money 3000000000 EUR [2500000000, 3500000000)"]),
            ("deux virgule cinq pour cent.", &["deux virgule cinq pour cent = percent 2.5 [2.45, 2.55)"]),
            ("soixante-dix-sept lampes.", &["soixante-dix-sept = count 77"]),
            ("quatre-vingt-dix-neuf lampes.", &["quatre-vingt-dix-neuf = count 99"]),
            ("quatre-vingts lampes.", &["quatre-vingts = count 80"]),
            ("quatre-vingt lampes.", &["quatre-vingt = count 80"]),
            ("soixante et onze lampes.", &["soixante et onze = count 71"]),
            ("vingt et un lampes.", &["vingt et un = count 21"]),
            ("cent un lampes.", &["cent un = count 101"]),
            ("deux cents lampes.", &["deux cents = count 200"]),
            ("mille lampes.", &["mille = count 1000 [500, 1500)"]),
            ("deux mille trois lampes.", &["deux mille trois = count 2003"]),
            ("septante lampes.", &["septante = count 70"]),
        ],
    );
}

#[test]
fn spanish() {
    check_readings(
        "es",
        &[
            ("3 mil millones de lámparas.", &["3 mil millones = count 3000000000 [2500000000, 3500000000)"]),
            ("tres mil millones de lámparas.", &["tres mil millones = count 3000000000 [2500000000, 3500000000)"]),
            (
                "tres billones doscientos mil millones de lámparas.",
                &["tres billones doscientos mil millones = count 3200000000000 [3199500000000, 3200500000000)"],
            ),
            ("dos coma cinco por ciento.", &["dos coma cinco por ciento = percent 2.5 [2.45, 2.55)"]),
            ("treinta y uno lámparas.", &["treinta y uno = count 31"]),
            ("quinientas lámparas.", &["quinientas = count 500"]),
            ("mil quinientas lámparas.", &["mil quinientas = count 1500"]),
            ("dos docenas de lámparas.", &["dos docenas = count 24 [18, 31.2] likely [19.2, 28.8]"]),
        ],
    );
}

#[test]
fn portuguese() {
    check_readings(
        "pt",
        &[
            ("dois vírgula cinco por cento.", &["dois vírgula cinco por cento = percent 2.5 [2.45, 2.55)"]),
            ("dois milhões e meio de lâmpadas.", &["dois milhões e meio = count 2500000 [2450000, 2550000)"]),
            ("vinte e um mil lâmpadas.", &["vinte e um mil = count 21000 [20500, 21500)"]),
            ("mil e quinhentas lâmpadas.", &["mil e quinhentas = count 1500"]),
            ("cento e uma lâmpadas.", &["cento e uma = count 101"]),
        ],
    );
}
