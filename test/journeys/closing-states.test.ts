import { beforeEach, describe, expect, test } from 'vitest';
import { TERMINAL_STATES } from '../../src/followup/follow-up.ts';
import { type BoardTalk, controlOf, day, person, picked, written } from '../support/board-talk.ts';
import { followUpEachTest } from '../support/follow-up-each-test.ts';

const add = 'add CASE-12 CT chest due 2026-11-16 window 7d owner <@U1> backup <@U2>';
const closed = (state: string) => `*CT chest for CASE-12* of 16 November 2026 is closed (${state}).`;

interface Closing {
  state: string;
  /** What is typed behind the case code, or the values of the dialog of `button`. */
  typed: string;
  button: string;
  filled: Readonly<Record<string, object>>;
  /** What the card says: who did what, then how the scan stands. */
  says: RegExp;
  stands: string;
}

const reasoned = (state: string, reason: string, spoken: string): Closing => ({
  state,
  typed: `close CASE-12 ${state} ${reason}`,
  button: 'reminder.not-needed',
  filled: { why: picked(`${state}/${reason}`) },
  says: new RegExp(`^\\*Closed as ${spoken}\\* by <@U1>, [^:]*<!date.*>: ${reason}\\.$`, 'm'),
  stands: closed(spoken),
});

const closings: readonly Closing[] = [
  {
    state: 'completed',
    typed: 'done CASE-12 exam 2026-11-17 report RPT-1 reviewer <@U3>',
    button: 'reminder.done',
    filled: { examOn: day('2026-11-17'), reportReference: written('RPT-1'), reviewedBy: person('U3') },
    says: /^\*Completed\* by <@U1>, <.*>: exam 17 November 2026, report RPT-1, read by <@U3>\.$/m,
    stands: closed('completed'),
  },
  {
    state: 'completed-elsewhere',
    typed: 'close CASE-12 completed-elsewhere exam 2026-11-17 proof X-12',
    button: 'reminder.not-needed',
    filled: { why: picked('completed-elsewhere/'), examOn: day('2026-11-17'), proof: written('X-12') },
    says: /^\*Closed as completed elsewhere\* by <@U1>, <.*>: exam 17 November 2026, proof X-12\.$/m,
    stands: closed('completed elsewhere'),
  },
  {
    state: 'completed-elsewhere',
    typed: 'close CASE-12 completed elsewhere exam 2026-11-17 witness <@U4>',
    button: 'reminder.not-needed',
    filled: { why: picked('completed-elsewhere/'), examOn: day('2026-11-17'), witness: person('U4') },
    says: /^\*Closed as completed elsewhere\* by <@U1>, <.*>: exam 17 November 2026, on the word of <@U4>\.$/m,
    stands: closed('completed elsewhere'),
  },
  reasoned('not-clinically-necessary', 'board changed the plan', 'not clinically necessary'),
  reasoned('declined', 'patient declines this scan', 'declined'),
  reasoned('moved-care', 'other hospital', 'moved care'),
  reasoned('superseded', 'new plan', 'superseded'),
  {
    state: 'lost-to-follow-up',
    typed: 'close CASE-12 lost to follow-up',
    button: 'reminder.not-needed',
    filled: { why: picked('lost-to-follow-up/') },
    says: /^\*Closed as lost to follow-up\* by <@U1>, <[^>]*>\.$/m,
    stands: closed('lost to follow-up'),
  },
  {
    state: 'deceased',
    typed: 'close CASE-12 deceased',
    button: 'reminder.not-needed',
    filled: { why: picked('deceased/') },
    says: /^\*Deceased\*: 1 open date of CASE-12 closed by <@U1>\./m,
    stands: 'No more messages go out for this case.',
  },
];

const rig = followUpEachTest();
const { say, shown, openedView, submit } = rig;

const sections = ({ blocks }: Awaited<ReturnType<BoardTalk['say']>>) =>
  blocks.map((block) => (block as { text?: { text: string } }).text?.text ?? '').join('\n');

