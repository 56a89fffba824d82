import type { Person } from './directory.ts';

/** People in a typed command, as Slack hands them on with `should_escape`: `@ada` becomes `<@U1|ada>`. */
export function escapeMentions(typed: string, people: readonly Pick<Person, 'id' | 'handle'>[]): string {
  return typed.replace(/(?<![\w@<])@([\w.-]*\w)/g, (mention, handle: string) => {
    const person = people.find((one) => one.handle === handle.toLowerCase());
    return person ? `<@${person.id}|${person.handle}>` : mention;
  });
}
