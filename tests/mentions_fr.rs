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

#[test]
fn dates_of_the_story() {
    common::check(
        "fr",
        &[
            ("La semaine suivante, douze villages ont été coupés.", &["date 2026-03-16..2026-03-23", "count 12"]),
            ("Les trois jours suivants ont été calmes.", &["date 2026-03-11..2026-03-14"]),
            ("Les trois derniers mois ont été secs.", &["date 2025-12-10..2026-03-10"]),
            ("La première quinzaine d'avril 2026 sera froide.", &["date 2026-04-01..2026-04-16"]),
            ("Les ventes ont doublé dans la première moitié de l'année 2025.", &["date 2025-01-01..2025-07-01"]),
            ("L'exposition dure jusqu'au 30 avril.", &["date ..2026-05-01"]),
            ("Le barrage sera prêt avant la fin de l'année.", &["date ..2027-01-01"]),
            ("En juillet 98, la ville était en fête.", &["date 1998-07-01..1998-08-01"]),
            ("Le 31 octobre 74 coureurs ont pris le départ.", &["date 2025-10-31..2025-11-01", "count 74"]),
            ("La gare a fermé la veille de Noël.", &["date 2025-12-24..2025-12-25"]),
        ],
    );
}

#[test]
fn hours_and_lengths() {
    common::check(
        "fr",
        &[
            ("La séance a duré deux heures et demie.", &["duration 2.5 hour"]),
            ("Elle est arrivée à deux heures et demie.", &["time 02:30:00"]),
            ("Après 15 heures de vol, l'avion s'est posé.", &["duration 15 hour"]),
            ("Le musée ferme après 20 heures.", &["time 20:00:00.."]),
            ("Il a plu à environ 15 % des stations.", &["percent 15"]),
            ("Le conseil se réunit le 17 entre 14h et 16h.", &["date 2026-03-17T14:00..2026-03-17T16:00"]),
            ("L'arrivée est prévue en fin d'après-midi.", &["time 17:00:00..19:00:00"]),
            ("Le marché ouvre à trois heures et quart cet après-midi.", &["date 2026-03-10T15:15.."]),
        ],
    );
}

#[test]
fn shares_halves_and_signs() {
    common::check(
        "fr",
        &[
            ("Un élève sur cinq redouble.", &["count 0.2"]),
            ("Deux buts sur trois matchs.", &["count 2", "count 3"]),
            ("Une demi-douzaine de bateaux a coulé.", &["count 6"]),
            ("La demi-finale a réuni 22 joueurs.", &["count 22"]),
            ("Trente-six maisons ont brûlé.", &["count 36"]),
            ("La nuit, il a fait - 10 °C à Lyon.", &["measure -10 C"]),
            ("Il gelait : 12 degrés au-dessous de zéro.", &["measure -12 degree"]),
            ("Le bilan - 10 morts - est provisoire.", &["count 10"]),
            ("Les lignes 1 et 3 sont coupées.", &[]),
        ],
    );
}

#[test]
fn times_in_words() {
    common::check(
        "fr",
        &[
            ("Le toit a cédé à quatre heures vingt.", &["time 04:20:00"]),
            ("Il était sept heures moins dix quand le train a déraillé.", &["time 06:50:00"]),
            ("À minuit moins le quart, la police est arrivée.", &["time 23:45:00"]),
            ("À une heure vingt du matin la capsule est remontée.", &["time 01:20:00"]),
            ("Le syndicat appelle à une nouvelle grève.", &[]),
            ("Entre minuit et six heures, il a neigé.", &["time 00:00:00..06:00:00"]),
        ],
    );
}

#[test]
fn units_left_out() {
    common::check(
        "fr",
        &[
            ("Le mur mesure un mètre quatre-vingts.", &["measure 1.8 m"]),
            ("Le café coûte deux euros cinquante.", &["money 2.5 EUR"]),
            ("Le trajet dure une heure et quart.", &["duration 1.25 hour"]),
            ("La réunion a duré deux heures trente.", &["duration 2.5 hour"]),
            ("Il roulait à 90 à l'heure.", &["measure 90 km/h"]),
        ],
    );
}

