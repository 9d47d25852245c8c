const fixed = (year: number): readonly string[] =>
  ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'].map((day) => `${year}-${day}`)

const of = (year: number, ...moving: readonly string[]): readonly string[] =>
  [...fixed(year), ...moving.map((day) => `${year}-${day}`)].sort()

/**
 * Public holidays that can fall on a weekday, copied by hand from the almanac: the fixed ones, then Good Friday, Easter
 * Monday, Ascension Day, Midsummer's Day and All Saints' Day.
 */
export const holidaysByYear: Readonly<Record<string, readonly string[]>> = {
  2015: of(2015, '04-03', '04-06', '05-14', '06-20', '10-31'),
  2016: of(2016, '03-25', '03-28', '05-05', '06-25', '11-05'),
  2017: of(2017, '04-14', '04-17', '05-25', '06-24', '11-04'),
  2018: of(2018, '03-30', '04-02', '05-10', '06-23', '11-03'),
  2019: of(2019, '04-19', '04-22', '05-30', '06-22', '11-02'),
  2020: of(2020, '04-10', '04-13', '05-21', '06-20', '10-31'),
  2021: of(2021, '04-02', '04-05', '05-13', '06-26', '11-06'),
  2022: of(2022, '04-15', '04-18', '05-26', '06-25', '11-05'),
  2023: of(2023, '04-07', '04-10', '05-18', '06-24', '11-04'),
  2024: of(2024, '03-29', '04-01', '05-09', '06-22', '11-02'),
  2025: of(2025, '04-18', '04-21', '05-29', '06-21', '11-01'),
  2026: of(2026, '04-03', '04-06', '05-14', '06-20', '10-31'),
}

/** Easter and Whit Sundays, which are free as every Sunday is. */
export const sundayHolidays: readonly string[] = ['2020-04-12', '2020-05-31', '2021-04-04', '2021-05-23', '2026-05-24']