async function logAttempts(): Promise<void> {
  for (const way of ['phone', 'letter', 'email']) await say(`attempt CASE-12 on 2026-11-20 by ${way}`);
}

async function pressedAndFilled({ button, filled }: Closing): Promise<Response> {
  await rig.app.press(controlOf((await say('show CASE-12')).blocks, button));
  return submit(await openedView(), filled);
}

async function expectClosed({ state, says, stands }: Closing, card: string): Promise<void> {
  expect(card).toMatch(says);
  expect(card).toContain(stands);
  const [scan] = await rig.store.records.everyOccurrence({ teamId: 'T1', channelId: 'C1' });
  expect(scan?.closing).toMatchObject({ state, by: 'U1' });
  expect((await say('list')).all).toContain('Nothing is open');
}

test('every closing state is seen through here', () => {
  expect(new Set(closings.map(({ state }) => state))).toEqual(new Set(TERMINAL_STATES));
});

describe.each(closings)('a scan that closes as $state ($stands)', (closing) => {
  beforeEach(async () => {
    await say(add);
    if (closing.state === 'lost-to-follow-up') await logAttempts();
  });

  test(`by the line ${closing.typed}`, async () => {
    await expectClosed(closing, sections(await say(closing.typed)));
    const history = sections(await say('history CASE-12'));
    expect(history).toMatch(
      closing.state === 'completed'
        ? /\*Completed\* by/
        : new RegExp(`\\*Closed as ${closing.state.replaceAll('-', '.')}\\* by`),
    );
  });

  test('by the dialog of its button', async () => {
    expect(await (await pressedAndFilled(closing)).text()).toBe('');
    await expectClosed(closing, sections(await shown()));
  });
});

describe('what is not enough to close', () => {
  beforeEach(() => say(add));

  test('names the line to type, as a line, and without backticks under a field', async () => {
    const lost = closings.find(({ state }) => state === 'lost-to-follow-up');
    const line = '/imt-followup attempt CASE-12 on 2027-04-02 by phone';
    expect((await say(lost?.typed ?? '')).text).toContain(
      `0 are logged. Log each with its day and way, as \`${line}\``,
    );
    const { errors } = await (await pressedAndFilled(lost as Closing)).json();
    expect(errors.why).toContain(`as ${line}, then close.`);
    expect(errors.why).not.toContain('`');
    expect((await say('list')).all).toContain('CASE-12');
  });

  test.each([
    ['close CASE-12 because', '`/imt-followup close CASE-12 declined patient declines this scan`'],
    [
      'close CASE-12 because of the weather',
      '`not-clinically-necessary`, `declined`, `deceased`, `moved-care`',
    ],
    ['close CASE-12 declined', '`/imt-followup close CASE-12 declined patient declines this scan`'],
    ['close CASE-12 declined because', 'patient declines all follow-up; guardian declines'],
    ['close CASE-12 superseded by events', 'new plan; duplicate; start of the plan changed'],
    ['close CASE-12 completed', '`/imt-followup done CASE-12 exam 2027-02-20 report RPT-1 reviewer @c`'],
    [
      'close CASE-12 completed-elsewhere exam 2026-11-17',
      '`/imt-followup close CASE-12 completed-elsewhere exam',
    ],
    ['reopen CASE-12 scan 2026-11-16 because of us', 'closed by mistake; proof was of another scan'],
  ])('%s is answered with what to write', async (text, line) => {
    expect((await say(text)).text).toContain(line);
    expect((await say('list')).all).toContain('CASE-12');
  });
});

test('the report of a scan done elsewhere is its proof, written once', async () => {
  await say(add);
  const twice = 'close CASE-12 completed-elsewhere exam 2026-11-17 report X-12 proof X-13';
  expect((await say(twice)).text).toContain('One part is given twice');
  const card = await say('close CASE-12 completed-elsewhere exam 2026-11-17 report X-12');
  expect(sections(card)).toContain('proof X-12');
});
