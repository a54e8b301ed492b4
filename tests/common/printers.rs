//! Printers of numbers in words, in six languages. They know nothing of the packs: they have tables of their own.

#![allow(dead_code, clippy::unwrap_used, reason = "each test takes what it needs, and one that cannot go on stops")]

/// A language with its printer and a noun to count.
pub struct Printer {
    /// Code of the language.
    pub code: &'static str,
    /// People, so that the number counts something.
    pub noun: &'static str,
    /// A number up to 10^12 in words.
    pub print: fn(u64) -> String,
}

/// All languages.
pub const PRINTERS: [Printer; 6] = [
    Printer { code: "it", noun: "persone", print: italian },
    Printer { code: "en", noun: "people", print: english },
    Printer { code: "de", noun: "Menschen", print: german },
    Printer { code: "fr", noun: "personnes", print: french },
    Printer { code: "es", noun: "soldados", print: spanish },
    Printer { code: "pt", noun: "soldados", print: portuguese },
];

const MILLION: u64 = 1_000_000;
const BILLION: u64 = 1_000_000_000;
/// The greatest number that is printed.
pub const TRILLION: u64 = 1_000_000_000_000;

fn words(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn pick(table: &[&str], at: u64) -> String {
    table[usize::try_from(at).unwrap()].to_owned()
}

// ---- Italian

const IT_SMALL: [&str; 20] = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
];
const IT_TENS: [&str; 10] =
    ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

/// 1–999 as one word, before any accent; nothing for 0.
fn italian_group(n: u64) -> String {
    let hundreds = match n / 100 {
        0 => String::new(),
        1 => "cento".to_owned(),
        more => pick(&IT_SMALL, more) + "cento",
    };
    let mut ten = pick(&IT_TENS, n % 100 / 10);
    hundreds
        + &match (n % 100, n % 10) {
            (0, _) => String::new(),
            (rest @ 1..=19, _) => pick(&IT_SMALL, rest),
            (_, 0) => ten,
            (_, unit) => {
                if matches!(unit, 1 | 8) {
                    ten.pop();
                }
                ten + &pick(&IT_SMALL, unit)
            }
        }
}

/// Up to 999 999 as one word; a final "tre" of a longer word has its accent.
fn italian_thousands(n: u64) -> String {
    let thousands = match n / 1000 {
        0 => String::new(),
        1 => "mille".to_owned(),
        more => italian_group(more) + "mila",
    };
    let word = thousands + &italian_group(n % 1000);
    match word.strip_suffix("tre") {
        Some(stem) if !stem.is_empty() => format!("{stem}tré"),
        _ => word,
    }
}

fn italian(n: u64) -> String {
    let named = |count: u64, one: &str, many: &str| match count {
        0 => String::new(),
        1 => one.to_owned(),
        more => format!("{} {many}", italian_thousands(more)),
    };
    words([
        named(n / BILLION, "un miliardo", "miliardi"),
        named(n / MILLION % 1000, "un milione", "milioni"),
        italian_thousands(n % MILLION),
    ])
}

// ---- English

const EN_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// 1–99; nothing for 0.
fn english_tens(n: u64) -> String {
    match (n, n % 10) {
        (0, _) => String::new(),
        (1..=19, _) => pick(&EN_SMALL, n),
        (_, 0) => pick(&EN_TENS, n / 10),
        (_, unit) => format!("{}-{}", pick(&EN_TENS, n / 10), pick(&EN_SMALL, unit)),
    }
}

/// 1–999; nothing for 0.
fn english_group(n: u64) -> String {
    match (n / 100, n % 100) {
        (0, rest) => english_tens(rest),
        (hundreds, 0) => pick(&EN_SMALL, hundreds) + " hundred",
        (hundreds, rest) => format!("{} hundred and {}", pick(&EN_SMALL, hundreds), english_tens(rest)),
    }
}

fn english(n: u64) -> String {
    let named =
        |count: u64, name: &str| if count == 0 { String::new() } else { format!("{} {name}", english_group(count)) };
    let rest = n % 1000;
    let last =
        if n >= 1000 && (1..100).contains(&rest) { format!("and {}", english_tens(rest)) } else { english_group(rest) };
    words([
        named(n / TRILLION, "trillion"),
        named(n / BILLION % 1000, "billion"),
        named(n / MILLION % 1000, "million"),
        named(n / 1000 % 1000, "thousand"),
        last,
    ])
}

// ---- German

const DE_SMALL: [&str; 20] = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const DE_TENS: [&str; 10] =
    ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

/// 1–999 as one word, a one at its end written as `one`; nothing for 0.
fn german_group(n: u64, one: &str) -> String {
    let hundreds = if n < 100 { String::new() } else { pick(&DE_SMALL, n / 100) + "hundert" };
    hundreds
        + &match (n % 100, n % 10) {
            (0, _) => String::new(),
            (1, _) => one.to_owned(),
            (rest @ 2..=19, _) => pick(&DE_SMALL, rest),
            (rest, 0) => pick(&DE_TENS, rest / 10),
            (rest, unit) => format!("{}und{}", pick(&DE_SMALL, unit), pick(&DE_TENS, rest / 10)),
        }
}

fn german(n: u64) -> String {
    let named = |count: u64, one: &str, many: &str| match count {
        0 => String::new(),
        1 => one.to_owned(),
        more => format!("{} {many}", german_group(more, "eine")),
    };
    let thousands = n / 1000 % 1000;
    let thousands = if thousands == 0 { String::new() } else { german_group(thousands, "ein") + "tausend" };
    words([
        named(n / TRILLION, "eine Billion", "Billionen"),
        named(n / BILLION % 1000, "eine Milliarde", "Milliarden"),
        named(n / MILLION % 1000, "eine Million", "Millionen"),
        thousands + &german_group(n % 1000, "eins"),
    ])
}

