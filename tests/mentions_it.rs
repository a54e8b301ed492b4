//! Italian mentions by topic: what must be read, and what must be left alone.

mod common;

#[test]
fn figures() {
    common::check(
        "it",
        &[
            ("La rete 5G copre 40 comuni.", &["count 40"]),
            ("Un G7 a Fiuggi, poi un G20.", &[]),
            ("Una dose da 5g e 20m di corda.", &["measure 5 g", "measure 20 m"]),
            ("Sfrattate 55mila famiglie.", &["count 55000"]),
            ("La diga contiene due milioni e mezzo di metri cubi.", &["measure 2500000 m3"]),
            ("Arrivano 15 mila turisti.", &["count 15000"]),
            ("Piazza Verdi ospita 15 mila tifosi.", &["count 15000"]),
            ("Un milione e mezzo di abbonati.", &["count 1500000"]),
            ("Spesi 6 milioni e 700mila euro.", &["money 6700000 EUR"]),
            ("Circa 300 ulivi abbattuti.", &["count 300"]),
            ("Almeno dodici contusi.", &["count 12.."]),
            ("Tra 40 e 50 barche in gara.", &["count 40..50"]),
            ("Da 20 a 30mila firme.", &["count 20000..30000"]),
            ("Una ventina di cavalli è fuggita.", &["count 20"]),
            ("Non vota uno su tre.", &["count 0.3333333333333333333333333333"]),
            ("Il titolo cede -2,4% in apertura.", &["percent -2.4"]),
            ("Il bando vale tra 10 euro e 20 euro a famiglia.", &["money 10..20 EUR"]),
            ("Il piano in 28 punti è fermo.", &["count 28"]),
            ("Il ventesimo raduno e la centosettesima fiera.", &["ordinal 20", "ordinal 107"]),
        ],
    );
}

#[test]
fn ages_and_lengths_of_time() {
    common::check(
        "it",
        &[
            ("La sessantenne guidava il trattore.", &["age 60 year"]),
            ("Lia Corsi, 34 anni, fornaia.", &["age 34 year"]),
            ("Il concerto è durato due ore.", &["duration 2 hour"]),
            ("Hanno suonato per due ore e mezza.", &["duration 2.5 hour"]),
            ("Un secondo mandato per la preside.", &["ordinal 2"]),
        ],
    );
}

#[test]
fn dates() {
    common::check(
        "it",
        &[
            ("La mostra chiude domenica 15 marzo 2026.", &["date 2026-03-15..2026-03-16"]),
            ("Un mese fa la frana.", &["date 2026-02-10..2026-02-11"]),
            ("Il mercato riapre dal 4 al 22 marzo.", &["date 2026-03-04..2026-03-23"]),
            ("Il 20 del prossimo mese si vota.", &["date 2026-04-20..2026-04-21"]),
            ("Il primo lunedì di maggio 2026.", &["date 2026-05-04..2026-05-05"]),
            ("Negli ultimi tre giorni ha nevicato.", &["date 2026-03-07..2026-03-10"]),
            ("Il dato del terzo trimestre 2025.", &["date 2025-07-01..2025-10-01"]),
            ("I ricavi del Q4 2025 calano.", &["date 2025-10-01..2026-01-01"]),
            ("La consegna entro giugno 2026.", &["date ..2026-07-01"]),
            ("Venerdì 6 la protesta è rientrata.", &["date 2026-03-06..2026-03-07"]),
            ("La protesta di venerdì 6.", &["date 2026-03-06..2026-03-07"]),
            ("Ieri alle 22.15 la scossa.", &["date 2026-03-09T22:15.."]),
            ("Dalle 9:30 alle 11:00 di ieri.", &["date 2026-03-09T09:30..2026-03-09T11:00"]),
            ("Ai Giochi 2024 andò peggio.", &["date 2024-01-01..2025-01-01"]),
            ("Divieto di transito dopo le 15.", &["time 15:00:00.."]),
            ("Si consegna prima delle 9 di domani.", &["date ..2026-03-11T09:00"]),
            ("Negozi aperti fino alle 20.30.", &["time ..20:30:00"]),
            ("Dopo le 3 sconfitte il tecnico lascia.", &["count 3"]),
            ("La diga cedette nel duemiladiciotto.", &["date 2018-01-01..2019-01-01"]),
            ("Il raduno nel duemila paesi non arriva.", &["count 2000"]),
            ("Chiuso dal 12 maggio 2026 per due settimane.", &["date 2026-05-12..2026-05-26"]),
            ("Nei tre giorni successivi è tornato il sole.", &["date 2026-03-11..2026-03-14"]),
            ("Il debito vale un miliardo e mezzo milione.", &["count 1000500000"]),
            ("La scossa intorno alle 16.30.", &["time 16:30:00"]),
            ("Il black-out è iniziato verso le 8.", &["time 08:00:00"]),
            ("Cancellato il treno delle 7.19.", &["time 07:19:00"]),
            ("Le 7.500 botti delle cantine.", &["count 7500"]),
            ("Indagano i due pm.", &["count 2"]),
            ("Il mio orto è secco.", &[]),
            ("Esordio nella Primavera del Sant'Elmo.", &[]),
            ("Si vota la settimana dopo la prossima.", &["date 2026-03-23..2026-03-30"]),
            ("Aperto ieri pomeriggio dalle 3 alle 5.", &["date 2026-03-09T15:00..2026-03-09T17:00"]),
            ("Il teatro bruciò nell'aprile '87.", &["date 1987-04-01..1987-05-01"]),
            ("Il restauro finì un anno e due mesi fa.", &["date 2025-01-10..2025-01-11"]),
            ("La nave salpa due giorni dopo il 5 maggio 2026.", &["date 2026-05-07..2026-05-08"]),
            ("Il cantiere chiude tre giorni prima di Natale 2025.", &["date 2025-12-22..2025-12-23"]),
        ],
    );
}

