import { expect, test } from 'vitest';
import { escapeMentions } from '../../src/sandbox/escape-mentions.ts';

const people = [
  { id: 'U1', handle: 'ada' },
  { id: 'U2', handle: 'ben' },
];

test.each([
  ['owner @ada backup @Ben', 'owner <@U1|ada> backup <@U2|ben>'],
  ['owner @ada, backup @ben.', 'owner <@U1|ada>, backup <@U2|ben>.'],
  ['owner @nobody', 'owner @nobody'],
  ['mail ada@ben', 'mail ada@ben'],
  ['owner <@U1|ada>', 'owner <@U1|ada>'],
])('a command with %s is handed on as %s', (typed, handedOn) => {
  expect(escapeMentions(typed, people)).toBe(handedOn);
});
