//! Identity of a finding: the articles, the check, the question and the values; no offsets, no order.

use crate::claim::{Answer, Claim, Term};
use sha2::{Digest, Sha256};
use std::fmt;

/// A stable name for a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Fingerprint {
    /// The fingerprint of a check over some claims, whatever their order.
    pub fn new(check: &str, claims: &[&Claim]) -> Self {
        let mut sides: Vec<String> = claims
            .iter()
            .map(|claim| format!("{}\u{1f}{}\u{1f}{}", claim.article.id, question(claim), canonical(&claim.answer)))
            .collect();
        sides.sort();
        Self(digest(&format!("{check}\u{1e}{}", sides.join("\u{1e}"))))
    }
}

fn question(claim: &Claim) -> String {
    let subject = claim.subject.as_ref();
    let counted = subject.and_then(|subject| subject.counted.as_ref()).map_or("", Term::key);
    let event = subject.and_then(|subject| subject.events.first()).map_or("", Term::key);
    format!("{}/{counted}/{event}", claim.kind().name())
}

/// The value in its base unit, so that a change of notation is no new finding.
fn canonical(answer: &Answer) -> String {
    match answer {
        Answer::Quantity(quantity) => match quantity.base_extent() {
            Some(extent) => format!(
                "{:?}",
                (extent.strict().min().map(|v| v.normalize()), extent.strict().max().map(|v| v.normalize()))
            ),
            None => format!("{:?}", quantity.nominal),
        },
        other => format!("{other:?}"),
    }
}

/// The first 64 bits of SHA-256: whoever writes an article cannot give a finding the fingerprint of an accepted one.
fn digest(text: &str) -> u64 {
    Sha256::digest(text.as_bytes()).iter().take(8).fold(0, |bits, byte| (bits << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_other_programs() {
        // From FIPS 180-2, appendix B.1.
        assert_eq!(Fingerprint(digest("abc")).to_string(), "ba7816bf8f01cfea");
    }
}
