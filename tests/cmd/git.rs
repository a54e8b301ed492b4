//! Batches kept in git, and git as the caller.

use super::{FIRST, SECOND, claimdiff, pair, stderr, stdout};
use snapbox::cmd::cargo_bin;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Output};

fn git(folder: &Path, arguments: &[&str]) -> io::Result<Output> {
    let program = cargo_bin!("claimdiff").display().to_string();
    Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "core.pager=cat"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_EXTERNAL_DIFF", format!("'{program}' diff"))
        .env_remove("NO_COLOR")
        .output()
}

/// A repository with both articles, of which the second has changed since.
fn repository() -> io::Result<tempfile::TempDir> {
    let folder = pair()?;
    for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "news"]] {
        let output = git(folder.path(), arguments)?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    fs::write(folder.path().join("b.txt"), SECOND.replace("148", "149"))?;
    Ok(folder)
}

#[test]
fn only_what_changed_counts() -> io::Result<()> {
    let folder = repository()?;
    fs::create_dir(folder.path().join("old"))?;
    let check = |folder: &Path, extra: &[&str]| claimdiff(folder, &[&["check", "a.txt", "b.txt"], extra].concat());
    check(folder.path(), &["--changed-since", "HEAD"]).code(1);
    git(folder.path(), &["commit", "-q", "-a", "-m", "more"])?;
    check(folder.path(), &["--changed-since", "HEAD"]).code(0);
    check(folder.path(), &["--changed-since", "HEAD~1"]).code(1);
    fs::write(folder.path().join("new.txt"), SECOND)?;
    let assert = claimdiff(folder.path(), &["check", ".", "--changed-since", "HEAD", "--format", "jsonl"]);
    let text = stdout(&assert);
    assert!(!text.is_empty() && text.lines().all(|line| line.contains("new.txt")), "{text}");
    let assert = check(folder.path(), &["--changed-since", "--output=x"]);
    assert!(stderr(&assert).contains("--changed-since"), "{}", stderr(&assert));
    assert.code(2);
    let assert = check(folder.path(), &["--changed-since", "nowhere"]);
    assert!(stderr(&assert).starts_with("error: git: "), "{}", stderr(&assert));
    assert.code(2);
    Ok(())
}

/// A name that is no text would otherwise hide what a change brings in.
#[cfg(unix)]
#[test]
fn odd_names_do_not_hide_a_change() -> io::Result<()> {
    use std::os::unix::ffi::OsStrExt;

    for name in [&b"citt\xe0.txt"[..], b"riga\nmessa.txt", b"a#b.txt", b"#.txt"] {
        let folder = repository()?;
        git(folder.path(), &["commit", "-q", "-a", "-m", "more"])?;
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), SECOND)?;
        claimdiff(folder.path(), &["check", ".", "--changed-since", "HEAD"]).code(1);
    }
    Ok(())
}

#[test]
fn git_shows_what_articles_claim_before_and_after() -> io::Result<()> {
    let folder = repository()?;
    fs::remove_file(folder.path().join("a.txt"))?;
    fs::write(folder.path().join("new.txt"), FIRST)?;
    git(folder.path(), &["add", "."])?;
    let output = git(folder.path(), &["diff", "--ext-diff", "--no-renames", "HEAD"])?;
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(text.contains("A  a/b.txt:3:") && text.contains("B  b/b.txt:3:"), "{text}");
    assert!(text.contains("a.txt: deleted") && text.contains("new.txt: new"), "{text}");
    let renamed = git(folder.path(), &["diff", "--ext-diff", "--find-renames", "HEAD"])?;
    assert!(renamed.status.success(), "{}", String::from_utf8_lossy(&renamed.stderr));
    Ok(())
}

#[test]
fn git_compares_articles_by_their_claims() -> io::Result<()> {
    let folder = repository()?;
    fs::write(folder.path().join(".gitattributes"), "*.txt diff=claims\n")?;
    let program = cargo_bin!("claimdiff").display().to_string();
    let convert = format!("f() {{ '{program}' extract --format text \"$1\" || :; }}; f");
    git(folder.path(), &["config", "diff.claims.textconv", &convert])?;
    let diff = || git(folder.path(), &["diff", "--no-ext-diff", "HEAD", "--", "b.txt"]);
    let output = diff()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let changed =
        |sign: &str| text.lines().filter(|line| line.starts_with(sign) && line.contains(" prigionieri")).count();
    assert!(
        text.contains("\n-prigionieri di guerra: 148 ") && text.contains("\n+prigionieri di guerra: 149 "),
        "{text}"
    );
    assert_eq!((changed("-"), changed("+")), (1, 1), "{text}");
    // A line that moves is no claim that changes.
    fs::write(folder.path().join("b.txt"), format!("\n\n{SECOND}"))?;
    let moved = diff()?;
    assert!(moved.status.success() && !String::from_utf8_lossy(&moved.stdout).contains("@@"), "{moved:?}");
    // An emptied article claims nothing any more.
    fs::write(folder.path().join("b.txt"), "")?;
    let emptied = diff()?;
    let text = String::from_utf8_lossy(&emptied.stdout);
    assert!(emptied.status.success() && text.contains("\n-prigionieri di guerra: 148 "), "{emptied:?}");
    Ok(())
}

#[test]
fn difftool_passes_two_files() -> io::Result<()> {
    let folder = repository()?;
    let program = format!("'{}' diff", cargo_bin!("claimdiff").display());
    let output = git(folder.path(), &["difftool", "--no-prompt", "--extcmd", &program, "HEAD"])?;
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("148") && text.contains("149"), "{text}{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}
