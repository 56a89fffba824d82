import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateView } from '../../src/slack/block-kit/validate.ts';
import { day, person, picked, written } from '../support/board-talk.ts';
import { ctChest } from '../support/ct-chest.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const rig = followUpEachTest(loadKnowledge(new URL('../../knowledge/', import.meta.url)));
const { say, shown, openedView, pressed, submit } = rig;

/** What the dialog of the dates shows besides them. */
const counted = { caseCode: written('CASE-12'), anchorOn: day('2026-11-10') };

/** The first dialog of a plan, filled in. */
const planned = {
  caseCode: written('CASE-12'),
  template: picked('guo-2024-three-monthly'),
  anchorOn: day('2026-11-10'),
  modality: picked('CT or MRI'),
  bodySite: picked('chest'),
  contrast: picked(null),
  ownerId: person('U1'),
  backupId: person('U2'),
};

describe('the dialog of a new follow-up', () => {
  const filled = {
    caseCode: written('CASE-12'),
    modality: picked('CT'),
    bodySite: picked('chest'),
    contrast: picked(null),
    targetOn: day('2027-02-23'),
    windowDays: written('14'),
    ownerId: person('U1'),
    backupId: person('U2'),
    every: written('3'),
    unit: picked('month'),
    untilOn: day('2027-08-23'),
  };
  const asked = async () => {
    await rig.app.type('/imt-followup', 'add');
    return openedView();
  };

  test('saves what is filled in', async () => {
    await submit(await asked(), filled);
    expect((await shown()).all).toContain('3 dates');
    expect((await say('list')).all).toContain('CT chest for CASE-12');
  });

  test('says under each field what is wrong, all at once, and saves nothing', async () => {
    const wrong = {
      ...filled,
      caseCode: written('CANARY 4711902'),
      modality: picked(null),
      backupId: person('U1'),
      unit: picked(null),
    };
    const ack = await (await submit(await asked(), wrong)).json();
    expect(ack.response_action).toBe('errors');
    expect(Object.keys(ack.errors).sort()).toEqual(['backupId', 'caseCode', 'modality', 'unit']);
    expect(JSON.stringify(ack)).not.toMatch(/CANARY|4711902/);
    expect(rig.store.written()).not.toMatch(/CANARY|4711902/);
    expect(rig.app.logLines.join('')).not.toMatch(/CANARY|4711902/);
    expect((await say('list')).all).toContain('Nothing is open');
  });

  test('keeps a window from reaching the next date', async () => {
    const ack = await (await submit(await asked(), { ...filled, windowDays: written('60') })).json();
    expect(JSON.stringify(ack.errors)).toContain('would reach the next date');
  });
});

/** Every date of a plan's second dialog, emptied. */
const noDates = ({ blocks }: ModalView): Record<string, object> =>
  Object.fromEntries(
    blocks.flatMap(({ block_id = '' }) => (block_id.startsWith('date-') ? [[block_id, day(null)]] : [])),
  );

describe('a plan', () => {
  const secondOf = async (values: object = planned) => {
    await rig.app.type('/imt-followup', 'plan CASE-12');
    return (await submit(await openedView(), values as typeof planned)).json();
  };

  test('shows the source and the dates of its template, and keeps those that are approved', async () => {
    const { response_action, view } = await secondOf();
    expect(response_action).toBe('update');
    expect(validateView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('10.3389/fonc.2024.1395787');
    expect((await say('list')).all).toContain('Nothing is open');
    await submit(view, {
      ...counted,
      ...noDates(view),
      ...{ 'date-0': day('2027-02-15'), 'date-1': day('2027-05-10') },
    });
    expect((await shown()).all).toContain('2 dates');
    expect((await say('show CASE-12')).all).toContain('counted from end of chemoradiotherapy');
  });

  test('carries neither the case nor the day out of sight: both stand in its second dialog', async () => {
    const { view } = await secondOf();
    expect(view.private_metadata).not.toMatch(/CASE|2026/);
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"CASE-12"');
    expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2026-11-10"');
  });

  test('whose case code is broken in the second dialog is not kept', async () => {
    const { view } = await secondOf();
    const ack = await submit(view, {
      ...counted,
      caseCode: written('4711CANARY'),
      'date-0': day('2027-02-10'),
    });
    const { errors } = await ack.json();
    expect(errors.caseCode).toContain('not a case code');
    expect(JSON.stringify(errors)).not.toContain('CANARY');
    expect((await say('list')).all).toContain('Nothing is open');
  });

  test('says under each field of its first dialog what is wrong', async () => {
    const ack = await secondOf({
      ...planned,
      template: picked(null),
      anchorOn: day(null),
      ownerId: person('U2'),
    });
    expect(Object.keys(ack.errors).sort()).toEqual(['anchorOn', 'backupId', 'template']);
  });
});

describe('an edit', () => {
  test('moves open dates with their anchor, and says which', async () => {
    await rig.app.type('/imt-followup', 'plan CASE-12');
    const { view } = await (await submit(await openedView(), planned)).json();
    await submit(view, { ...counted, 'date-0': day('2027-02-10'), 'date-1': day('2027-05-12') });
    const card = await shown();
    await submit(await pressed(card, 'followup.edit'), {
      modality: picked('CT'),
      bodySite: picked('chest'),
      contrast: picked(null),
      windowDays: written('7'),
      anchorOn: day('2026-11-20'),
    });
    const { all } = await shown();
    expect(all).toContain('modality CT (was CT or MRI)');
    expect(all).toContain('date 1: 10 February 2027 → 20 February 2027');
    expect(all).toContain('between 13 February 2027 and 27 February 2027');
    expect((await say('show CASE-12')).all).toContain('CT chest for CASE-12');
  });

  test('that changes nothing says so in the dialog', async () => {
    const card = await say(`add ${ctChest}`);
    const ack = await submit(await pressed(card, 'followup.edit'), {
      modality: picked('CT'),
      bodySite: picked('chest'),
      contrast: picked(null),
      windowDays: written('14'),
      anchorLabel: picked(null),
      anchorOn: day(null),
    });
    expect(JSON.stringify(await ack.json())).toContain('Nothing was changed');
  });
});
