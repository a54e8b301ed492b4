//! What is read in Portuguese sentences.

mod common;

#[test]
fn figures() {
    common::check(
        "pt",
        &[
            ("O fogo destruiu vinte e sete casas.", &["count 27"]),
            ("A dívida chega a mil milhões de euros.", &["money 1000000000 EUR"]),
            ("O orçamento prevê R$ 2,5 bilhões.", &["money 2500000000 BRL"]),
            ("Votaram mil e quinhentos eleitores.", &["count 1500"]),
            ("Cerca de 300 alunos protestaram.", &["count 300"]),
            ("Mais de 9.800 pessoas assinaram.", &["count 9800.."]),
            ("Duas dúzias de barcos regressaram.", &["count 24"]),
            ("Um em cada três jovens fuma.", &["count 0.3333333333333333333333333333"]),
            ("É a décima primeira vitória.", &["ordinal 11"]),
        ],
    );
}

#[test]
fn money_and_measures() {
    common::check(
        "pt",
        &[
            ("O desemprego subiu dois vírgula cinco por cento.", &["percent 2.5"]),
            ("A ponte tem 1.200 metros.", &["measure 1200 m"]),
            ("A vítima tinha 61 anos.", &["age 61 year"]),
            ("O barril custa 85 dólares.", &["money 85 USD"]),
        ],
    );
}

#[test]
fn dates_and_times() {
    common::check(
        "pt",
        &[
            ("O navio partiu há três dias.", &["date 2026-03-07..2026-03-08"]),
            ("A greve começou na segunda-feira (9).", &["date 2026-03-09..2026-03-10"]),
            ("O avião aterrou às sete e meia da manhã.", &["time 07:30:00"]),
            ("A reunião fica para depois de amanhã.", &["date 2026-03-12..2026-03-13"]),
            ("A viagem dura 7 horas.", &["duration 7 hour"]),
            ("O acordo foi assinado a 5 de maio de 2025.", &["date 2025-05-05..2025-05-06"]),
        ],
    );
}

#[test]
fn no_figures() {
    common::check(
        "pt",
        &[
            ("O primeiro-ministro falou pela primeira vez.", &[]),
            ("A quinta edição abriu.", &["ordinal 5"]),
            ("Um dos feridos teve alta.", &[]),
            ("O artigo 5 continua em vigor.", &[]),
            ("Foi um marco histórico.", &[]),
        ],
    );
}

#[test]
fn days_by_their_words() {
    common::check(
        "pt",
        &[
            ("O dia 15 de fevereiro ficou marcado.", &["date 2026-02-15..2026-02-16"]),
            ("O tribunal decidiu na quinta-feira (27/11).", &["date 2025-11-27..2025-11-28"]),
            ("A audiência será no dia 27/11.", &["date 2025-11-27..2025-11-28"]),
            ("A pressão de 12/8 é normal.", &[]),
            ("A segunda vez foi pior.", &["ordinal 2"]),
            ("O terceiro mês de 2017 bateu o recorde.", &["date 2017-03-01..2017-04-01"]),
            ("Os três dias seguintes foram de chuva.", &["date 2026-03-11..2026-03-14"]),
            ("Choveu na primeira quinzena de maio de 2025.", &["date 2025-05-01..2025-05-16"]),
        ],
    );
}

#[test]
fn both_and_half_a_dozen() {
    common::check(
        "pt",
        &[
            ("Os dois feridos tiveram alta.", &["count 2"]),
            ("Meia dúzia de barcos regressou.", &["count 6"]),
            ("Nada mais que vinte por cento votou.", &["percent 20"]),
        ],
    );
}

#[test]
fn times_in_words() {
    common::check(
        "pt",
        &[
            ("Era uma e vinte da madrugada de sexta-feira.", &["date 2026-03-06T01:20.."]),
            ("Pouco passava das onze quando o palco caiu.", &["time 11:00:00"]),
            ("Passava da uma quando a contagem fechou.", &["time 01:00:00"]),
            ("Às dez para as sete abriram as portas.", &["time 06:50:00"]),
            ("Entre a meia-noite e as seis choveu sem parar.", &["time 00:00:00..06:00:00"]),
        ],
    );
}

