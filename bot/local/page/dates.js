// Instants and dates as a person in some zone reads them.

const LOCALES = { en: "en-GB", id: "id-ID" };

const format = (date, lang, tz, options) =>
  new Intl.DateTimeFormat(LOCALES[lang], { timeZone: tz, ...options }).format(date);

/** 09:05 */
export const clockTime = (date, lang, tz) =>
  format(date, lang, tz, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).replace(".", ":");

/** Tue 24 Nov 2026 */
export const shortDay = (date, lang, tz) =>
  format(date, lang, tz, { weekday: "short", day: "numeric", month: "short", year: "numeric" }).replace(",", "");

/** Tuesday 24 November 2026 */
export const longDay = (date, lang, tz) =>
  format(date, lang, tz, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");

/** The calendar date in the zone, `2026-11-24`. */
export const localDate = (date, tz) => localParts(date, tz).slice(0, 10);

/** Local wall time in the zone, `2026-11-24T09:05`, the form of a datetime-local input. */
export function localParts(date, tz) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: tz, year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(date);
  const get = (type) => parts.find((part) => part.type === type).value;
  return `${get("year")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}`;
}

/** The instant of a wall time in a zone; in a gap of summer time, the instant an hour later. */
export function instantOf(wall, tz) {
  const asUtc = Date.parse(`${wall}:00Z`);
  let guess = asUtc;
  for (let round = 0; round < 2; round += 1) {
    guess += asUtc - Date.parse(`${localParts(new Date(guess), tz)}:00Z`);
  }
  return new Date(guess);
}

/** Slack's `<!date^seconds^format|fallback>` for this reader. */
export function slackDate(seconds, pattern, { lang, tz, now, t }) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const day = (options) => format(date, lang, tz, options).replace(",", "");
  const pretty = (otherwise) => {
    const apart = daysBetween(localDate(now, tz), localDate(date, tz));
    const name = { "-1": "yesterday", 0: "today", 1: "tomorrow" }[apart];
    return name ? t(name) : otherwise;
  };
  const short = day({ day: "numeric", month: "short", year: "numeric" });
  const plain = day({ day: "numeric", month: "long", year: "numeric" });
  const long = longDay(date, lang, tz);
  const tokens = {
    date_num: localDate(date, tz), date_slash: day({ day: "2-digit", month: "2-digit", year: "numeric" }),
    date: plain, date_short: short, date_long: long, date_pretty: pretty(plain),
    date_short_pretty: pretty(short), date_long_pretty: pretty(long), date_long_full: long, day_divider_pretty: pretty(long),
    time: clockTime(date, lang, tz), ago: ago(date, now, lang),
    time_secs: format(date, lang, tz, { timeStyle: "medium", hourCycle: "h23" }).replaceAll(".", ":"),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => tokens[name] ?? whole);
}

/** “3 hours ago”, “in 2 days”. */
export function ago(date, now, lang) {
  const seconds = (date - now) / 1000;
  const [unit, size] = [["day", 86400], ["hour", 3600], ["minute", 60]].find(([, s]) => Math.abs(seconds) >= s) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(LOCALES[lang], { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
