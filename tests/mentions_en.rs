//! English mentions by topic: what must be read, and what must be left alone.

mod common;

#[test]
fn figures() {
    common::check(
        "en",
        &[
            ("Two and a half million trees.", &["count 2500000"]),
            ("A bill of half a million dollars.", &["money 500000 USD"]),
            ("Between two hundred and three hundred goats.", &["count 200..300"]),
            ("At least 1,250 barns burned.", &["count 1250.."]),
            ("A fund of £85m.", &["money 85000000 GBP"]),
            ("Pay rose to $15 an hour.", &["money 15 USD"]),
            ("Tickets from $10 to $20.", &["money 10..20 USD"]),
            ("It fell to -5 degrees.", &["measure -5 degree"]),
            ("A 1-in-150-year storm.", &["count 0.0066666666666666666666666667"]),
            ("Two thirds of pupils stayed away.", &["count 0.6666666666666666666666666667"]),
            (
                "Some two-thirds of the herd and one-third of the flock.",
                &["count 0.6666666666666666666666666667", "count 0.3333333333333333333333333333"],
            ),
            ("Zones run at 7 to 10 there.", &["count 7..10"]),
            ("The crowd numbered 3 hundred.", &["count 300"]),
            ("The twenty-second edition.", &["ordinal 22"]),
            ("A route of 1,500 to 3,500km.", &["measure 1500..3500 km"]),
            ("A $100 fine and a $2.6-million loan.", &["money 100 USD", "money 2600000 USD"]),
            ("The dam will cost $85 to $90 million.", &["money 85000000..90000000 USD"]),
            ("Rebuilding the pier took £1.5 to £2 billion.", &["money 1500000000..2000000000 GBP"]),
            ("Tickets cost $10-$20 each.", &["money 10..20 USD"]),
            ("The 5G mast and the G7 summit.", &[]),
            ("A G20 host. A 5g dose.", &["measure 5 g"]),
            ("Losses of $85m to $90m.", &["money 85000000..90000000 USD"]),
            ("He paid A$40 at the gate.", &["money 40 AUD"]),
            ("He is just a baker, and only one left.", &["count 1"]),
        ],
    );
}

#[test]
fn ages_and_lengths_of_time() {
    common::check(
        "en",
        &[
            ("A three-year-old mare won.", &["age 3 year"]),
            ("Mira Dahl, 29, a baker.", &["age 29 year"]),
            ("She died at 101.", &["age 101 year"]),
            ("A woman of 64, unhurt.", &["age 64 year"]),
            ("They waited half an hour.", &["duration 0.5 hour"]),
            ("The snow fell in 24 hours.", &["duration 24 hour"]),
            ("The match lasted two hours.", &["duration 2 hour"]),
        ],
    );
}

