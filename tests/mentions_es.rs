//! What is read in Spanish sentences.

mod common;

#[test]
fn figures() {
    common::check(
        "es",
        &[
            ("El incendio arrasó veintiún mil olivos.", &["count 21000"]),
            ("Acudieron doscientos treinta y cuatro vecinos.", &["count 234"]),
            ("El país exportó mil millones de litros.", &["measure 1000000000 l"]),
            ("La deuda suma tres billones doscientos mil millones de euros.", &["money 3200000000000 EUR"]),
            ("Unos 300 alumnos protestaron.", &["count 300"]),
            ("Más de 9.800 personas firmaron.", &["count 9800.."]),
            ("Hay una veintena de detenidos.", &["count 20"]),
            ("Tres docenas de barcos volvieron a puerto.", &["count 36"]),
            ("Uno de cada cinco hogares no tiene internet.", &["count 0.2"]),
            ("Celebra su vigésimo cuarto festival.", &["ordinal 24"]),
        ],
    );
}

#[test]
fn money_and_measures() {
    common::check(
        "es",
        &[
            ("El alquiler subió un 4,5 por ciento.", &["percent 4.5"]),
            ("La multa fue de 1,2 millones de pesos mexicanos.", &["money 1200000 MXN"]),
            ("El cañón tenía un calibre de 7,62 mm.", &["measure 7.62 mm"]),
            ("La presa mide 85 metros de alto.", &["measure 85 m"]),
            ("La campeona tiene 24 años.", &["age 24 year"]),
        ],
    );
}

#[test]
fn dates_and_times() {
    common::check(
        "es",
        &[
            ("El barco zarpó hace tres días.", &["date 2026-03-07..2026-03-08"]),
            ("El juicio empezó el lunes.", &["date 2026-03-09..2026-03-10"]),
            ("El temblor se sintió a las cinco y media de la mañana.", &["time 05:30:00"]),
            ("La cumbre será el 3 de mayo de 2026.", &["date 2026-05-03..2026-05-04"]),
            ("El túnel abrió en septiembre de 2025.", &["date 2025-09-01..2025-10-01"]),
            ("La obra duró tres horas.", &["duration 3 hour"]),
            ("La sequía sigue desde 2019.", &["date 2019-01-01.."]),
            ("El colegio cerró el uno de marzo.", &["date 2026-03-01..2026-03-02"]),
        ],
    );
}

#[test]
fn no_figures() {
    common::check(
        "es",
        &[
            ("Una de las víctimas declaró.", &[]),
            ("El primer ministro viajó por primera vez.", &[]),
            ("Operación Marea 7: así fue.", &[]),
            ("Teléfono de información: 900 555 017.", &[]),
            ("El artículo 155 sigue en vigor.", &[]),
            ("Cada uno pagó lo suyo.", &[]),
        ],
    );
}

#[test]
fn days_weeks_and_halves() {
    common::check(
        "es",
        &[
            ("La feria abrió el 1.º de julio de 2025.", &["date 2025-07-01..2025-07-02"]),
            ("El día 15 de febrero cerró la mina.", &["date 2026-02-15..2026-02-16"]),
            ("El hotel abrió en abril del 87.", &["date 1987-04-01..1987-05-01"]),
            ("Llovió los tres días siguientes.", &["date 2026-03-11..2026-03-14"]),
            ("La segunda quincena de mayo de 2025 fue seca.", &["date 2025-05-16..2025-06-01"]),
            ("La ley llegará antes de fin de año.", &["date ..2027-01-01"]),
            ("El puente cierra después de las 15 horas.", &["time 15:00:00.."]),
            ("La reunión duró dos horas y media.", &["duration 2.5 hour"]),
            ("La semana anterior a la boda llovió.", &[]),
        ],
    );
}

#[test]
fn two_and_below_zero() {
    common::check(
        "es",
        &[
            ("Los dos heridos están fuera de peligro.", &["count 2"]),
            ("La sierra amaneció a 10 grados bajo cero.", &["measure -10 degree"]),
            ("Uno de cada cuatro trenes llegó tarde.", &["count 0.25"]),
            ("El tercer mes de 2021 batió el récord.", &["date 2021-03-01..2021-04-01"]),
        ],
    );
}

#[test]
fn times_in_words() {
    common::check(
        "es",
        &[
            ("La cápsula salió a la una y veinte de la madrugada del viernes.", &["date 2026-03-06T01:20.."]),
            ("No se cerró hasta pasada la una.", &["time ..01:00:00"]),
            ("Faltaba poco para las once.", &["time 11:00:00"]),
            ("Llovió entre medianoche y las seis.", &["time 00:00:00..06:00:00"]),
            ("A las siete y cinco sonó la alarma.", &["time 07:05:00"]),
            ("A las cuatro y veinte personas las sacaron.", &["time 04:00:00", "count 20"]),
        ],
    );
}

#[test]
fn units_left_out() {
    common::check(
        "es",
        &[
            ("La ola midió cuatro metros y ochenta.", &["measure 4.8 m"]),
            ("Mide un metro noventa.", &["measure 1.9 m"]),
            ("El pan cuesta dos euros y cincuenta.", &["money 2.5 EUR"]),
            ("El viaje dura una hora y cuarto.", &["duration 1.25 hour"]),
            ("Circulaba a 90 por hora.", &["measure 90 km/h"]),
            ("Pasan 40 trenes por hora.", &["count 40"]),
        ],
    );
}

