/**
 * One journey through the running app with a mark in everything that reaches it, and then a search for each mark
 * wherever it must not be. It is long because it names every way in and every way out.
 */
import type { ModalView } from '@slack/types';
import { afterAll, describe, expect, it } from 'vitest';
import { controlOf, day, filledIn, person, picked, written } from '../support/board-talk.ts';
import { type CanaryApp, planted, startCanaryApp } from '../support/canary-app.ts';

/** Taken in and kept: sealed in the database, shown in blocks to the members of the board, and nowhere else. */
const sealed = {
  typedCase: 'ZEBRA-4711',
  filledCase: 'QUOKKA-4712',
  plannedCase: 'OKAPI-4713',
  typedReport: 'RPT-WOMBAT77',
  filledReport: 'RPT-DUGONG78',
  proofElsewhere: 'EXT-NUMBAT88',
  closingReason: 'patient declines all follow-up',
  anchorLabel: 'end of chemoradiotherapy',
};
const caseCodes = [sealed.typedCase, sealed.filledCase, sealed.plannedCase];

/** Taken in, answered and forgotten. */
const forgotten = {
  nameInMention: 'kestrelmention',
  topic: 'quaggaword',
  dose: '54.4711',
};

/** Who vouches is part of a closing: sealed, though a user id may stand elsewhere for another reason. */
const witness = 'UWITNESS4711';
/** Kept in clear with the settings of the board. */
const timeZone = 'Antarctica/Troll';

/** Refused: nothing of it may be anywhere but in the request. */
const refused = {
  name: 'Ocelotovsky',
  recordNumber: '83719264',
  formName: 'Narwhalovsky',
  formNumber: '93719265',
  askedAbout: 'Margaret Pangolinsky',
  subcommand: 'wallabyword',
  unknownCommand: 'axolotlcommand',
  actionId: 'capybara.action',
  actionValue: 'capybaravalue',
  callbackId: 'tamarin.form',
  privateMetadata: 'tamarinmetadata',
  blockId: 'tamarinblock',
  reference: 'tamarinreference',
  caseCode: 'pademelon case',
  message: 'bilbymessage',
  fileName: 'bilbyfile',
  mention: 'bilbymention',
  eventType: 'bilby_event',
  brokenJson: 'dikdikjson',
  brokenForm: 'dikdikform',
  unsigned: 'gerenukunsigned',
  late: 'gerenuklate',
  tooLarge: 'gerenuklarge',
  path: 'jerboapath',
  header: 'jerboaheader',
};

const mrn = (number: string) => `MRN: ${number}`;
const mr = (name: string) => `patient Mr ${name}`;

let app: CanaryApp;
let health: string[];
let database: string;
let audit: string;
let answers: string[];
let calendarToken: string;
let calendar: string;

