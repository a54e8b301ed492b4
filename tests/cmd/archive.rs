//! The archive from the outside: messages, exit codes, and processes that are killed or meet each other.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop")]

use super::{FIRST, Outcome, QUIET, SECOND, claimdiff, folder, pair, stderr, stdout};
use claimdiff::archive::{Access, Archive};
use snapbox::cmd::cargo_bin;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

#[test]
fn a_batch_is_compared_with_the_archive_and_added() -> Outcome {
    let folder = pair()?;
    let run = |arguments: &[&str]| claimdiff(folder.path(), arguments);
    run(&["archive", "add", "b.txt", "--archive", "claims.db", "--today", "2026-03-20"]).code(0);
    let found = run(&["check", "a.txt", "--archive", "claims.db", "--add", "--format", "jsonl"]);
    assert!(
        stdout(&found).contains("\"class\":\"conflict\"") && stdout(&found).contains("\"b.txt\""),
        "{}",
        stdout(&found)
    );
    assert!(stderr(&found).contains("claims.db: 1 of 1 articles tell a story of this batch"), "{}", stderr(&found));
    assert!(stderr(&found).contains("nothing was added, because this run does not end with 0"), "{}", stderr(&found));
    found.code(1);
    let added = run(&["check", "a.txt", "quiet.txt", "--archive", "claims.db", "--add", "--fail-on", "never"]);
    assert!(stderr(&added).contains("claims.db: 2 added, 0 replaced, 0 already there"), "{}", stderr(&added));
    added.code(0);
    let listed = run(&["archive", "list", "--archive", "claims.db", "--format", "jsonl"]);
    assert_eq!(stdout(&listed).lines().count(), 3);
    assert!(stdout(&listed).contains("\"article\":\"b.txt\"") && stdout(&listed).contains("\"added\":\"2026-03-20\""));
    Ok(())
}

#[test]
fn an_archive_is_begun_only_by_what_can_be_added() -> Outcome {
    let folder = pair()?;
    for (arguments, code) in [
        (&["check", "a.txt", "--archive", "new.db"][..], 2),
        (&["archive", "add", "gone.txt", "--archive", "new.db"], 2),
        (&["check", "a.txt", "b.txt", "--archive", "new.db", "--add"], 1),
        (&["archive", "list", "--archive", "new.db"], 2),
        (&["archive", "list"], 2),
        (&["check", "a.txt", "--add"], 2),
    ] {
        let got = claimdiff(folder.path(), arguments);
        assert!(!folder.path().join("new.db").exists(), "{arguments:?}");
        assert_eq!(got.get_output().status.code(), Some(code), "{arguments:?}: {}", stderr(&got));
    }
    // What cannot be read is named, and the rest is added.
    let got = claimdiff(folder.path(), &["archive", "add", "a.txt", "gone.txt", "--archive", "new.db"]);
    assert!(
        stderr(&got).contains("gone.txt: no such file") && stderr(&got).contains("new.db: 1 added"),
        "{}",
        stderr(&got)
    );
    got.code(2);
    Ok(())
}

#[test]
fn what_is_no_archive_is_told_and_left_alone() -> Outcome {
    let folder = pair()?;
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other)
        .and_then(|it| it.execute_batch("CREATE TABLE t (x)"))
        .map_err(std::io::Error::other)?;
    claimdiff(folder.path(), &["archive", "add", "a.txt", "--archive", "newer.db"]).code(0);
    let newer = rusqlite::Connection::open(folder.path().join("newer.db")).map_err(std::io::Error::other)?;
    newer.pragma_update(None, "user_version", 99).map_err(std::io::Error::other)?;
    drop(newer);
    // SQLite takes one byte for no database yet.
    fs::write(folder.path().join("byte.txt"), "x")?;
    for (archive, told) in [
        ("byte.txt", "byte.txt: not an archive: this is no SQLite database"),
        ("b.txt", "b.txt: not an archive: this is no SQLite database"),
        ("other.db", "other.db: a database, but no archive of claimdiff"),
        ("newer.db", "newer.db: made by a newer claimdiff: its schema is 99"),
        (".", ".: not a file"),
        ("nowhere/x.db", "nowhere/x.db: "),
    ] {
        let before = fs::read(folder.path().join(archive)).ok();
        for arguments in [
            &["archive", "add", "a.txt", "--archive", archive][..],
            &["check", "a.txt", "--archive", archive],
            &["check", "quiet.txt", "--archive", archive, "--add"],
            &["archive", "verify", "--archive", archive],
        ] {
            let got = claimdiff(folder.path(), arguments);
            let text = stderr(&got);
            assert!(text.contains(told) && text.starts_with("error: "), "{arguments:?}: {text}");
            got.code(2);
        }
        assert_eq!(fs::read(folder.path().join(archive)).ok(), before, "{archive}");
    }
    Ok(())
}

