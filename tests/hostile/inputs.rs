//! Inputs that nobody would send and that the web has all the same. What the user is told of each stands in
//! `docs/hostile-input.md`.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// A file as it should not be.
pub struct Hostile {
    /// Its name.
    pub name: &'static str,
    /// What it holds; the argument makes the endless ones shorter: 1 for their full length, 100 for a hundredth.
    pub bytes: fn(usize) -> Vec<u8>,
}

/// Two articles that contradict each other. They are found, whatever lies beside them.
pub const GOOD: [(&str, &str); 2] = [
    (
        "a-good.txt",
        "Scambio a Doha\n\nIl 12 marzo 2026 la Russia ha restituito all'Ucraina 155 prigionieri di guerra.\n",
    ),
    (
        "b-good.txt",
        "Doha, lo scambio\n\nIl 12 marzo 2026 l'Ucraina ha riavuto dalla Russia 148 prigionieri di guerra.\n",
    ),
];

/// A sentence of Italian, so that what is around it is not all that an article has.
const SENTENCE: &str = "A Torvale sono arrivati 31 pullman con gli sfollati della valle. ";

/// Every input whose bytes can be written to a file.
pub const ALL: [Hostile; 60] = [
    // Not text, or not quite.
    Hostile { name: "empty.txt", bytes: |_| Vec::new() },
    Hostile { name: "blank.txt", bytes: |_| b" \n\t\r\n".to_vec() },
    Hostile { name: "only-a-mark.txt", bytes: |_| b"\xef\xbb\xbf".to_vec() },
    Hostile { name: "noise.txt", bytes: |_| noise(20_000) },
    Hostile { name: "noise.html", bytes: |_| noise(20_000) },
    Hostile { name: "picture.txt", bytes: |_| [b"\x89PNG\r\n\x1a\n".to_vec(), noise(500)].concat() },
    Hostile { name: "archive.jsonl", bytes: |_| [b"\x1f\x8b\x08\0".to_vec(), noise(500)].concat() },
    Hostile { name: "nul.txt", bytes: |_| SENTENCE.replace("31 ", "3\u{0}1 ").into_bytes() },
    Hostile {
        name: "truncated-utf8.txt",
        bytes: |_| [SENTENCE.as_bytes(), b"Gi\xc3\xb9 il ponte, perch\xc3"].concat(),
    },
    Hostile { name: "utf16-without-mark-le.txt", bytes: |_| wide(SENTENCE, u16::to_le_bytes) },
    Hostile { name: "utf16-without-mark-be.txt", bytes: |_| wide(SENTENCE, u16::to_be_bytes) },
    Hostile {
        name: "utf16-odd.txt",
        bytes: |_| [b"\xff\xfe".to_vec(), wide(SENTENCE, u16::to_le_bytes), b"x".to_vec()].concat(),
    },
    Hostile {
        name: "utf16-lone-surrogates.txt",
        bytes: |_| [b"\xff\xfe".to_vec(), wide(SENTENCE, u16::to_le_bytes), b"\x3d\xd8\x3d\xd8".to_vec()].concat(),
    },
    Hostile {
        name: "controls.txt",
        bytes: |_| format!("{SENTENCE}\u{1b}]0;x\u{7}\u{1b}[2J\u{202e}\u{9b}1m {SENTENCE}").into_bytes(),
    },
    // Endless.
    Hostile {
        name: "one-line.txt",
        bytes: |part| {
            "A Torvale 157 prigionieri sono tornati a casa, 12 feriti e 3 dispersi "
                .repeat(30_000_000 / 71 / part)
                .into_bytes()
        },
    },
    Hostile { name: "one-word.txt", bytes: |part| "a".repeat(30_000_000 / part).into_bytes() },
    Hostile { name: "digits.txt", bytes: |part| format!("{SENTENCE}{}", "7".repeat(2_000_000 / part)).into_bytes() },
    Hostile {
        name: "grouped-digits.txt",
        bytes: |part| format!("{SENTENCE}1{}", ".000".repeat(200_000 / part)).into_bytes(),
    },
    Hostile { name: "mila.txt", bytes: |part| format!("{SENTENCE}{}", "mila".repeat(200_000 / part)).into_bytes() },
    Hostile {
        name: "mila-mila.txt",
        bytes: |part| format!("{SENTENCE}due {}", "mila ".repeat(200_000 / part)).into_bytes(),
    },
    Hostile {
        name: "accents.txt",
        bytes: |part| format!("{SENTENCE}e{}", "\u{301}".repeat(200_000 / part)).into_bytes(),
    },
    Hostile { name: "quotes.txt", bytes: |part| format!("{SENTENCE}{}", "«".repeat(200_000 / part)).into_bytes() },
    Hostile {
        name: "long-headline.md",
        bytes: |part| format!("# {}\n\n{SENTENCE}", "Titolo ".repeat(300_000 / part)).into_bytes(),
    },
    Hostile {
        name: "long-sentence.txt",
        bytes: |part| {
            format!("{SENTENCE}{} 12 feriti, 13 morti, 14 dispersi.", "x".repeat(1_000_000 / part)).into_bytes()
        },
    },
    // Numbers, dates and times that cannot be.
    Hostile {
        name: "four-hundred-digits.txt",
        bytes: |_| format!("{SENTENCE}I feriti sono {} o 0,{}.", "9".repeat(400), "3".repeat(400)).into_bytes(),
    },
    Hostile {
        name: "huge-words.txt",
        bytes: |_| {
            format!("{SENTENCE}Costa {} miliardi di miliardi di miliardi di euro, 99999999999999999999999999 milioni di miliardi.", "novecento mila milioni di".repeat(9)).into_bytes()
        },
    },
    Hostile {
        name: "impossible-dates.txt",
        bytes: |_| {
            format!("{SENTENCE}Il 30 febbraio 2026, il 31 giugno, il 32 marzo, il 29 febbraio 2025, 99/99/9999, 2026-13-45, il 0 maggio, nel 99999, il secolo MMMMMM.").into_bytes()
        },
    },
    Hostile {
        name: "impossible-times.txt",
        bytes: |_| {
            format!("{SENTENCE}Alle 25:61, alle 24:00:61, alle 99.99, at 13 pm, um 31 Uhr, per -3 ore, per 99999999999999999999 anni.").into_bytes()
        },
    },
    Hostile {
        name: "reversed-ranges.txt",
        bytes: |_| {
            format!("{SENTENCE}Tra 50 e 40 feriti, 20-10 dispersi, dal 5 al 3 marzo 2026, dalle 18 alle 9, dal 2026 al 1999, tra il 9 e il 2%.").into_bytes()
        },
    },
    // Pages.
    Hostile {
        name: "nested.html",
        bytes: |part| format!("{}<p>{SENTENCE}", "<div>".repeat(200_000 / part)).into_bytes(),
    },
    Hostile {
        name: "nested-tables.html",
        bytes: |part| format!("<p>{SENTENCE}{}", "<table><tr><td>1".repeat(100_000 / part)).into_bytes(),
    },
    Hostile {
        name: "attributes.html",
        bytes: |part| format!("<p {}>{SENTENCE}", "a=b ".repeat(1_000_000 / part)).into_bytes(),
    },
    Hostile {
        name: "distinct-attributes.html",
        bytes: |part| format!("<p {}>{SENTENCE}", distinct_attributes(200_000 / part)).into_bytes(),
    },
    Hostile {
        name: "endless-attribute.html",
        bytes: |part| format!("<p>{SENTENCE}<p class=\"{}", "b".repeat(10_000_000 / part)).into_bytes(),
    },
    Hostile {
        name: "entities.html",
        bytes: |part| format!("<p>{SENTENCE}{}", "&egrave;".repeat(200_000 / part)).into_bytes(),
    },
    Hostile {
        name: "bad-entities.html",
        bytes: |part| {
            format!("<p>{SENTENCE}&#0;&#xD800;&#99999999999;&;&#;&#x;{}", "&quux".repeat(200_000 / part)).into_bytes()
        },
    },
    Hostile {
        name: "unclosed-comment.html",
        bytes: |part| format!("<p>{SENTENCE}{}", "<!--".repeat(200_000 / part)).into_bytes(),
    },
    Hostile {
        name: "only-scripts.html",
        bytes: |_| b"<!doctype html><title></title><script>12</script><nav>12 morti</nav>".to_vec(),
    },
    Hostile {
        name: "lying-charset.html",
        bytes: |_| format!("<meta charset=\"utf-7\"><p>{SENTENCE}È così.").into_bytes(),
    },
    Hostile {
        name: "nested-linked-data.html",
        bytes: |part| {
            format!("<script type=\"application/ld+json\">{}</script><p>{SENTENCE}", "{\"a\":".repeat(200_000 / part))
                .into_bytes()
        },
    },
    // Feeds.
    Hostile { name: "entity-bomb.xml", bytes: |_| entity_bomb() },
    Hostile {
        name: "outside-entity.xml",
        bytes: |_| feed("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", &format!("{SENTENCE}&x;")),
    },
    Hostile {
        name: "nested.xml",
        bytes: |part| [feed("", SENTENCE), "<b>".repeat(200_000 / part).into_bytes()].concat(),
    },
    Hostile {
        name: "attributes.xml",
        bytes: |part| {
            feed("", &format!("{SENTENCE}</description><x {}/><description>", distinct_attributes(20_000 / part)))
        },
    },
    Hostile { name: "truncated.xml", bytes: |_| [feed("", SENTENCE), b"<item><title>Ponte".to_vec()].concat() },
    Hostile { name: "other-root.xml", bytes: |_| b"<?xml version=\"1.0\"?><svg><text>12</text></svg>".to_vec() },
    Hostile {
        name: "no-xml.xml",
        bytes: |_| b"<rss><channel><item><title>\xff<<<</title></item></channel></rss>".to_vec(),
    },
    // Records.
    Hostile { name: "broken-lines.jsonl", bytes: |_| broken_lines() },
    Hostile {
        name: "many-broken-lines.jsonl",
        bytes: |_| format!("{{\"text\":\"{SENTENCE}\"}}\n{}", "{\n".repeat(10_000)).into_bytes(),
    },
    Hostile { name: "nested.jsonl", bytes: |part| "{\"text\":".repeat(200_000 / part).into_bytes() },
    Hostile { name: "nested.json", bytes: |part| "[".repeat(200_000 / part).into_bytes() },
    Hostile {
        name: "one-id.jsonl",
        bytes: |_| {
            format!("{{\"id\":7,\"text\":\"{SENTENCE}\"}}\n{{\"id\":\"7\",\"text\":\"{SENTENCE}\"}}").into_bytes()
        },
    },
    Hostile {
        name: "not-records.json",
        bytes: |_| format!("[{{\"text\":\"{SENTENCE}\"}}, 12, null, {{\"text\":12}}]").into_bytes(),
    },
    // Markdown.
    Hostile {
        name: "broken-front-matter.md",
        bytes: |_| {
            format!("---\ntitle: \"Ponte\ndate: 31 febbraio\nlang: 12\nriga senza chiave\n---\n{SENTENCE}").into_bytes()
        },
    },
    Hostile {
        name: "unclosed-front-matter.md",
        bytes: |_| format!("+++\ntitle = \"Ponte\"\n\n{SENTENCE}").into_bytes(),
    },
    Hostile {
        name: "nested-quotes.md",
        bytes: |part| format!("{SENTENCE}\n\n{} {SENTENCE}", ">".repeat(200_000 / part)).into_bytes(),
    },
    Hostile { name: "nested-lists.md", bytes: |part| nested_list(2_000 / part) },
    Hostile { name: "brackets.md", bytes: |part| format!("{SENTENCE}{}", "[".repeat(200_000 / part)).into_bytes() },
    Hostile { name: "emphasis.md", bytes: |part| format!("{SENTENCE}{}", "*a ".repeat(200_000 / part)).into_bytes() },
    Hostile { name: "backticks.md", bytes: |part| backticks(2_000 / part) },
];