#[test]
fn sport() {
    common::check(
        "it",
        &[
            ("Borgo Lario-Sant'Elmo 3-1.", &["score 3-1"]),
            ("Raddoppio al 67' di Pardi.", &["time 67 match-minute"]),
            ("Il pari al 90'+3.", &["time 93 match-minute"]),
            ("In gol al 22' della ripresa.", &["time 67 match-minute"]),
            ("Sant'Elmo (4-3-3): Dini 6, Rota 6.5, Lai 5.5.", &[]),
        ],
    );
}

#[test]
fn no_claims() {
    common::check(
        "it",
        &[
            ("Il drone MQ-9 è precipitato.", &[]),
            ("Un Boeing 737 fermo in pista.", &[]),
            ("La legge 104 e l'articolo 18.", &[]),
            ("Chiamate il 333 555 0147.", &[]),
            ("Ripetuto centinaia di volte.", &[]),
            ("Sei stato gentile.", &[]),
            ("Lista Ponente Domani avanti.", &[]),
            ("La rete 192.168.1.2 non risponde.", &[]),
        ],
    );
}

#[test]
fn times_in_words() {
    common::check(
        "it",
        &[
            ("Erano le sette e venti quando la diga ha ceduto.", &["time 07:20:00"]),
            ("Il furto a mezzanotte meno un quarto.", &["time 23:45:00"]),
            ("Mancava poco alle undici quando il palco è crollato.", &["time 11:00:00"]),
            ("La pioggia è caduta tra mezzanotte e le sei.", &["time 00:00:00..06:00:00"]),
            ("Il negozio chiude dall'una alle tre.", &["time 01:00:00..03:00:00"]),
            ("Dalle due alle sei la strada era chiusa.", &["time 02:00:00..06:00:00"]),
            ("Era mercoledì 4 marzo, le sette e venti.", &["date 2026-03-04T07:20.."]),
            ("Alle tre e due auto sono rimaste coinvolte.", &["time 03:00:00", "count 2"]),
            ("Le sette e venti botteghe del centro.", &["count 7", "count 20"]),
            ("Tornano all'una e dieci.", &["time 01:10:00"]),
        ],
    );
}

#[test]
fn units_left_out() {
    common::check(
        "it",
        &[
            ("Il colmo di piena è stato di quattro metri e ottanta.", &["measure 4.8 m"]),
            ("Il caffè costa un euro e venti.", &["money 1.2 EUR"]),
            ("La bimba pesa tre chili e duecento.", &["measure 3.2 kg"]),
            ("Il viaggio dura un'ora e un quarto.", &["duration 1.25 hour"]),
            ("È durato tre ore e venti.", &["duration 3.3333333333333333333333333333 hour"]),
            ("Sono caduti due metri e venti alberi.", &["measure 2 m", "count 20"]),
            ("In tre ore e venti chilometri di marcia.", &["duration 3 hour", "measure 20 km"]),
            ("Viaggiava a oltre 90 all'ora.", &["measure 90.. km/h"]),
            ("Ne arrivano tre all'ora.", &["count 3"]),
            ("Passano 40 treni all'ora.", &["count 40"]),
        ],
    );
}

#[test]
fn ages_beside_names() {
    common::check(
        "it",
        &[
            ("Renato Dosi, fabbro, 58 anni, è salvo.", &["age 58 year"]),
            ("Renato Dosi, di 58 anni, è salvo.", &["age 58 year"]),
            ("Il cantante compirà 72 anni.", &["age 72 year"]),
            ("L'età pensionabile sale da 65 a 67 anni.", &["age 65..68 year"]),
            ("Il mandato, di 5 anni, scade presto.", &["duration 5 year"]),
        ],
    );
}

