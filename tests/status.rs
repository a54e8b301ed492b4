//! Whether an article says that its figures are first ones, or that they correct earlier ones.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimdiff::claim::Status;
use claimdiff::pipeline::{self, Reading};
use claimdiff::rules::Rules;
use claimdiff::source::{Limits, read_bytes};

fn status(text: &str, rules: &Rules) -> Status {
    let (articles, _) = read_bytes("a.txt", text.as_bytes(), &Limits::default());
    pipeline::claims_of(articles, Vec::new(), rules, &Reading::default()).articles.first().unwrap().info.status
}

#[test]
fn an_article_says_how_it_stands_to_others() {
    let rules = Rules::embedded().unwrap();
    let corrected = [
        "L'istituto di statistica corregge la stima: a maggio i prezzi sono saliti dell'1,4 per cento.",
        "La banca ha rivisto il calcolo: i depositi sono cresciuti del 3 per cento in un anno.",
        "The statistics office revised its growth figure to 0.4 per cent on Monday after new data came in.",
        "Le gouvernement a corrigé le chiffre : le déficit atteint 4,2 % du produit intérieur brut.",
        "El instituto corrige el dato de paro, que queda en el 11,2 por ciento de la población activa.",
        "Das Amt korrigiert seine Angaben: Die Preise sind im Mai um 2,1 Prozent gestiegen.",
        "O instituto corrigiu o valor: a taxa de desemprego foi de 6,4 por cento no trimestre.",
    ];
    let preliminary = [
        "Secondo i dati provvisori del ministero l'affluenza è stata del 54 per cento alla chiusura dei seggi.",
        "Preliminary figures put turnout at 54 per cent when the polling stations closed on Sunday evening.",
        "Nach vorläufigen Angaben stiegen die Ausfuhren im April um 3 Prozent gegenüber dem Vorjahr.",
    ];
    let plain = [
        "La rivista Meridiana ha chiesto ai lettori che cosa leggono: il 12 per cento ha risposto poesia.",
        "All'udienza preliminare il giudice ha rinviato a processo il 40 per cento degli indagati.",
        "Il governo ha ridotto l'aliquota: dal prossimo anno sarà del 20 per cento per le imprese.",
        "The agency downgraded the city's debt after its deficit reached 9 per cent of its income.",
        "A provisional government was sworn in after 60 per cent of members had signed the letter.",
        "La revue littéraire a perdu 15 % de ses abonnés en un an, selon son directeur, qui s'inquiète.",
        "Les prix sont orientés à la hausse : 3 % de plus en un an pour le lait et pour le beurre.",
        "La revista del museo vendió un 15 por ciento más de ejemplares que el año pasado en la ciudad.",
        "O preço do azeite continua em alta e subiu 15 por cento num ano em todas as lojas do país.",
    ];
    for (texts, wanted) in
        [(&corrected[..], Status::Corrected), (&preliminary[..], Status::Preliminary), (&plain[..], Status::Plain)]
    {
        for text in texts {
            assert_eq!(status(text, &rules), wanted, "{text}");
        }
    }
}