#[test]
fn units_left_out() {
    common::check(
        "pt",
        &[
            ("A onda tinha quatro metros e oitenta.", &["measure 4.8 m"]),
            ("O café custa um euro e vinte.", &["money 1.2 EUR"]),
            ("O bebé pesa três quilos e duzentos.", &["measure 3.2 kg"]),
            ("A viagem dura uma hora e um quarto.", &["duration 1.25 hour"]),
            ("Circulava a 90 à hora.", &["measure 90 km/h"]),
            ("Passam 40 comboios por hora.", &["count 40"]),
        ],
    );
}

#[test]
fn ages_beside_names() {
    common::check(
        "pt",
        &[
            ("Lúcia Barreto, de 47 anos, demitiu-se.", &["age 47 year"]),
            ("A idade da reforma passa de 65 para 67 anos.", &["age 65..68 year"]),
            ("O contrato, de 12 anos, acaba.", &["duration 12 year"]),
        ],
    );
}

#[test]
fn points_and_shares() {
    common::check(
        "pt",
        &[
            ("A participação cai seis pontos.", &["percent 6"]),
            ("O desemprego cai três décimas.", &["percent 0.3"]),
            ("O clube soma 41 pontos.", &["count 41"]),
            ("Votaram 62 por cento dos homens e 58 das mulheres.", &["percent 62", "percent 58"]),
            ("São 650 segundo a administradora.", &["count 650"]),
        ],
    );
}

#[test]
fn spelled_without_accents() {
    common::check(
        "pt",
        &[
            ("No PROXIMO MES abrem nove escolas.", &["date 2026-04-01..2026-05-01", "count 9"]),
            ("As termas fecham no verao de 2025.", &["date 2025-06-01..2025-09-01"]),
            ("O Dia de Ação de Graças é um feriado.", &["date 2025-11-27..2025-11-28"]),
        ],
    );
}

#[test]
fn magnitudes_in_letters() {
    common::check("pt", &[("O canal soma 250K seguidores.", &["count 250000"])]);
}

#[test]
fn dates_in_digits_apart() {
    common::check(
        "pt",
        &[
            ("A carta foi assinada em 14 09 2019.", &["date 2019-09-14..2019-09-15"]),
            ("As festas são de 28/2-1/3.", &["date 2026-02-28..2026-03-02"]),
        ],
    );
}

#[test]
fn fractions_and_ranks_of_several_words() {
    common::check(
        "pt",
        &[
            ("Dois vinte e cinco avos da colheita ficam na aldeia.", &["count 0.08"]),
            ("A ministra respondeu a um sobre quatro pedidos.", &["count 0.25"]),
            ("Foi o dois milionésimo passageiro.", &["ordinal 2000000"]),
        ],
    );
}

#[test]
fn decimals_without_their_nought() {
    common::check(
        "pt",
        &[
            ("A chuva somou ,25 mm em Valdinho.", &["measure 0.25 mm"]),
            ("Os feridos ,23 no total, saíram.", &["count 23"]),
        ],
    );
}

#[test]
fn lengths_in_primes() {
    common::check(
        "pt",
        &[
            ("A remadora venceu em 7'02''.", &["duration 422 second"]),
            ("O atraso é de 1'14''.", &["duration 74 second"]),
            ("O golo surgiu aos 67'.", &["time 67 match-minute"]),
        ],
    );
}

#[test]
fn ranges_that_share_their_hundreds() {
    common::check(
        "pt",
        &[
            ("A autarquia montou 30 a 40 tendas na praia.", &["count 30..40"]),
            ("Entre três e quatrocentas pessoas marcharam.", &["count 300..400"]),
            ("Foi quase uma festa.", &[]),
        ],
    );
}

#[test]
fn ends_and_minutes_told_apart() {
    common::check(
        "pt",
        &[
            ("O preço é de 10 - 20 euros.", &["money 10..20 EUR"]),
            ("O comboio parou 10 minutos antes das 7.", &["time 06:50:00"]),
        ],
    );
}
