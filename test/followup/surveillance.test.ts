import { describe, expect, test } from 'vitest';
import { SurveillanceTemplate } from '../../knowledge/surveillance-schema.ts';
import { addDaysTo } from '../../src/dates/add-days.ts';
import { ANCHOR_LABELS } from '../../src/followup/checked-anchor.ts';
import { expandTemplate } from '../../src/followup/expand-template.ts';
import { moveAnchor } from '../../src/followup/move-anchor.ts';
import { planFromTemplate } from '../../src/followup/plan-from-template.ts';
import { windowOf } from '../../src/followup/scan-window.ts';
import { MODALITIES } from '../../src/followup/vocabulary.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { parseFile } from '../../src/knowledge/parse-file.ts';
import { readFiles } from '../../src/knowledge/read-files.ts';
import { actOn, board } from './follow-up-for-test.ts';

const folder = new URL('../../knowledge/', import.meta.url);
const files = readFiles(folder).filter(({ path }) => path.startsWith('surveillance/'));
const templates = files.map((file) => {
  const parsed = parseFile(file, SurveillanceTemplate);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return { path: file.path, template: parsed.value };
});
const byId = (id: string) => {
  const found = templates.find(({ template }) => template.id === id);
  if (!found) throw new Error(`there is no template ${id}`);
  return found.template;
};

describe.each(templates)('the template in $path', ({ path, template }) => {
  test('is named after its id, and says what it is extrapolated from', () => {
    expect(path).toBe(`surveillance/${template.id}.yml`);
    const { tumour, statement } = template.extrapolatedFrom;
    if (tumour !== 'imt') expect(statement).toMatch(/^Extrapolated from/);
  });

  test('names a source of the knowledge base only when it is there', () => {
    const { sourceId, doi } = template.source;
    if (sourceId !== null) expect(loadKnowledge(folder).sources.get(sourceId)?.doi).toBe(doi);
    else expect(template.source.url).not.toBeNull();
  });

  test('names examinations that a follow-up can hold, and a day that it can count from', () => {
    expect(ANCHOR_LABELS).toContain(template.anchorLabel);
    for (const { modality } of template.examinations) expect(MODALITIES).toContain(modality);
  });

  test('offers dates in order whose windows never touch', () => {
    const dates = expandTemplate(template, '2027-08-31');
    expect(dates.length).toBeGreaterThan(9);
    for (const [at, { on, windowDays }] of dates.entries()) {
      const next = dates[at + 1];
      const { closesOn } = windowOf({ targetOn: on, windowDays });
      if (next)
        expect(closesOn < windowOf({ targetOn: next.on, windowDays: next.windowDays }).opensOn).toBe(true);
    }
  });
});

test('the schedule of the published patient offers a date every 3 months, month ends counted from the anchor', () => {
  const dates = expandTemplate(byId('guo-2024-three-monthly'), '2027-01-31');
  expect(dates).toHaveLength(20);
  expect(dates.slice(0, 5).map(({ on }) => on)).toEqual([
    '2027-04-30',
    '2027-07-31',
    '2027-10-31',
    '2028-01-31',
    '2028-04-30',
  ]);
  expect(dates.at(-1)).toMatchObject({ on: '2032-01-31', fromAnchor: { amount: 60, unit: 'month' } });
});

test('the schedule for intermediate and high grade goes from 3 to 6 to 12 months', () => {
  const months = expandTemplate(byId('sts-intermediate-high-grade'), '2027-01-31').map(
    ({ fromAnchor }) => fromAnchor?.amount,
  );
  expect(months).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 42, 48, 54, 60, 72, 84, 96, 108, 120]);
});

test('a ladder before a wider gap is the longer one', () => {
  const dates = expandTemplate(byId('sts-intermediate-high-grade'), '2027-01-31');
  expect([10, 11, 15, 20].map((at) => dates[at]?.intervalDays)).toEqual([89, 181, 365, 365]);
});

test('a template whose window reaches its next date, or with a phase that holds none, is refused', () => {
  const good = byId('guo-2024-three-monthly');
  const [phase] = good.phases;
  expect(SurveillanceTemplate.safeParse(good).success).toBe(true);
  expect(SurveillanceTemplate.safeParse({ ...good, phases: [{ ...phase, windowDays: 42 }] }).success).toBe(
    false,
  );
  expect(SurveillanceTemplate.safeParse({ ...good, phases: [phase, phase] }).success).toBe(false);
  expect(SurveillanceTemplate.safeParse({ ...good, source: { ...good.source, doi: null } }).success).toBe(
    false,
  );
});

describe('an approved plan', () => {
  const anchor = { label: 'end of chemoradiotherapy', on: '2027-01-31' };
  const draft = { caseCode: 'CASE-12', modality: 'CT', bodySite: 'chest', ownerId: 'U1', backupId: 'U2' };
  const offered = expandTemplate(byId('guo-2024-three-monthly'), anchor.on);
  let count = 0;
  const ids = { id: 'f1', board, newId: () => `o${count++}` };
  const act = actOn('2027-02-01');

  test('keeps the dates as the clinician left them, with template and anchor', () => {
    const edited = [
      ...offered.slice(1, 3),
      { ...offered[0], on: '2027-05-04', fromAnchor: null, windowDays: 7, intervalDays: 89 },
    ];
    const { followUp, occurrences } = planFromTemplate(
      { templateId: 'guo-2024-three-monthly', anchor, draft, dates: edited },
      ids,
      act,
    );
    expect(followUp).toMatchObject({
      anchor,
      templateId: 'guo-2024-three-monthly',
      firstTargetOn: '2027-05-04',
      recurrence: null,
    });
    expect(occurrences.map(({ number, targetOn, windowDays }) => [number, targetOn, windowDays])).toEqual([
      [0, '2027-05-04', 7],
      [1, '2027-07-31', 14],
      [2, '2027-10-31', 14],
    ]);
    expect(moveAnchor(followUp, occurrences, '2027-02-10', act).moved.map(({ to }) => to)).toEqual([
      '2027-05-14',
      '2027-08-10',
      '2027-11-10',
    ]);
  });

  test('is refused with no date, with one twice, with one before it begins, and with what is missing of it', () => {
    const plan = { templateId: 't', anchor, draft, dates: offered };
    const named = { label: 'after Mrs Miller’s operation', on: anchor.on };
    expect(() => planFromTemplate({ ...plan, anchor: named }, ids, act)).toThrow(
      /^(?!.*Miller).*not on the list/,
    );
    expect(() => planFromTemplate({ ...plan, dates: [] }, ids, act)).toThrow(/has no date/);
    expect(() =>
      planFromTemplate({ ...plan, dates: [...offered, ...offered.slice(0, 1)] }, ids, act),
    ).toThrow(/are the same/);
    const early = { ...offered[0], on: addDaysTo(anchor.on, -1) } as (typeof offered)[number];
    expect(() => planFromTemplate({ ...plan, dates: [early, ...offered] }, ids, act)).toThrow(
      /lies before .* from which the plan counts\. Pick a later one/,
    );
    expect(() => planFromTemplate({ ...plan, draft: { ...draft, backupId: '' } }, ids, act)).toThrow(
      /Missing: the backup/,
    );
  });
});
