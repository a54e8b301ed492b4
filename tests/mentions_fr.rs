//! What is read in French sentences.

mod common;

#[test]
fn figures() {
    common::check(
        "fr",
        &[
            ("Les secours ont évacué quatre-vingt-dix-sept skieurs.", &["count 97"]),
            ("Soixante et onze barrages ont été levés.", &["count 71"]),
            ("Le musée a reçu 1 250 400 visiteurs.", &["count 1250400"]),
            ("L'usine emploie 3\u{202f}200 salariés.", &["count 3200"]),
            ("Une quarantaine de vignerons ont défilé.", &["count 40"]),
            ("Des milliers de foyers restent sans courant.", &["count 2000.."]),
            ("Plus de 9 800 électeurs ont voté.", &["count 9800.."]),
            ("Au moins douze randonneurs sont portés disparus.", &["count 12.."]),
            ("Deux millions et demi de doses ont été livrées.", &["count 2500000"]),
            ("C'est sa vingt et unième victoire.", &["ordinal 21"]),
            ("Le quatre-vingtième anniversaire du débarquement.", &["ordinal 80"]),
        ],
    );
}

#[test]
fn money_and_measures() {
    common::check(
        "fr",
        &[
            ("Le pont a coûté 4,5 milliards d'euros.", &["money 4500000000 EUR"]),
            ("Le lait se vend 1,15 € le litre.", &["money 1.15 EUR"]),
            ("Le taux recule de 0,25 point.", &["percent 0.25"]),
            ("Il a plu 120 mm en deux heures.", &["measure 120 mm", "duration 2 hour"]),
            ("Le thermomètre est descendu à -12 °C.", &["measure -12 C"]),
            ("Le vent a soufflé à 130 km/h.", &["measure 130 km/h"]),
            ("Marie Aubin, 47 ans, dirige le club.", &["age 47 year"]),
        ],
    );
}

#[test]
fn dates_and_times() {
    common::check(
        "fr",
        &[
            ("L'incendie a pris le 1er février 2026.", &["date 2026-02-01..2026-02-02"]),
            ("Le procès s'est ouvert il y a trois jours.", &["date 2026-03-07..2026-03-08"]),
            ("Le train est parti à 14 h 30.", &["time 14:30:00"]),
            ("La réunion a duré 3 heures.", &["duration 3 hour"]),
            ("Le tribunal a siégé lundi.", &["date 2026-03-09..2026-03-10"]),
            ("La grève dure depuis quinze jours.", &["duration 15 day"]),
            ("Les ventes ont baissé le mois dernier.", &["date 2026-02-01..2026-03-01"]),
            ("Le festival aura lieu du 4 au 22 juillet 2026.", &["date 2026-07-04..2026-07-23"]),
        ],
    );
}

#[test]
fn no_figures() {
    common::check(
        "fr",
        &[
            ("Trois élus ont été entendus.", &["count 3"]),
            ("Sept policiers patrouillent.", &["count 7"]),
            ("Un autobus flambant neuf a brûlé.", &[]),
            ("Caisse de solidarité : 02 40 55 01 20.", &[]),
            ("Le Premier ministre a quitté la salle.", &[]),
            ("Le gouvernement invoque l'article 49.3.", &[]),
            ("L'un des blessés est sorti.", &[]),
        ],
    );
}