#[test]
fn ages_beside_names() {
    common::check(
        "es",
        &[
            ("Lucía Barrionuevo, de 47 años, es la alcaldesa.", &["age 47 year"]),
            ("La diputada Marta Ríos, de 52 años, dimitió.", &["age 52 year"]),
            ("La edad de jubilación pasa de 65 a 67 años.", &["age 65..68 year"]),
            ("El contrato, de 12 años, vence pronto.", &["duration 12 year"]),
        ],
    );
}

#[test]
fn points_and_shares() {
    common::check(
        "es",
        &[
            ("La participación baja seis puntos.", &["percent 6"]),
            ("El paro baja tres décimas.", &["percent 0.3"]),
            ("El equipo suma 41 puntos.", &["count 41"]),
            ("El plan de 28 puntos.", &["count 28"]),
            ("Votó el 62 por ciento de los hombres y el 58 de las mujeres.", &["percent 62", "percent 58"]),
        ],
    );
}

#[test]
fn spelled_without_accents() {
    common::check(
        "es",
        &[
            ("La ULTIMA SEMANA cerraron ocho tiendas.", &["date 2026-03-02..2026-03-09", "count 8"]),
            (
                "El domingo de pascua y el dia de accion de gracias no hay mercado.",
                &["date 2025-04-20..2025-04-21", "date 2025-11-27..2025-11-28"],
            ),
            ("MAS DE 300 vecinos firmaron la carta.", &["count 300.."]),
        ],
    );
}

#[test]
fn magnitudes_in_letters() {
    common::check("es", &[("El canal suma 250K seguidores y 3M de visitas.", &["count 250000", "count 3000000"])]);
}

#[test]
fn dates_in_digits_apart() {
    common::check(
        "es",
        &[
            ("La nota lleva fecha 14 09 2019.", &["date 2019-09-14..2019-09-15"]),
            ("El contrato se firmó en 11 / 2023.", &["date 2023-11-01..2023-12-01"]),
            ("Las fiestas duran 28/2-1/3 este año.", &["date 2026-02-28..2026-03-02", "date 2026-01-01..2027-01-01"]),
            ("Valmojada, abril 5 de 2024.", &["date 2024-04-05..2024-04-06"]),
            ("En marzo 12 personas perdieron el empleo.", &["date 2026-03-01..2026-04-01", "count 12"]),
        ],
    );
}

#[test]
fn fractions_and_ranks_of_several_words() {
    common::check(
        "es",
        &[
            ("Heredó dos veinticincoavos de la finca.", &["count 0.08"]),
            ("Ganó por tres milésimas de segundo.", &["duration 0.003 second"]),
            ("La caja recibió al visitante dos millonésimo.", &["ordinal 2000000"]),
            ("Es el cincuenta y dos milésimo tricentésimo expediente.", &["ordinal 52300"]),
            ("Dio la nota uno sobre cuatro.", &["count 0.25"]),
            ("Los esclavos y los pavos llegaron en ocho barcos.", &["count 8"]),
        ],
    );
}

#[test]
fn hours_told_by_more_words() {
    common::check(
        "es",
        &[
            ("El pregón empezó a las 8 de la tarde del primer lunes de mayo de 2025.", &["date 2025-05-05T20:00.."]),
            ("El recurso llegó el 17 del 11.", &["date 2025-11-17..2025-11-18"]),
            ("Cayó el 17 del 11 %.", &["count 17", "percent 11"]),
        ],
    );
}

#[test]
fn parts_of_a_unit() {
    common::check(
        "es",
        &[(
            "La lluvia duró un cuarto de hora; hubo cuarto de hora de granizo.",
            &["duration 0.25 hour", "duration 0.25 hour"],
        )],
    );
}

#[test]
fn lengths_in_primes() {
    common::check(
        "es",
        &[
            ("La nadadora ganó en 1'14''.", &["duration 74 second"]),
            ("El corredor tardó 1h14'20''.", &["duration 4460 second"]),
            ("El gol llegó en el minuto 67'.", &["time 67 match-minute"]),
        ],
    );
}

#[test]
fn ranges_that_share_their_hundreds() {
    common::check(
        "es",
        &[
            ("Instalaron 300 a 400 farolas en el puerto.", &["count 300..400"]),
            ("Entre tres y cuatrocientas familias siguen sin luz.", &["count 300..400"]),
            ("Fue casi una fiesta.", &[]),
        ],
    );
}

#[test]
fn ends_and_minutes_told_apart() {
    common::check(
        "es",
        &[
            ("Venta de 10 - 20 euros.", &["money 10..20 EUR"]),
            ("De abril a junio en 2017.", &["date 2017-04-01..2017-07-01"]),
            ("El desfile salió 20 minutos después de las ocho.", &["time 08:20:00"]),
            ("Siguiente semana, tres plenos.", &["date 2026-03-16..2026-03-23", "count 3"]),
        ],
    );
}

#[test]
fn an_auxiliary_is_no_unit() {
    common::check(
        "es",
        &[
            ("El temporal a las 3.42 ha devastado la costa.", &["time 03:42:00"]),
            ("El ministro a las 8.15 ha dicho que no.", &["time 08:15:00"]),
            ("Ardieron 42 ha de pinar.", &["measure 42 ha"]),
        ],
    );
}
