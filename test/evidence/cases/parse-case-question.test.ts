import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { parseCaseQuestion } from '../../../src/evidence/cases/parse-case-question.ts';
import { writeCaseQuestion } from '../../../src/evidence/cases/write-case-question.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { anyProfile, nothing } from './profiles-for-test.ts';

const { caseSites } = loadKnowledge(new URL('../../../knowledge/', import.meta.url));
const read = (text: string) => parseCaseQuestion(text, caseSites);

describe('a question to the published cases', () => {
  test.each([
    ['age 26', 20],
    ['26-year-old', 20],
    ['26 years old', 20],
    ['aged 26', 20],
    ['26 y', 20],
    ['26yo', 20],
    ['20s', 20],
    ['age 20–29', 20],
    ['age 3', 0],
    ['age 94', 90],
    ['age 102', 90],
  ])('keeps of an age the decade: %s', (text, ageDecade) => {
    expect(read(text)).toEqual({ ...nothing, ageDecade });
  });

  test.each([
    ['ALK-negative', 'negative'],
    ['alk neg', 'negative'],
    ['ALK−', 'negative'],
    ['ALK-', 'negative'],
    ['ALK+', 'positive'],
    ['ALK status positive', 'positive'],
  ])('reads ALK as it is written: %s', (text, alk) => {
    expect(read(`orbit ${text}`)).toEqual({ ...nothing, siteGroup: 'orbit', alk });
  });

  test.each([
    ['unresected', ['unresected']],
    ['not resected', ['unresected']],
    ['incompletely resected', ['incomplete']],
    ['subtotal resection', ['incomplete']],
    ['complete resection', ['complete']],
    ['resected', ['complete', 'incomplete']],
  ])('reads the resection: %s', (text, resection) => {
    expect(read(text)).toEqual({ ...nothing, resection });
  });

  test('reads the whole of what a board member types, in any order', () => {
    const whole = {
      ageDecade: 20,
      siteGroup: 'lung-airway',
      alk: 'negative',
      resection: ['unresected'],
      radiotherapy: false,
    };
    expect(read('age 26 trachea ALK-negative unresected no radiotherapy')).toEqual(whole);
    expect(read('ALK- unresected, without RT; tracheal IMT in a 26-year-old patient')).toEqual(whole);
  });

  test('reads back what its buttons carry as the same question', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        fc.pre(Object.values(profile).some((part) => part !== null));
        expect(read(writeCaseQuestion(profile, caseSites))).toEqual(profile);
      }),
    );
  });

  test.each(['trachea Smith', 'MRN 12345 orbit', 'age 26 works as a miner', 'orbit 54', 'age 260 orbit'])(
    'refuses what is none of its parts, and repeats nothing of it: %s',
    (text) => {
      const refusal = catchUserError(() => read(text));
      expect(refusal).toContain('Write');
      expect(refusal).not.toMatch(/Smith|MRN|12345|miner|54|260/);
    },
  );

  test('offers the nearest word that can be asked', () => {
    expect(catchUserError(() => read('trachae'))).toContain('Did you mean trachea');
  });

  test('refuses two sites, two ages, two results and the empty question', () => {
    for (const text of [
      'orbit trachea',
      'age 26 age 54',
      'age 28-34',
      'ALK+ ALK-',
      'patient',
      'x'.repeat(400),
    ])
      expect(() => read(text)).toThrow(UserError);
  });

  test('answers any text with a question or a UserError', () => {
    const words = fc.constantFrom(
      'age',
      '26',
      'alk',
      '-',
      '+',
      'orbit',
      'no',
      'rt',
      'resected',
      '<@U1>',
      'years',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (text) => {
          try {
            read(text);
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
          }
        },
      ),
    );
  });
});

function catchUserError(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('expected a UserError');
}
