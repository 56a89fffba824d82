import { expect, it } from 'vitest';
import { schedulesTable } from '../../src/views/schedules-table.ts';
import { aCase, fixtureContents, fixtureKnowledge } from '../support/knowledge-fixture.ts';

const warning = (text: string) => ({ text });
const tableOf = (warnings: string[][]) => {
  const cases = warnings.map((texts, at) =>
    aCase({ id: `case-${at}`, label: `Row ${at}`, warnings: texts.map(warning) }),
  );
  return JSON.stringify(schedulesTable(fixtureKnowledge(fixtureContents({ cases }))));
};

it('the table has the dose beside the name, where a phone shows it', () => {
  expect(tableOf([[]])).toMatch(/"Published case"\},\{[^}]*"Dose and fractions"/);
});

it('the table says how many of its rows a clinician has reviewed', () => {
  expect(tableOf([[], []])).toContain('not reviewed by a clinician yet');
  const knowledge = fixtureKnowledge(
    fixtureContents({ cases: [aCase({ id: 'one' }), aCase({ id: 'other' })] }),
  );
  const [one] = knowledge.cases.values();
  if (one) one.review = { ...one.review, status: 'reviewed', by: 'Dr Rossi', on: '2026-11-20' };
  expect(JSON.stringify(schedulesTable(knowledge))).toContain('1 of 2 reviewed by a clinician');
});

it('what several rows share stands once above, and then what each row has of its own, under its name', () => {
  const written = tableOf(
    [['Shared.', 'Own.'], ['Shared.', 'Other.', 'More.'], ['Shared.'], ['Everybody’s.']].map((own) => [
      'All.',
      ...own,
    ]),
  );
  expect(written).toContain(
    [
      '⚠ *All rows:* All.',
      '⚠ *All rows but Row 3:* Shared.',
      '⚠ *Row 0:* Own.',
      '⚠ *Row 1:*',
      '• Other.',
      '• More.',
      '⚠ *Row 3:* Everybody’s.',
    ].join('\\n'),
  );
});