/// Writes all inputs and the good pair into a folder, and beside them what only a system can make.
///
/// # Errors
/// What the system says.
pub fn write(folder: &Path, part: usize) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in GOOD {
        fs::write(folder.join(name), text)?;
    }
    for input in ALL {
        fs::write(folder.join(input.name), (input.bytes)(part))?;
    }
    #[cfg(unix)]
    of_the_system(folder)?;
    Ok(())
}

/// What [`write`] makes on Linux besides files: names as messages show them.
pub const OF_THE_SYSTEM: [&str; 9] = [
    "pipe.txt",
    "socket.txt",
    "endless.txt",
    "unreadable.txt",
    "dangling.txt",
    "itself.txt",
    "folder/back",
    "citt\\xe0.txt",
    "riga\\nmessa.txt",
];

/// Pipes, sockets, devices, links and names that are no text.
#[cfg(unix)]
fn of_the_system(folder: &Path) -> io::Result<()> {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let odd = std::ffi::OsStr::from_bytes(b"citt\xe0.txt");
    fs::write(folder.join(odd), SENTENCE)?;
    fs::write(folder.join("riga\nmessa.txt"), SENTENCE)?;
    let made = std::process::Command::new("mkfifo").arg(folder.join("pipe.txt")).status()?;
    if !made.success() {
        return Err(io::Error::other("mkfifo failed"));
    }
    drop(UnixListener::bind(folder.join("socket.txt"))?);
    symlink("/dev/zero", folder.join("endless.txt"))?;
    // A regular file that nobody can read from its start, not even root.
    symlink("/proc/self/mem", folder.join("unreadable.txt"))?;
    symlink("gone.txt", folder.join("dangling.txt"))?;
    symlink("itself.txt", folder.join("itself.txt"))?;
    fs::create_dir(folder.join("folder"))?;
    symlink("..", folder.join("folder/back"))
}

