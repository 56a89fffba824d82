const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** Slack's date tokens. Those that say "today" are written out as the date: the page does not redraw at midnight. */
const tokens: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: day,
  date_pretty: day,
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_short_pretty: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { weekday: 'long', ...day },
  date_long_pretty: { weekday: 'long', ...day },
  date_long_full: { weekday: 'long', ...day },
  day_divider_pretty: day,
  ago: { ...day, ...time },
  time,
  time_secs: { ...time, second: '2-digit' },
};

/** A `<!date^…>` as words, or null when it is no date or asks for something unknown. */
export function dateText(epochSeconds: number, format: string, timeZone = 'UTC'): string | null {
  const instant = new Date(epochSeconds * 1000);
  if (Number.isNaN(instant.valueOf())) return null;
  let known = true;
  const text = format.replace(/\{(\w*)\}/g, (whole, token: string) => {
    const options = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (options === undefined) {
      known = false;
      return whole;
    }
    const locale = token === 'date_num' ? 'sv-SE' : 'en-GB';
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(instant);
  });
  return known ? text : null;
}