#[test]
fn ages_beside_names() {
    common::check(
        "fr",
        &[
            ("Lucie Barrault, de 47 ans, a démissionné.", &["age 47 year"]),
            ("Ils sont âgés de 23 à 61 ans.", &["age 23..62 year"]),
            ("Le texte relève l'âge légal de 62 à 64 ans.", &["age 62..65 year"]),
            ("Le contrat, de 12 ans, expire.", &["duration 12 year"]),
        ],
    );
}

#[test]
fn points_and_shares() {
    common::check(
        "fr",
        &[
            ("La participation recule de six points.", &["percent 6"]),
            ("L'inflation recule de trois dixièmes.", &["percent 0.3"]),
            ("Le club compte 41 points.", &["count 41"]),
            ("62 % des hommes et 58 des femmes ont voté.", &["percent 62", "percent 58"]),
        ],
    );
}

#[test]
fn spelled_without_accents() {
    common::check(
        "fr",
        &[
            ("LA SEMAINE DERNIERE, douze pompiers ont été décorés.", &["date 2026-03-02..2026-03-09", "count 12"]),
            ("Le bal a eu lieu la veille de noel.", &["date 2025-12-24..2025-12-25"]),
            ("DEBUT AVRIL, le port a fermé.", &["date 2025-04-01..2025-04-11"]),
        ],
    );
}

#[test]
fn magnitudes_in_letters() {
    common::check("fr", &[("La chaîne compte 250K abonnés et 3M de vues.", &["count 250000", "count 3000000"])]);
}

#[test]
fn dates_in_digits_apart() {
    common::check(
        "fr",
        &[
            ("L'acte a été signé le 14 09 2019 à Bramont.", &["date 2019-09-14..2019-09-15"]),
            ("Le tarif est entré en vigueur en 11 / 2023.", &["date 2023-11-01..2023-12-01"]),
            ("Le stage se tient du 28/2-1/3.", &["date 2026-02-28..2026-03-02"]),
            ("Téléphone du gîte : 04 12 2011 33.", &[]),
        ],
    );
}

#[test]
fn hours_told_by_more_words() {
    common::check(
        "fr",
        &[
            ("Le repas est servi à midi trente.", &["time 12:30:00"]),
            ("La séance reprend à 8 du matin.", &["time 08:00:00"]),
            ("Midi vingt personnes attendaient.", &["time 12:00:00", "count 20"]),
            ("Le conseil se réunit lundi en huit.", &["date 2026-03-23..2026-03-24"]),
        ],
    );
}

#[test]
fn parts_of_a_unit() {
    common::check(
        "fr",
        &[
            ("Ajoutez un quart de litre d'eau, puis ,25 kg de farine.", &["measure 0.25 l", "measure 0.25 kg"]),
            ("L'équipe a perdu en quart de finale.", &[]),
        ],
    );
}

#[test]
fn lengths_in_primes() {
    common::check(
        "fr",
        &[
            ("Le skieur a fini en 58'12''.", &["duration 3492 second"]),
            ("La cycliste a gagné avec 1'05'' d'avance.", &["duration 65 second"]),
            ("Elle mesure 1,75 m, le but est venu à la 67'.", &["measure 1.75 m", "time 67 match-minute"]),
        ],
    );
}

#[test]
fn ranges_that_share_their_hundreds() {
    common::check(
        "fr",
        &[
            ("Quelque 300 à 400 lampes ont été posées.", &["count 270..440"]),
            ("Entre trois et quatre cents personnes ont défilé.", &["count 300..400"]),
            ("Ce fut presque une fête.", &[]),
        ],
    );
}

#[test]
fn ends_and_minutes_told_apart() {
    common::check("fr", &[("La largeur va de 10 - 20 km au nord.", &["measure 10..20 km"])]);
}