#[test]
fn dates() {
    common::check(
        "en",
        &[
            ("It opened on January 6, 2026.", &["date 2026-01-06..2026-01-07"]),
            ("The fair runs July 13 to 15, 2025.", &["date 2025-07-13..2025-07-16"]),
            ("A year ago the pit closed.", &["date 2025-03-10..2025-03-11"]),
            ("The last Sunday of March 2025.", &["date 2025-03-30..2025-03-31"]),
            ("Sales slid in Q4 2025.", &["date 2025-10-01..2026-01-01"]),
            ("Over the past two weeks prices rose.", &["date 2026-02-24..2026-03-10"]),
            ("The storm hit on the twenty second of June 2025.", &["date 2025-06-22..2025-06-23"]),
            ("Open 9:30am to 5pm.", &["time 09:30:00..17:00:00"]),
            ("The vote on Monday 9 pm.", &["date 2026-03-09T21:00.."]),
            ("Output rose by 10 and ran from 7 to 10 units.", &["count 10", "count 7..10"]),
            ("At half past three the wall gave way.", &["time 03:30:00"]),
            ("Nobody may enter after 3pm.", &["time 15:00:00.."]),
            ("Ballots must arrive before noon.", &["time ..12:00:00"]),
            ("The pass is closed until 5.30 p.m. today.", &["date ..2026-03-10T17:30"]),
            ("The auction runs from 2pm for three hours.", &["time 14:00:00..17:00:00"]),
            ("Doors open 5 to 6 p.m.", &["time 17:00:00..18:00:00"]),
            ("The siren went at seven thirty pm.", &["time 19:30:00"]),
            ("After 3 defeats the coach left.", &["count 3"]),
            ("A man in his seventies was found.", &["age 70..80 year"]),
            ("The mill shut in the seventies.", &["date 1970-01-01..1980-01-01"]),
            ("The nineteen fifties were lean years.", &["date 1950-01-01..1960-01-01"]),
            ("The treaty of June nineteen seventy-two.", &["date 1972-06-01..1972-07-01"]),
            ("The bridge opened in May two thousand and ten.", &["date 2010-05-01..2010-06-01"]),
            ("They sold in October two thousand tractors.", &["date 2025-10-01..2025-11-01", "count 2000"]),
            ("The kiln cracked one month and 21 days ago.", &["date 2026-01-20..2026-01-21"]),
            ("The crew returns two days after Easter.", &["date 2025-04-22..2025-04-23"]),
            ("Polling starts three weeks from tomorrow.", &["date 2026-04-01..2026-04-02"]),
            ("The depot closes within the next two years.", &["date 2026-03-11..2028-03-11"]),
            ("The panel reports within 30 days.", &["duration ..30 day"]),
            ("Ice closed the port for 10 days from 18 December 2025.", &["date 2025-12-18..2025-12-28"]),
            ("Entries are due before Friday 13 March 2026 at noon.", &["date ..2026-03-13T12:00"]),
            ("The lease ran June 2024 through May 2025.", &["date 2024-06-01..2025-06-01"]),
            ("Six months prior the well dried up.", &["date 2025-09-10..2025-09-11"]),
            ("The camera stamped 2026-03-09T18:07:15.", &["date 2026-03-09T18:07:15.."]),
            ("He carried a .38 revolver.", &[]),
            ("His blood held .08 percent alcohol.", &["percent 0.08"]),
            ("Rain came in the early hours of this morning.", &["date 2026-03-10T00:00..2026-03-10T06:00"]),
            ("The dam broke shortly before midnight on Saturday.", &["date 2026-03-08T00:00.."]),
            ("Flags flew at half staff.", &["count 0.5"]),
            ("At eighteen she ran the farm.", &["age 18 year"]),
            ("The inquest opens the week after next.", &["date 2026-03-23..2026-03-30"]),
            ("Black Friday 2010 was calm.", &["date 2010-11-26..2010-11-27"]),
            ("Trams stop Monday morning from 10am to noon.", &["date 2026-03-09T10:00..2026-03-09T12:00"]),
            ("The vault opened at five-thirty.", &["time 05:30:00"]),
            ("More than two weeks ago the pump failed.", &["date ..2026-02-24"]),
            ("Less than a month ago it was sold.", &["date 2026-02-10..2026-03-10"]),
            ("The mine closed in April of '87.", &["date 1987-04-01..1987-05-01"]),
            ("Two sheep died, two last week.", &["count 2", "count 2", "date 2026-03-02..2026-03-09"]),
            ("A film of 20th Century Fox.", &["ordinal 20"]),
            ("Exports fell in 2019 H2.", &["date 2019-07-01..2020-01-01"]),
            ("The survey of Jan-Feb 2024.", &["date 2024-01-01..2024-03-01"]),
        ],
    );
}

#[test]
fn no_claims() {
    common::check(
        "en",
        &[
            ("Flight NR482 landed.", &[]),
            ("A Boeing 737-800 waited.", &[]),
            ("Call 0345 555 0105.", &[]),
            ("They were at sixes and sevens.", &[]),
            ("They spent the night in the hall.", &[]),
            ("1.", &[]),
        ],
    );
}

#[test]
fn times_in_words() {
    common::check(
        "en",
        &[
            ("At eight minutes to four the recount ended.", &["time 03:52:00"]),
            ("It was twenty-five past six when the barge sank.", &["time 06:25:00"]),
            ("It was almost eleven when the doors opened.", &["time 11:00:00"]),
            ("The rain fell between midnight and six.", &["time 00:00:00..06:00:00"]),
            ("He left at a quarter to one.", &["time 00:45:00"]),
            ("At an inn by the bridge they ate.", &[]),
        ],
    );
}

#[test]
fn units_left_out() {
    common::check(
        "en",
        &[
            ("The intruder, about five feet ten, ran off.", &["measure 5.8333333333333333333333333333 ft"]),
            ("Entry costs five pounds fifty.", &["money 5.5 GBP"]),
            ("The trip takes an hour and a quarter.", &["duration 1.25 hour"]),
            ("Six feet two men dug the hole.", &["measure 6 ft", "count 2"]),
            ("A lamp of half a metre.", &["measure 0.5 m"]),
            ("The show lasted two hours thirty.", &["duration 2.5 hour"]),
        ],
    );
}

#[test]
fn ages_beside_names() {
    common::check(
        "en",
        &[
            ("The men, aged between 23 and 61, were held.", &["age 23..62 year"]),
            ("Those held are aged 23 to 61.", &["age 23..62 year"]),
            ("The singer turns 72 soon.", &["age 72 year"]),
        ],
    );
}

#[test]
fn points_and_shares() {
    common::check(
        "en",
        &[
            ("Turnout fell six points.", &["percent 6"]),
            ("The party is up three points in the polls.", &["percent 3"]),
            ("The club is three points clear at the top.", &["count 3"]),
            ("The ten-point plan failed.", &["count 10"]),
            ("Sixty-two per cent of men and 58 of women voted.", &["percent 62", "percent 58"]),
            ("Every third house is empty.", &["count 0.3333333333333333333333333333"]),
            ("Every second week the market is shut.", &[]),
        ],
    );
}