it('a whole journey, with marks in everything, comes to its end', { timeout: 120_000 }, async () => {
  app = await startCanaryApp('2026-11-23T09:00:30Z');
  answers = [];
  await takeIn();
  await refuse();
  await settled();
  health = await Promise.all(
    ['/healthz', '/readyz', '/metrics', `/${refused.path}`].map(async (path) => {
      const answer = await fetch(`${app.url}${path}`);
      return `${path} ${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
    }),
  );
  database = app.database();
  audit = `${await app.auditExport('csv')}\n${await app.auditExport('json')}`;
  await app.stop();
});
afterAll(async () => {
  // Only when the journey broke off: a second stop of what has ended would wait for nothing.
  if (audit === undefined) await app?.stop();
});

/** Every way in that keeps or answers what was written. */
async function takeIn(): Promise<void> {
  const { talk } = app;
  const people = `owner <@UADA|${forgotten.nameInMention}> backup <@UBEN|${forgotten.nameInMention}>`;
  const due = 'due 2026-11-23 window 14d';
  const series = `${due} ${people} every 3 months until 2027-11-23`;
  await talk.say(`add ${sealed.typedCase} CT chest ${series}`);
  const { callback_id: addForm, ...added } = await openedBy('add');
  await fill({ ...added, callback_id: addForm } as never, {
    caseCode: written(sealed.filledCase),
    modality: picked('CT'),
    bodySite: picked('abdomen'),
    targetOn: day('2026-11-23'),
    backupId: person('UBEN'),
    every: written('3'),
    unit: picked('month'),
  });
  await talk.nextMessage();
  const ack = await fill(await openedBy(`plan ${sealed.plannedCase}`), {
    template: picked('guo-2024-three-monthly'),
    anchorOn: day('2026-11-10'),
    modality: picked('CT or MRI'),
    bodySite: picked('chest'),
    backupId: person('UBEN'),
  });
  answers.push(JSON.stringify(ack));
  await fill(ack.view, {});
  await talk.nextMessage();

  await talk.say('settings ladder owner on the date; channel 3 days after the window');
  // Three weeks later reminders go out, to people and to the channel.
  await app.restart('2026-12-14T10:00:00Z');
  await expect.poll(postedTo, { timeout: 60_000 }).toEqual(expect.arrayContaining(['D1', 'C1']));

  await talk.say(`done ${sealed.typedCase} exam 2026-11-20 report ${sealed.typedReport} reviewer <@UCEM>`);
  const card = await talk.say(`show ${sealed.filledCase}`);
  await app.interact({ type: 'block_actions', ...pressedOn(controlOf(card.blocks, 'reminder.done')) });
  await fill(await talk.nextDialog(), {
    examOn: day('2026-11-20'),
    reportReference: written(sealed.filledReport),
    reviewedBy: person('UCEM'),
  });
  await talk.nextMessage();
  await talk.say(
    `close ${sealed.typedCase} completed elsewhere exam 2026-11-21 proof ${sealed.proofElsewhere}`,
  );
  await talk.say(`close ${sealed.filledCase} completed elsewhere exam 2026-11-21 witness <@${witness}>`);
  await talk.say(`close ${sealed.filledCase} declined ${sealed.closingReason}`);
  await talk.say(`book ${sealed.plannedCase} on 2026-12-18`);
  await talk.say(`attempt ${sealed.plannedCase} on 2026-11-20 by phone`);
  await talk.say(`settings zone ${timeZone}`);
  await app.interact({
    type: 'block_actions',
    ...pressedOn({ action_id: 'followup.settings', value: 'C1' }),
  });
  await fill(await talk.nextDialog(), {
    ladder: written('owner 17 days before\nchannel 41 days after the window'),
  });
  await talk.nextMessage();
  for (const look of [
    'list',
    'mine',
    'list overdue',
    `history ${sealed.typedCase}`,
    'rate',
    'settings history',
  ])
    await talk.say(look);
  // In a week in which a scan is due the board has its digest.
  const before = postedTo().filter((id) => id === 'C1').length;
  await app.restart('2027-02-22T10:00:00Z');
  await expect
    .poll(() => postedTo().filter((id) => id === 'C1').length, { timeout: 60_000 })
    .toBeGreaterThan(before);
  await talk.say('export csv');
  await talk.say('export json');
  const link = (await talk.say('calendar board')).all;
  calendarToken = /\/calendar\/([\w-]{43})\.ics/.exec(link)?.[1] ?? '';
  calendar = await (await fetch(`${app.url}/calendar/${calendarToken}.ics`)).text();
  await app.post(event({ type: 'app_home_opened', user: 'UADA', tab: 'home', channel: 'D1' }), asJson);
  await talk.nextHome();
  await app.type('/imt', forgotten.topic);
  await talk.nextMessage();
  await app.type('/imt-dose', `${forgotten.dose}/27 vs 55/20`);
  await talk.nextMessage();
}

/** Every way in that takes nothing. */
async function refuse(): Promise<void> {
  const { talk } = app;
  const answersOf = async (...requests: Promise<Response>[]) => {
    for (const answer of await Promise.all(requests)) answers.push(await answer.text());
  };
  for (const command of ['/imt', '/imt-dose', '/imt-followup'])
    for (const text of [mr(refused.name), mrn(refused.recordNumber)]) {
      await app.type(command, text);
      expect((await talk.nextMessage()).all).toContain('Nothing was stored or sent on');
    }
  await app.type('/imt', `${refused.askedAbout} radiotherapy`);
  expect((await talk.nextMessage()).all).toContain('Is this a patient identifier?');
  await talk.say(`${refused.subcommand} 4711`);
  await talk.say(`show ${refused.caseCode}`);
  await app.type(`/${refused.unknownCommand}`);
  await talk.nextMessage();

  const dialogs = [
    { callback_id: 'followup.add-form', field: 'caseCode' },
    { callback_id: 'followup.done-form', field: 'reportReference' },
    { callback_id: 'followup.close-form', field: 'proof' },
    { callback_id: 'followup.settings-form', field: 'ladder' },
  ];
  const place = (value: string) => JSON.stringify({ channelId: 'C1', onMessage: false, value });
  for (const { callback_id, field } of dialogs)
    for (const text of [mr(refused.formName), mrn(refused.formNumber)])
      await answersOf(submit({ callback_id, private_metadata: place('C1/x'), ...withText(field, text) }));
  await answersOf(
    submit({
      callback_id: 'followup.add-form',
      private_metadata: place(''),
      ...withText('caseCode', refused.caseCode),
    }),
    submit({
      callback_id: refused.callbackId,
      private_metadata: place(refused.privateMetadata),
      ...withText(refused.blockId, 'x'),
    }),
    submit({
      callback_id: 'followup.done-form',
      private_metadata: `${refused.privateMetadata}{`,
      ...withText(refused.blockId, 'x'),
    }),
    submit({
      callback_id: 'followup.done-form',
      private_metadata: place(`C1/${refused.reference}`),
      ...withText('reportReference', 'RPT-1'),
    }),
  );
  for (const action of [
    { action_id: refused.actionId, value: refused.actionValue },
    { action_id: 'guard.go-on', value: refused.actionValue },
    { action_id: 'followup.open', value: `C1/${refused.reference}` },
    { action_id: 'followup.page', value: refused.actionValue },
    { action_id: 'imt.topic', value: refused.actionValue },
  ])
    await answersOf(app.interact({ type: 'block_actions', ...pressedOn(action) }));

  const said = { user: 'UADA', channel: 'C1', ts: '1.1' };
  await answersOf(
    app.post(event({ ...said, type: 'message', channel_type: 'im', text: refused.message }), asJson),
    app.post(
      event({ ...said, type: 'message', subtype: 'message_changed', message: { text: refused.message } }),
      asJson,
    ),
    app.post(event({ ...said, type: 'app_mention', text: refused.mention }), asJson),
    app.post(event({ ...said, type: 'file_shared', file: { name: refused.fileName } }), asJson),
    app.post(event({ type: refused.eventType }), asJson),
    app.interact({
      type: 'message_action',
      callback_id: refused.callbackId,
      message: { text: refused.message },
    }),
    app.interact({ type: 'block_suggestion', action_id: refused.actionId, value: refused.actionValue }),
    app.post(`{"type":"event_callback","event":"${refused.brokenJson}`, asJson),
    app.post(`payload=%7B${refused.brokenForm}`),
    app.post(`${refused.brokenForm}`),
    app.post(JSON.stringify({ [refused.brokenJson]: { deep: refused.brokenJson } }), asJson),
    app.post(`command=/imt&text=${refused.unsigned}`, { 'x-slack-signature': 'v0=0' }),
    app.post(`command=/imt&text=${refused.late}`, { 'x-slack-request-timestamp': '1000000000' }),
    app.post(`command=/imt&text=${refused.tooLarge}${'x'.repeat(1_100_000)}`),
    app.post('command=/imt&text=help', { 'user-agent': refused.header, 'content-type': refused.header }),
    fetch(`${app.url}/slack/events?${refused.path}=1`),
    fetch(`${app.url}/calendar/${refused.path}.ics`),
    fetch(`${app.url}/calendar/${refused.path.padEnd(43, 'x')}.ics`),
  );
}

const postedTo = () =>
  app.slack.calls.flatMap(({ method, args }) => (method === 'chat.postMessage' ? [args.channel] : []));

const asJson = { 'content-type': 'application/json' };
const event = (inner: object) =>
  JSON.stringify({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: 'Ev1', event: inner });

const pressedOn = (action: object) => ({
  container: { type: 'message', channel_id: 'C1' },
  response_url: app.slack.newResponseUrl(),
  actions: [{ type: 'button', block_id: 'b1', action_ts: '1', ...action }],
});

const withText = (field: string, text: string) => ({
  blocks: [{ type: 'input', block_id: field }],
  state: { values: { [field]: { value: { type: 'plain_text_input', value: text } } } },
});

const submit = (view: object) =>
  app.interact({ type: 'view_submission', view: { type: 'modal', id: 'V1', ...view } });

async function openedBy(text: string): Promise<ModalView> {
  await app.type('/imt-followup', text);
  return app.talk.nextDialog();
}

/** What the acknowledgement says, if anything. */
async function fill(view: ModalView, values: Readonly<Record<string, object>>) {
  const text = await (await submit(filledIn(view, values))).text();
  const ack = text === '' ? {} : JSON.parse(text);
  expect(ack.errors).toBeUndefined();
  return ack;
}

/** Until nothing is under way any more: the log stays as it is. */
async function settled(): Promise<void> {
  for (let before = -1, now = 0; now !== before; ) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    now = (await app.printed()).length;
  }
}

/** Every body that left the app: to Slack's Web API, to response URLs, and as answers to requests. */
function outgoing(): object[] {
  const { calls, attempts } = app.slack;
  return [
    // The two are Slack's own, given back to it to be let in.
    ...calls.map(({ method, args: { token, trigger_id, ...args } }) => ({
      method,
      ...Object.fromEntries(Object.entries(args).map(parsed)),
    })),
    ...attempts.map(({ body }) => body),
    ...answers.flatMap((text) => (text.startsWith('{') ? [JSON.parse(text)] : [{ text }])),
  ];
}

/** Web API arguments come as text, of which some is JSON. */
function parsed([name, value]: [string, string]): [string, unknown] {
  return [name, /^[[{]/.test(value) ? JSON.parse(value) : value];
}

/** Fields that people read only once they look at the message: everything else is seen by Slack's machinery, or on a lock screen. */
const shownInBlocks = new Set(['text', 'alt_text', 'accessibility_label', 'initial_value']);

/** A body without what its blocks show: notification text, metadata, ids, values, names of files. */
function unseen(part: unknown, inBlocks = false): unknown {
  if (Array.isArray(part)) return part.map((one) => unseen(one, inBlocks));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) => {
      if (inBlocks && shownInBlocks.has(name) && typeof value === 'string') return [];
      // What a chart draws.
      if (inBlocks && typeof value === 'number') return [];
      return [[name, unseen(value, inBlocks || name === 'blocks')]];
    }),
  );
}

const foundIn = (text: string, marks: object) =>
  Object.entries(marks)
    .filter(([, mark]) => text.toLowerCase().includes(mark.toLowerCase()))
    .map(([name]) => name);

const everyMark = () => ({
  ...sealed,
  ...forgotten,
  ...refused,
  ...planted,
  witness,
  timeZone,
  calendarToken,
});

describe('of all that is written to the app or handed to it', () => {
  it('nothing stands in the log, at its most talkative', async () => {
    const log = await app.printed();
    expect(log).toContain('"answered"');
    expect(foundIn(log, everyMark())).toEqual([]);
  });

  it('nothing stands in what the app says of its health', () => {
    expect(health.join('\n')).toContain('/readyz 200');
    expect(foundIn(health.join('\n').replaceAll(`/${refused.path} `, ''), everyMark())).toEqual([]);
  });

  it('nothing stands in the audit record', () => {
    expect(audit).toContain('/imt-followup done');
    expect(foundIn(audit, everyMark())).toEqual([]);
  });

  it('nothing stands readable in the database, but the settings of a board', () => {
    expect(database).toContain('UADA');
    expect(foundIn(database, everyMark())).toEqual(['timeZone']);
  });

  it('nothing stands in what leaves the app besides its blocks, but a dose behind its own buttons', () => {
    const marks = { ...sealed, ...forgotten, ...refused, timeZone };
    const bodies = outgoing().map((body) => unseen(body));
    expect(foundIn(JSON.stringify(bodies), marks)).toEqual(['dose']);
    const withoutDose = JSON.stringify(bodies, (_, part) =>
      part?.action_id?.startsWith('dose.') ? '' : part,
    );
    expect(foundIn(withoutDose, marks)).toEqual([]);
  });

  it('no secret and no name of a person or channel is sent to Slack; a response URL only back in its own dialog', () => {
    const { responseUrls, ...others } = planted;
    const bodies = outgoing();
    expect(foundIn(JSON.stringify(bodies), others)).toEqual([]);
    const withoutPlaces = JSON.stringify(bodies, (name, value) => (name === 'private_metadata' ? '' : value));
    expect(foundIn(withoutPlaces, { responseUrls })).toEqual([]);
  });
});

describe('a case code', () => {
  it('does stand in blocks, so that this search would find one', () => {
    expect(foundIn(JSON.stringify(outgoing()), caseCodes)).toHaveLength(caseCodes.length);
    expect(calendar).toContain(sealed.plannedCase);
  });

  it('goes to the board and its people alone', () => {
    const posted = app.slack.calls.filter(({ method }) => /^chat\./.test(method));
    const places = posted.filter(({ args }) => foundIn(JSON.stringify(args), caseCodes).length > 0);
    expect(places.length).toBeGreaterThan(0);
    expect(
      [...new Set(places.map(({ args }) => args.channel))].filter((id) => !['C1', 'D1'].includes(id ?? '')),
    ).toEqual([]);
    const answered = app.slack.attempts.filter(
      ({ body }) => foundIn(JSON.stringify(body), caseCodes).length > 0,
    );
    expect(answered.filter(({ body }) => body.response_type === 'in_channel')).toEqual([]);
  });
});

describe('what a dialog or a button carries out of sight', () => {
  it('is ids and words of the app’s own', () => {
    const values: string[] = [];
    JSON.stringify(outgoing(), (name, value) => {
      if (name === 'private_metadata' && value !== '') values.push(JSON.parse(value).value);
      return value;
    });
    expect(values.length).toBeGreaterThan(3);
    // A date is of somebody: it stands where it can be read, or not at all.
    expect(values.filter((value) => /\d{4}-\d{2}-\d{2}/.test(value))).toEqual([]);
    expect(values.filter((value) => foundIn(value, everyMark()).length > 0)).toEqual([]);
  });
});

describe('of what is refused', () => {
  it('nothing leaves the app, not even in an answer to who wrote it', () => {
    expect(foundIn(JSON.stringify(outgoing()), refused)).toEqual([]);
  });
});