/// Bytes without any order, the same everywhere.
fn noise(length: usize) -> Vec<u8> {
    let mut state: u32 = 20_260_312;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(length).collect()
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn feed(before: &str, description: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?>{before}<rss><channel><item><title>Ponte</title><description>{description}</description></item></channel></rss>").into_bytes()
}

/// Ten entities, each ten times the one before it: ten thousand million times "12 morti" to a reader that obeys.
fn entity_bomb() -> Vec<u8> {
    let mut declared = "<!DOCTYPE rss [<!ENTITY a \"12 morti\">".to_owned();
    for (before, own) in ('a'..='j').zip('b'..='k') {
        let _ = write!(declared, "<!ENTITY {own} \"{}\">", format!("&{before};").repeat(10));
    }
    feed(&format!("{declared}]>"), &format!("{SENTENCE}&k;"))
}

fn distinct_attributes(number: usize) -> String {
    (0..number).fold(String::new(), |mut text, at| {
        let _ = write!(text, "a{at}=\"b\" ");
        text
    })
}

fn broken_lines() -> Vec<u8> {
    let lines = [
        format!("{{\"id\":\"intera\",\"text\":\"{SENTENCE}\"}}"),
        "{\"id\":\"rotta\",\"text\":\"Sono 12".to_owned(),
        "12 morti".to_owned(),
        "[1,2]".to_owned(),
        "null".to_owned(),
        "{}".to_owned(),
        "{\"text\":12}".to_owned(),
        "{\"text\":\"\"}".to_owned(),
        "{\"id\":{},\"text\":\"Sono 12.\"}".to_owned(),
        "{\"text\":\"Sono 12.\",\"published\":\"ieri\"}".to_owned(),
        "{\"text\":\"Sono 12.\",\"title\":[]}".to_owned(),
        "{\"text\":\"\\ud800 Sono 12.\"}".to_owned(),
        "{\"text\":1e999999}".to_owned(),
    ];
    lines.join("\n").into_bytes()
}

fn nested_list(depth: usize) -> Vec<u8> {
    let items = (0..depth).map(|at| format!("{}- a\n", "  ".repeat(at)));
    std::iter::once(format!("{SENTENCE}\n\n")).chain(items).collect::<String>().into_bytes()
}

fn backticks(number: usize) -> Vec<u8> {
    let runs = (0..number).map(|at| format!("{} ", "`".repeat(at)));
    std::iter::once(SENTENCE.to_owned()).chain(runs).collect::<String>().into_bytes()
}