#[test]
fn points_and_shares() {
    common::check(
        "it",
        &[
            ("L'affluenza cala di sei punti.", &["percent 6"]),
            ("La banca alza i tassi di mezzo punto.", &["percent 0.5"]),
            ("L'inflazione sale all'1,8%, sei decimi in più.", &["percent 1.8", "percent 0.6"]),
            ("La squadra ha sette punti di vantaggio.", &["count 7"]),
            ("La patente perde sei punti.", &["count 6"]),
            ("Il Nord cresce del 3 per cento, il Sud dell'1,2.", &["percent 3", "percent 1.2"]),
            ("Ha votato il 62 per cento degli uomini e il 58 delle donne.", &["percent 62", "percent 58"]),
            ("La spesa sale del 3 per cento e il pane di 2 euro.", &["percent 3", "money 2 EUR"]),
            ("I licenziati sono 40 secondo i sindacati.", &["count 40"]),
            ("I voti sono 15mila secondo il Viminale.", &["count 15000"]),
            ("Restano 30 secondi.", &["duration 30 second"]),
            ("Il Sant'Elmo sale a quota 41.", &["count 41"]),
            ("Gli arrivi hanno raggiunto quota 9.480.", &["count 9480"]),
            ("Quota 103 resta in vigore.", &[]),
            ("Dopo quarantott'ore la strada ha riaperto.", &["duration 48 hour"]),
        ],
    );
}

#[test]
fn number_or_verb() {
    common::check(
        "it",
        &[
            ("Sale così a sei il numero dei dispersi.", &["count 6"]),
            ("Le vittime accertate sono sei.", &["count 6"]),
            ("Sei i dispersi, tre i feriti.", &["count 6", "count 3"]),
            ("Erano in due squadre: sei davanti al furgone, sei dietro.", &["count 2", "count 6", "count 6"]),
            ("Tutti e sei sono stati rilasciati.", &["count 6"]),
            ("Tu sei il migliore.", &[]),
            ("Non sei solo.", &[]),
            ("\"Sei bravo\", gli ha detto il maestro.", &[]),
            ("So che sei stanco.", &[]),
            ("Sei la vergogna del paese.", &[]),
        ],
    );
}

#[test]
fn dates_in_digits_apart() {
    common::check(
        "it",
        &[
            ("L'atto è del 14 09 2019.", &["date 2019-09-14..2019-09-15"]),
            ("La mostra resta aperta 28/2-1/3.", &["date 2026-02-28..2026-03-02"]),
            ("Il tie-break è finito 6/3-7/5.", &[]),
        ],
    );
}

#[test]
fn hours_told_by_more_words() {
    common::check(
        "it",
        &[
            ("La serrata è fissata per le 9 della tarda mattinata.", &["time 09:00:00"]),
            ("Il consiglio si riunisce lunedì a otto.", &["date 2026-03-23..2026-03-24"]),
        ],
    );
}

#[test]
fn lengths_in_primes() {
    common::check(
        "it",
        &[
            ("Il ciclista di Valdora ha chiuso in 4h12'33''.", &["duration 15153 second"]),
            ("Il distacco è di 1'14''5.", &["duration 74.5 second"]),
            ("Ha vinto con 2'30'' di vantaggio, gol al 67'.", &["duration 150 second", "time 67 match-minute"]),
        ],
    );
}

#[test]
fn ranges_that_share_their_hundreds() {
    common::check(
        "it",
        &[
            ("Sono tra tre e quattrocento i posti persi.", &["count 300..400"]),
            ("Il personale passa da tre a quattrocento addetti.", &["count 3..400"]),
            ("Fu quasi una festa per il paese.", &[]),
            ("Hanno raccolto quasi un milione di euro.", &["money 1000000 EUR"]),
        ],
    );
}

#[test]
fn an_auxiliary_is_no_unit() {
    common::check(
        "it",
        &[
            ("Il sisma alle 3:42 ha devastato la valle.", &["time 03:42:00"]),
            ("Il sindaco alle 8.15 ha detto no.", &["time 08:15:00"]),
            ("La frana delle 14.50 ha ucciso i pastori.", &["time 14:50:00"]),
            ("Sono bruciati 42 ha di bosco.", &["measure 42 ha"]),
            ("Il rogo di 42 ha è domato.", &["measure 42 ha"]),
        ],
    );
}

#[test]
fn ends_and_minutes_told_apart() {
    common::check(
        "it",
        &[
            ("Venti minuti dopo le 8 la valle era isolata.", &["time 08:20:00"]),
            ("Dieci minuti prima delle 15 il ponte ha ceduto.", &["time 14:50:00"]),
            ("Nel giugno nel 2017, la festa.", &["date 2017-06-01..2017-07-01"]),
            ("A giugno in 2000 piazze si è ballato.", &["date 2025-06-01..2025-07-01", "count 2000"]),
            ("I primi 8 della serata sono di Valdora.", &["ordinal 1", "count 8", "time 18:00:00..00:00:00"]),
        ],
    );
}
