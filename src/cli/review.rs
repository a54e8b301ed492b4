//! What the settings make of findings, before anything is shown.

use super::config::{Level, Settings};
use claimdiff::claim::Claim;
use claimdiff::finding::{Finding, Places, Severity};

/// Gives every finding the severity that the settings want, takes out what they switch off, and puts the most trusted
/// outlet first.
pub fn review(findings: &mut Vec<Finding>, settings: &Settings) {
    findings.retain_mut(|finding| {
        let level = [finding.check, finding.class.name()].iter().find_map(|name| settings.severities.get(*name));
        finding.review.severity = match level {
            Some(Level::Off) => return false,
            Some(Level::Error) => Some(Severity::Error),
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Note) => Some(Severity::Note),
            None => Some(finding.class.severity_from(finding.confidence, settings.error_from)),
        };
        true
    });
    for finding in findings {
        if let Places::Between(a, b) = &mut finding.places
            && rank(b, settings) < rank(a, settings)
        {
            std::mem::swap(a, b);
        }
    }
}

/// Place of the outlet in the order of trust; those that are not listed come last.
fn rank(claim: &Claim, settings: &Settings) -> usize {
    let outlet = claim.article.outlet.as_ref();
    let known = outlet.and_then(|outlet| settings.trust.iter().position(|trusted| trusted == outlet));
    known.unwrap_or(usize::MAX)
}
