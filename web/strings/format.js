/** How a language writes numbers, dates and lists. */
export function formats(tag) {
  const numbers = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const signs = new Intl.NumberFormat(tag, { signDisplay: 'exceptZero' });
  const short = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const and = new Intl.ListFormat(tag, { type: 'conjunction' });
  const or = new Intl.ListFormat(tag, { type: 'disjunction' });
  const number = (value) => numbers.format(value);
  return {
    number,
    percentage: (value) => percent.format(value),
    signed: (value) => signs.format(value),
    compact: (value) => short.format(value),
    /** A date of the form 2025-10-30; what has no year, or no day, stays as it is. */
    day: (value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? days.format(new Date(`${value}T00:00Z`)) : value),
    languageName: (code) => names.of(code) ?? code,
    all: (list) => and.format(list),
    any: (list) => or.format(list),
    plural: (count, one, many) => `${number(count)} ${count === 1 ? one : many}`,
    megabytes: (bytes) => `${number(Math.ceil(bytes / 1024 / 1024 * 100) / 100)} MB`,
  };
}