#[test]
fn damage_is_told() -> Outcome {
    let folder = pair()?;
    claimdiff(folder.path(), &["archive", "add", ".", "--archive", "claims.db"]).code(0);
    let path = folder.path().join("claims.db");
    let whole = fs::read(&path)?;
    let mut bytes = whole.clone();
    for byte in bytes.iter_mut().skip(3 * 4096) {
        *byte = !*byte;
    }
    fs::write(&path, &bytes)?;
    let got = claimdiff(folder.path(), &["archive", "verify", "--archive", "claims.db"]);
    assert!(stderr(&got).contains("claims.db: "), "{}", stderr(&got));
    got.code(2);
    fs::write(&path, &whole[..whole.len() / 2])?;
    for arguments in [
        &["archive", "verify", "--archive", "claims.db"][..],
        &["archive", "list", "--archive", "claims.db"],
        &["check", "a.txt", "--archive", "claims.db"],
    ] {
        let got = claimdiff(folder.path(), arguments);
        assert!(stderr(&got).contains("claims.db: "), "{arguments:?}: {}", stderr(&got));
        got.code(2);
    }
    Ok(())
}

#[test]
fn names_are_guessed_and_hostile_ones_are_inert() -> Outcome {
    let folder = folder(&[
        ("notizie/ponte.txt", FIRST.as_bytes()),
        ("h.jsonl", b"{\"id\":\"x\",\"title\":\"\\u001b[31mrosso\",\"outlet\":\"\\u202efaro\",\"text\":\"Tre feriti a Sardal.\"}"),
    ])?;
    let run = |arguments: &[&str]| claimdiff(folder.path(), arguments);
    run(&["archive", "add", ".", "--archive", "claims.db"]).code(0);
    let got = run(&["archive", "show", "ponte.txt", "--archive", "claims.db"]);
    assert!(stderr(&got).contains("did you mean `notizie/ponte.txt`?"), "{}", stderr(&got));
    got.code(2);
    for arguments in [
        &["archive", "list", "--archive", "claims.db"][..],
        &["archive", "show", "h.jsonl#x", "--archive", "claims.db"],
        &["archive", "stats", "--archive", "claims.db"],
    ] {
        let text = stdout(&run(arguments));
        assert!(!text.is_empty() && !text.contains(['\u{1b}', '\u{202e}']), "{arguments:?}: {text}");
    }
    let removed = run(&["archive", "remove", "notizie/ponte.txt", "--archive", "claims.db"]);
    assert!(stderr(&removed).contains("1 removed, with 0 earlier versions"), "{}", stderr(&removed));
    run(&["archive", "vacuum", "--archive", "claims.db"]).code(0);
    run(&["archive", "rebuild", "--archive", "claims.db"]).code(0);
    run(&["archive", "verify", "--archive", "claims.db"]).code(0);
    Ok(())
}

#[test]
fn show_prints_the_claims_as_extract_does() -> Outcome {
    let folder = pair()?;
    claimdiff(folder.path(), &["archive", "add", "a.txt", "--archive", "claims.db"]).code(0);
    let shown = claimdiff(folder.path(), &["archive", "show", "a.txt", "--archive", "claims.db", "--format", "jsonl"]);
    let extracted = claimdiff(folder.path(), &["extract", "a.txt", "--format", "jsonl"]);
    assert!(!stdout(&shown).is_empty());
    assert_eq!(stdout(&shown), stdout(&extracted));
    Ok(())
}

fn start(folder: &Path, arguments: &[&str]) -> std::io::Result<Child> {
    let mut command = Command::new(cargo_bin!("claimdiff"));
    command.current_dir(folder).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

/// What an archive holds: names with what they say. None where there is no archive, or nothing was ever added.
fn held(path: &Path) -> Option<Vec<String>> {
    let archive = Archive::open(path, Access::Read).ok()?;
    assert_eq!(archive.verify().unwrap(), Vec::<String>::new());
    let mut held = Vec::new();
    let listed: Result<(), claimdiff::archive::ArchiveError> = archive.list(None, |entry| {
        held.push(format!("{} {} {} {}", entry.article, entry.sha256, entry.claims, entry.earlier_versions));
        Ok(())
    });
    listed.unwrap();
    Some(held)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for end in ["", "-wal", "-shm"] {
        let with = |path: &Path| std::path::PathBuf::from(format!("{}{end}", path.display()));
        match with(from).exists() {
            true => drop(fs::copy(with(from), with(to))?),
            false => drop(fs::remove_file(with(to))),
        }
    }
    Ok(())
}

/// Kills a process that writes at as many moments, from its start to its end, and looks at what is left.
fn kill_everywhere(folder: &Path, arguments: &[&str], before: &Path, rounds: u32) -> std::io::Result<[usize; 2]> {
    let path = folder.join("claims.db");
    let step = Duration::from_millis(2);
    copy(before, &path)?;
    let old = held(&path);
    let mut child = start(folder, arguments)?;
    let mut length = 0;
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None => sleep(step),
        }
        length += 1;
    };
    assert_eq!(status.code(), Some(0), "{arguments:?}");
    let new = held(&path);
    assert_ne!(old, new, "{arguments:?}");
    let mut met = [0, 0];
    let mut chance: u32 = 0x9e37_79b9;
    for round in 0..rounds {
        copy(before, &path)?;
        let mut child = start(folder, arguments)?;
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Every second time near the end, where it is stored.
        let part = if round % 2 == 0 { chance >> 16 } else { 45_000 + (chance >> 16) / 3 };
        sleep(step * length * part / (1 << 16));
        // A process that was slower at first, when nothing of it was in memory, is killed earlier from now on.
        if child.try_wait()?.is_some() {
            length = length * 3 / 4;
        }
        let _ = child.kill();
        child.wait()?;
        let left = held(&path);
        match left {
            left if left == old => met[0] += 1,
            left if left == new => met[1] += 1,
            left => panic!("{arguments:?}: between: {left:?}\nbefore {old:?}\nafter {new:?}"),
        }
    }
    Ok(met)
}

