import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readyIndex } from '../src/evidence/questions/ready-index.ts';
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts';
import { board, followUpForTest, occurrenceForTest, settingsForTest } from './followup/follow-up-for-test.ts';
import { docExamples, runCode } from './support/doc-examples.ts';

const knowledge = loadKnowledge(new URL('../knowledge/', import.meta.url));
const index = readyIndex(knowledge);
const act = { by: 'U1', atMs: Date.UTC(2027, 1, 21, 9), todayOn: '2027-02-21' };
const occurrence = occurrenceForTest();
const ctChest = { ...followUpForTest, ownerId: 'U1', backupId: 'U2' };

/** The share of examples that may show what nobody can make in a line. Where all can be run, none may be a mere picture. */
const mostIllustrated: Record<string, number> = { evidence: 1 / 2, dose: 0, followup: 1 / 4, privacy: 0 };

/** What examples may name without making it. One that names anything else is an illustration, and is not run. */
const spokenOf: Record<string, Record<string, unknown>> = {
  evidence: {
    ...{ knowledge, index, lexicon: index.lexicon, caseSites: knowledge.caseSites },
    radiotherapy: knowledge.topics.find(({ id }) => id === 'radiotherapy'),
    nothing: { ageDecade: null, siteGroup: null, alk: null, resection: null, radiotherapy: null },
  },
  dose: { cases: [...knowledge.cases.values()] },
  followup: {
    ...{ board, act, settings: settingsForTest, followUp: ctChest, ctChest, occurrence },
    closedOccurrence: {
      ...occurrence,
      closing: { state: 'completed', reason: null, by: 'U1', atMs: act.atMs, proof: null, witness: null },
    },
  },
  privacy: {},
};

describe.each(Object.keys(spokenOf))('an example of src/%s', async (folder) => {
  const { examples, exported } = await docExamples(new URL(`../src/${folder}/`, import.meta.url));
  const names = { ...exported, ...spokenOf[folder] };
  let illustrations = 0;

  it.each(examples)('is true: $name', async ({ code, value, name }) => {
    const outcome = await outcomeOf(() => runCode(code, names));
    if (outcome.thrown instanceof ReferenceError) illustrations += 1;
    else if (value.startsWith('throws')) expectThrown(outcome, value);
    else {
      expect(outcome.thrown, name).toBeUndefined();
      expectValue(outcome.got, value, names);
    }
  });

  it('is rather run than an illustration', () => {
    expect(illustrations).toBeLessThanOrEqual(examples.length * (mostIllustrated[folder] ?? 0));
  });
});

interface Outcome {
  got?: unknown;
  thrown?: unknown;
}

async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { got: await run() };
  } catch (thrown) {
    return { thrown };
  }
}

/** `throws CODE`, `throws: 'Missing: …'`. */
function expectThrown({ thrown }: Outcome, value: string): void {
  const { code = '', message } = (thrown ?? { message: '(nothing)' }) as { code?: string; message: string };
  const said = value.replace(/^throws:? ["'`]?/, '').replace(/["'`]$/, '');
  expect(`${code} ${message}`).toMatch(patternOf(said));
}

function expectValue(got: unknown, value: string, names: Readonly<Record<string, unknown>>): void {
  if (value.includes('…')) {
    expect(spaceless(inspect(got, { depth: 9, breakLength: Infinity, compact: true }))).toMatch(
      patternOf(spaceless(value), '^'),
    );
    return;
  }
  const [text, said] = leadingValue(value, names);
  if (typeof said === 'number') {
    const decimals = text.split('.')[1]?.length ?? 0;
    expect(got).toBeCloseTo(said, decimals);
  } else expect(plain(got)).toEqual(plain(said));
}

/** The longest beginning that is a value; prose may follow, as in "62.5 Gy in 1.8 Gy fractions". */
function leadingValue(
  value: string,
  names: Readonly<Record<string, unknown>>,
): [text: string, said: unknown] {
  const text = value.replace(/^Set \{(.*)\}$/, '[$1]');
  for (let end = text.length; end > 0; end -= 1) {
    if (end < text.length && !/[\s,;:]/.test(text[end] ?? '')) continue;
    const beginning = text.slice(0, end);
    try {
      return [
        beginning,
        new Function(...Object.keys(names), `return (${beginning})`)(...Object.values(names)),
      ];
    } catch {
      // Shorter, then.
    }
  }
  throw new Error(`no value stands in "${value}"`);
}

const plain = (value: unknown) => (value instanceof Set ? [...value] : value);
const spaceless = (text: string) => text.replace(/\s/g, '').replace(/^(\w+)\(\d+\)/, '$1');

/** Of a text in which `…` stands for anything. */
function patternOf(text: string, start = ''): RegExp {
  const parts = text.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(start + parts.join('[\\s\\S]*'));
}
