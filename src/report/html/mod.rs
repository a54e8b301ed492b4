//! The page for a fact-checker: one file that asks nothing of any other.

use super::dossier::{Dossier, Material};
use super::templates::{TemplateError, Templates};
use data_encoding::BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::Write;

/// What the template of the page can use.
#[derive(Serialize)]
struct Page<'a> {
    report: Dossier,
    style: &'a str,
    script: &'a str,
    policy: String,
}

/// Writes the page.
///
/// # Errors
/// What the writer says, or a template of the user's that cannot be filled in.
pub fn write(out: &mut dyn Write, material: &Material<'_>, templates: &Templates) -> Result<(), TemplateError> {
    let (style, script) = (templates.file("style.css"), templates.file("script.js"));
    let page = Page { report: Dossier::new(material), style, script, policy: policy(style, script) };
    Ok(out.write_all(templates.render("report.html", page)?.as_bytes())?)
}

/// A policy under which the page's own style and script run, and nothing else does: no request, no frame, no form.
fn policy(style: &str, script: &str) -> String {
    let allowed = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        allowed(style),
        allowed(script)
    )
}