#[test]
fn a_killed_process_leaves_the_archive_as_before_or_after() -> Outcome {
    let folder = tempfile::tempdir()?;
    let write = |name: &str, count: usize, more: usize| -> Outcome {
        fs::create_dir_all(folder.path().join(name))?;
        for at in 0..count {
            let text = FIRST.replace("155", &(100 + at + more).to_string()).replace("Doha", &format!("Sardal{at}"));
            fs::write(folder.path().join(name).join(format!("{at}.txt")), text)?;
        }
        Ok(())
    };
    write("notizie", 30, 0)?;
    claimdiff(folder.path(), &["archive", "add", "notizie", "--archive", "claims.db"]).code(0);
    let before = folder.path().join("before.db");
    copy(&folder.path().join("claims.db"), &before)?;
    // Half of them are corrected, and as many are new.
    write("notizie", 15, 7)?;
    write("notizie/altre", 40, 300)?;
    let none = folder.path().join("none.db");
    for (arguments, before) in [
        (&["archive", "add", "notizie", "--archive", "claims.db"][..], &before),
        (&["archive", "add", "notizie", "--archive", "claims.db"], &none),
        (&["archive", "remove", "notizie/3.txt", "notizie/4.txt", "--archive", "claims.db"], &before),
    ] {
        let met = kill_everywhere(folder.path(), arguments, before, 16)?;
        assert!(met[0] > 0, "{arguments:?}: never killed before the end: {met:?}");
    }
    Ok(())
}

#[test]
fn processes_write_and_read_at_once() -> Outcome {
    let folder = tempfile::tempdir()?;
    for part in ["uno", "due", "tre"] {
        fs::create_dir(folder.path().join(part))?;
        for at in 0..12 {
            let text = SECOND.replace("148", &format!("{}", 148 + at)).replace("Doha", &format!("{part}{at}"));
            fs::write(folder.path().join(part).join(format!("{at}.txt")), text)?;
        }
    }
    fs::write(folder.path().join("q.txt"), QUIET)?;
    claimdiff(folder.path(), &["archive", "add", "q.txt", "--archive", "claims.db"]).code(0);
    let mut running = Vec::new();
    for part in ["uno", "due", "tre"] {
        running.push(start(folder.path(), &["archive", "add", part, "--archive", "claims.db"])?);
        running.push(start(folder.path(), &["check", part, "--archive", "claims.db", "--fail-on", "never"])?);
    }
    for mut child in running {
        assert_eq!(child.wait()?.code(), Some(0));
    }
    assert_eq!(held(&folder.path().join("claims.db")).map(|held| held.len()), Some(37));
    Ok(())
}

/// A file that may not grow stands for a disk that is full.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_archive_as_it_was() -> Outcome {
    let folder = pair()?;
    claimdiff(folder.path(), &["archive", "add", "a.txt", "--archive", "claims.db"]).code(0);
    let path = folder.path().join("claims.db");
    let before = held(&path);
    for at in 0..60 {
        fs::write(folder.path().join(format!("n{at}.txt")), FIRST.replace("155", &(200 + at).to_string()))?;
    }
    let shell = format!(
        "trap '' XFSZ; ulimit -f 64; exec '{}' archive add . --archive claims.db",
        cargo_bin!("claimdiff").display()
    );
    let output = Command::new("sh").args(["-c", &shell]).current_dir(folder.path()).output()?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("claims.db: ") && told.contains("nothing was stored"), "{told}");
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert_eq!(held(&path), before);
    Ok(())
}
