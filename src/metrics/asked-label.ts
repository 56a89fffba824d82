/** What is asked without a command; the rest is called by the kind of thing that was pressed or sent. */
const places: Readonly<Record<string, string>> = {
  'direct message': 'direct-message',
  mention: 'mention',
  evidence_of_message: 'message-menu',
};

/**
 * The name under which something that was asked is counted: a command that the app has, or one of a few words.
 * Nothing that came from outside becomes a label, so neither a text nor an endless number of series can.
 */
export function askedLabel(asked: string, commandNames: ReadonlySet<string>): string {
  const [word = ''] = asked.split(' ', 1);
  if (commandNames.has(word)) return word;
  const place = places[asked];
  if (place !== undefined) return place;
  return word.startsWith('/') || word === 'unknown' ? 'unknown' : 'button-or-form';
}