// ---- French

const FR_SMALL: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const FR_TENS: [&str; 10] =
    ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];

/// 1–99; seventy and ninety count on from sixty and eighty. Nothing for 0.
fn french_tens(n: u64, plural: &str) -> String {
    let (ten, unit) = if n < 60 { (n / 10, n % 10) } else { (n / 20 * 2, n % 20) };
    match (n, unit) {
        (0, _) => String::new(),
        (1..=19, _) => pick(&FR_SMALL, n),
        (80, _) => pick(&FR_TENS, ten) + plural,
        (_, 0) => pick(&FR_TENS, ten),
        (21..=71, 1 | 11) => format!("{} et {}", pick(&FR_TENS, ten), pick(&FR_SMALL, unit)),
        _ => format!("{}-{}", pick(&FR_TENS, ten), pick(&FR_SMALL, unit)),
    }
}

/// 1–999, with the plural of "cents" and "vingts" at the end; nothing for 0.
fn french_group(n: u64, plural: &str) -> String {
    let rest = french_tens(n % 100, plural);
    let hundreds = match (n / 100, n % 100) {
        (0, _) => String::new(),
        (1, _) => "cent".to_owned(),
        (more, 0) => format!("{} cent{plural}", pick(&FR_SMALL, more)),
        (more, _) => pick(&FR_SMALL, more) + " cent",
    };
    words([hundreds, rest])
}

fn french(n: u64) -> String {
    let named = |count: u64, name: &str| match count {
        0 => String::new(),
        1 => format!("un {name}"),
        more => format!("{} {name}s", french_group(more, "s")),
    };
    let thousands = match n / 1000 % 1000 {
        0 => String::new(),
        1 => "mille".to_owned(),
        more => french_group(more, "") + " mille",
    };
    words([
        named(n / TRILLION, "billion"),
        named(n / BILLION % 1000, "milliard"),
        named(n / MILLION % 1000, "million"),
        thousands,
        french_group(n % 1000, "s"),
    ])
}

// ---- Spanish

const ES_SMALL: [&str; 30] = [
    "cero",
    "un",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiún",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const ES_TENS: [&str; 10] =
    ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const ES_HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

/// 1–999 as before a masculine noun; nothing for 0.
fn spanish_group(n: u64) -> String {
    let hundreds = if n == 100 { "cien".to_owned() } else { pick(&ES_HUNDREDS, n / 100) };
    let rest = match (n % 100, n % 10) {
        (0, _) => String::new(),
        (small @ 1..=29, _) => pick(&ES_SMALL, small),
        (tens, 0) => pick(&ES_TENS, tens / 10),
        (tens, unit) => format!("{} y {}", pick(&ES_TENS, tens / 10), pick(&ES_SMALL, unit)),
    };
    words([hundreds, rest])
}

/// 1–999 999; nothing for 0.
fn spanish_thousands(n: u64) -> String {
    let thousands = match n / 1000 {
        0 => String::new(),
        1 => "mil".to_owned(),
        more => spanish_group(more) + " mil",
    };
    words([thousands, spanish_group(n % 1000)])
}

/// A billion is a million millions.
fn spanish(n: u64) -> String {
    let named = |count: u64, one: &str, many: &str| match count {
        0 => String::new(),
        1 => one.to_owned(),
        more => format!("{} {many}", spanish_thousands(more)),
    };
    words([
        named(n / TRILLION, "un billón", "billones"),
        named(n / MILLION % MILLION, "un millón", "millones"),
        spanish_thousands(n % MILLION),
    ])
}

// ---- Portuguese

const PT_SMALL: [&str; 20] = [
    "zero",
    "um",
    "dois",
    "três",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "catorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
];
const PT_TENS: [&str; 10] =
    ["", "", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"];
const PT_HUNDREDS: [&str; 10] = [
    "",
    "cento",
    "duzentos",
    "trezentos",
    "quatrocentos",
    "quinhentos",
    "seiscentos",
    "setecentos",
    "oitocentos",
    "novecentos",
];

/// 1–999, its parts joined by "e"; nothing for 0.
fn portuguese_group(n: u64) -> String {
    let hundreds = if n == 100 { "cem".to_owned() } else { pick(&PT_HUNDREDS, n / 100) };
    let (tens, units) = match (n % 100, n % 10) {
        (0, _) => (String::new(), String::new()),
        (small @ 1..=19, _) => (String::new(), pick(&PT_SMALL, small)),
        (tens, 0) => (pick(&PT_TENS, tens / 10), String::new()),
        (tens, unit) => (pick(&PT_TENS, tens / 10), pick(&PT_SMALL, unit)),
    };
    [hundreds, tens, units].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" e ")
}

/// A last group below a hundred, or of whole hundreds, is joined by "e".
fn portuguese(n: u64) -> String {
    let named = |count: u64, one: &str, many: &str| match count {
        0 => String::new(),
        1 => one.to_owned(),
        more => format!("{} {many}", portuguese_group(more)),
    };
    let high = words([
        named(n / TRILLION, "um trilhão", "trilhões"),
        named(n / BILLION % 1000, "um bilhão", "bilhões"),
        named(n / MILLION % 1000, "um milhão", "milhões"),
        named(n / 1000 % 1000, "mil", "mil"),
    ]);
    let last = n % 1000;
    let joined = !high.is_empty() && last > 0 && (last < 100 || last.is_multiple_of(100));
    words([high, if joined { "e".to_owned() } else { String::new() }, portuguese_group(last)])
}
