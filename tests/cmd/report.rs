//! The page for a fact-checker.

use super::{Outcome, claimdiff, folder, pair, stderr, stdout};
use std::fs;

#[test]
fn the_name_of_the_file_says_how_it_is_written() -> Outcome {
    let folder = pair()?;
    for (name, start) in [("page.html", "<!doctype html>"), ("ticket.md", "# Numbers and dates"), ("page", "<!doctype")]
    {
        claimdiff(folder.path(), &["report", "a.txt", "b.txt", "-o", name]).code(1);
        assert!(fs::read_to_string(folder.path().join(name))?.starts_with(start), "{name}");
    }
    let assert = claimdiff(folder.path(), &["report", "a.txt", "b.txt", "-o", "-"]);
    assert!(stdout(&assert).ends_with("</html>\n"));
    Ok(())
}

/// Else the quotes of a page would contradict each other in the next one.
#[test]
fn a_page_among_the_articles_is_none_of_them() -> Outcome {
    let folder = pair()?;
    let mut pages = Vec::new();
    for _ in 0..2 {
        claimdiff(folder.path(), &["report", ".", "-o", "page.html"]).code(1);
        pages.push(fs::read(folder.path().join("page.html"))?);
    }
    assert_eq!(pages[0], pages[1]);
    fs::remove_file(folder.path().join("page.html"))?;
    let check = [
        "check",
        "*.*",
        "--output",
        "jsonl=found.jsonl",
        "--output",
        "markdown=found.md",
        "--output",
        "junit=found.xml",
    ];
    for _ in 0..2 {
        let assert = claimdiff(folder.path(), &check);
        assert_eq!(stderr(&assert), "");
        assert.code(1);
    }
    // Named, it is read like any other file.
    let named = claimdiff(folder.path(), &["check", "found.jsonl", "--output", "jsonl=found.jsonl"]);
    assert!(stderr(&named).contains("found.jsonl:1: no field `text`"), "{}", stderr(&named));
    named.code(2);
    Ok(())
}

#[test]
fn the_page_says_how_to_repeat_it() -> Outcome {
    let folder = pair()?;
    claimdiff(folder.path(), &["report", "a.txt", "b.txt", "-o", "l'esito.md"]).code(1);
    let page = fs::read_to_string(folder.path().join("l'esito.md"))?;
    assert!(page.contains("    claimdiff report a.txt b.txt -o 'l'\\''esito.md'\n"), "{page}");
    // As sha256sum prints it for the text of `FIRST`.
    let digest = "51dd947f276d05b327f95532ed20a42d672bb41d8c71c7c9f659bada103f6dea";
    assert!(page.contains(&format!("| a.txt | 96 | `{digest}` |")), "{page}");
    Ok(())
}

#[test]
fn what_cannot_be_read_stands_on_the_page() -> Outcome {
    let folder = pair()?;
    let assert = claimdiff(folder.path(), &["report", "a.txt", "b.txt", "gone.txt", "-o", "page.md"]);
    assert!(stderr(&assert).contains("gone.txt: no such file or folder"));
    assert.code(2);
    let page = fs::read_to_string(folder.path().join("page.md"))?;
    assert!(
        page.contains("## Not compared\n\n- gone.txt: no such file or folder") && page.contains("155 ≠ 148"),
        "{page}"
    );
    Ok(())
}

#[test]
fn the_same_articles_give_the_same_page() -> Outcome {
    let folder = pair()?;
    let page = |paths: &[&str]| -> std::io::Result<String> {
        let arguments: Vec<&str> = [&["report"], paths, &["-o", "page.html", "--fail-on", "never"]].concat();
        claimdiff(folder.path(), &arguments).code(0);
        let page = fs::read_to_string(folder.path().join("page.html"))?;
        Ok(page.replace(&arguments.join(" "), "COMMAND"))
    };
    assert_eq!(page(&["a.txt", "b.txt", "quiet.txt"])?, page(&["quiet.txt", "b.txt", "a.txt"])?);
    Ok(())
}

/// The place is that in the user's file, whether it is no template or uses what there is not, included or not.
#[test]
fn a_broken_template_is_shown_in_its_lines() -> Outcome {
    let folder = pair()?;
    fs::create_dir(folder.path().join("desk"))?;
    let page = "{% for fact in report.facts %}{% include \"fact.html\" %}{% endfor %}";
    for (name, text, place, told) in [
        ("report.html", "<p>\n{{ report.nobody }}", "desk/report.html:2:4", "undefined value"),
        ("report.html", "<p>\n{% fro fact in report.facts %}", "desk/report.html:2:4", "unknown statement fro"),
        ("fact.html", "\n\n{{ fact.gsit|upper }}", "desk/fact.html:3:", "undefined"),
    ] {
        fs::write(folder.path().join("desk/report.html"), page)?;
        fs::write(folder.path().join("desk").join(name), text)?;
        for out in ["page.html", "-"] {
            let assert = claimdiff(folder.path(), &["report", "a.txt", "b.txt", "--templates", "desk", "-o", out]);
            let error = stderr(&assert);
            assert!(error.contains(place) && error.contains(told), "{name}: {error}");
            assert!(error.contains("docs/report.md") && !error.contains("cannot be written"), "{name}: {error}");
            assert.code(2);
        }
        fs::remove_file(folder.path().join("desk").join(name))?;
    }
    assert!(!folder.path().join("page.html").exists());
    Ok(())
}

#[test]
fn a_folder_without_templates_is_told() -> Outcome {
    let folder = pair()?;
    let assert = claimdiff(folder.path(), &["report", "a.txt", "--templates", ".", "-o", "page.html"]);
    assert!(stderr(&assert).contains(".: no template in this folder"), "{}", stderr(&assert));
    assert.code(2);
    assert!(!folder.path().join("page.html").exists());
    Ok(())
}

/// A page is read by people: an age is one number.
#[test]
fn an_age_is_told_as_people_would() -> Outcome {
    let age = |outlet: &str, age: &str| {
        format!(
            "Crollo a Sanzeno\n\n{outlet}, 14 aprile 2026\n\nDalle macerie di via dei Tini a Sanzeno, dopo tredici ore, è stata estratta viva una bambina di {age} anni.\n"
        )
    };
    let folder = folder(&[("a.txt", age("Il Faro", "sei").as_bytes()), ("b.txt", age("La Voce", "otto").as_bytes())])?;
    claimdiff(folder.path(), &["report", "a.txt", "b.txt", "--fail-on", "never", "-o", "page.md"]).code(0);
    let page = fs::read_to_string(folder.path().join("page.md"))?;
    assert!(page.contains("6 years old ≠ 8 years old") && page.contains("| in full years |"), "{page}");
    Ok(())
}

#[test]
fn a_page_that_was_written_is_told() -> Outcome {
    let folder = pair()?;
    let told = stderr(&claimdiff(folder.path(), &["report", "a.txt", "b.txt", "-o", "page.html"]));
    assert!(told.starts_with("note: page.html: 2 articles, ") && told.ends_with(": 1 conflict (1 error)\n"), "{told}");
    assert_eq!(stderr(&claimdiff(folder.path(), &["report", "a.txt", "b.txt", "-o", "page.html", "--quiet"])), "");
    Ok(())
}
