//! The packs that hold, and their examples.

use super::{Outcome, claimdiff, folder, stderr, stdout};

#[test]
fn packs_are_listed_and_shown() -> Outcome {
    let folder =
        folder(&[("claimdiff.toml", b"[rules]\npacks = [\"desk\"]"), ("desk/lexicon/own.toml", b"# of the desk\n")])?;
    let list = stdout(&claimdiff(folder.path(), &["rules", "list"]));
    assert!(list.lines().any(|line| line == "it/hedges.toml"), "{list}");
    assert!(list.lines().any(|line| line == "lexicon/own.toml  desk/lexicon/own.toml"), "{list}");
    assert_eq!(stdout(&claimdiff(folder.path(), &["rules", "show", "lexicon/own.toml"])), "# of the desk\n");
    assert!(stdout(&claimdiff(folder.path(), &["rules", "show", "it/hedges.toml"])).contains("[[hedge]]"));
    Ok(())
}

#[test]
fn examples_of_a_pack_run() -> Outcome {
    let pack = |example: &str| {
        format!(
            "[[concept]]\nid = \"thing.kite\"\nclass = \"thing\"\nit = {{ noun = [\"aquilone\"] }}\n\
             examples = {{ it = [\"{example}\"] }}\n"
        )
    };
    for (example, code) in [("In volo 12 aquiloni.", 0), ("In volo 12 rondini.", 1)] {
        let folder = folder(&[("desk/lexicon/kites.toml", pack(example).as_bytes())])?;
        let assert = claimdiff(folder.path(), &["rules", "test", "desk"]);
        let wrong = stdout(&assert).contains("thing.kite: it example lacks it: In volo 12 rondini.");
        assert_eq!(wrong, code == 1, "{}{}", stdout(&assert), stderr(&assert));
        assert.code(code);
    }
    Ok(())
}
