import { describe, expect, it } from 'vitest';
import {
  type AccessRules,
  createBoardAccess,
  type Membership,
  type Standing,
} from '../../src/access/board-access.ts';
import { defaultBoardSettings } from '../../src/followup/board-settings.ts';

const board = { teamId: 'T1', channelId: 'C1' };
const shut: AccessRules = {
  allowGuests: false,
  allowExternal: false,
  adminIds: new Set(),
  curatorIds: new Set(['U7']),
};

/** A person of a kind who is in the channel, unless it is said otherwise. */
const accessFor = (
  { kind = 'member', isAdmin = false }: Partial<Standing> = {},
  { membership = 'member', knows = true, rules = shut } = {} as {
    membership?: Membership;
    knows?: boolean;
    rules?: AccessRules;
  },
) =>
  createBoardAccess(
    { standing: async () => (knows ? { kind, isAdmin } : null), membership: async () => membership },
    rules,
  );
const settings = (boardLeadId: string | null) => ({ ...defaultBoardSettings(board, 'UTC'), boardLeadId });

const shutOut = [
  ['who is not in its channel', accessFor({}, { membership: 'outside' }), 'not a member of'],
  [
    'who is an admin of the workspace and not in its channel',
    accessFor({ isAdmin: true }, { membership: 'outside' }),
    'not a member of',
  ],
  ['who is a guest', accessFor({ kind: 'guest' }), 'guests'],
  ['of another organisation', accessFor({ kind: 'external' }), 'another organisation'],
] as const;
const whileSlackIsSilent = [
  ['of whom Slack says nothing', accessFor({}, { knows: false })],
  ['when Slack does not say who is in it', accessFor({}, { membership: 'unknown' })],
] as const;

describe('a board', () => {
  it('is open to the members of its channel', async () => {
    expect(await accessFor().opensTo(board, 'U1')).toBe('open');
    await expect(accessFor().requireMember(board, 'U1')).resolves.toBeUndefined();
  });

  it.each([
    ...shutOut,
    ['whose account was deactivated', accessFor({ kind: 'deactivated' }), 'not a member of'],
    ['whose channel the app does not see', accessFor({}, { membership: 'unseen' }), 'not a member of'],
  ] as const)('is shut to somebody %s', async (_, access, reason) => {
    expect(await access.opensTo(board, 'U1')).toBe('shut');
    await expect(access.requireMember(board, 'U1')).rejects.toThrow(reason);
    await expect(access.requireMember(board, 'U1', 'nothing here')).rejects.toThrow(/^nothing here$/);
  });

  it.each(whileSlackIsSilent)('is shut to somebody %s, who is told to try again', async (_, access) => {
    expect(await access.opensTo(board, 'U1')).toBe('unknown');
    await expect(access.requireMember(board, 'U1', 'nothing here')).rejects.toThrow('Try again');
  });

  it('does not tell who is outside whether the app is in the channel', async () => {
    const sentenceFor = (membership: Membership) =>
      accessFor({}, { membership })
        .requireMember(board, 'U1')
        .catch((error: Error) => error.message);
    expect(await sentenceFor('outside')).toBe(await sentenceFor('unseen'));
  });

  it('is open to guests, or to other organisations, where the hospital says so, and only to those', async () => {
    const guests = { rules: { ...shut, allowGuests: true } };
    expect(await accessFor({ kind: 'guest' }, guests).opensTo(board, 'U1')).toBe('open');
    expect(await accessFor({ kind: 'external' }, guests).opensTo(board, 'U1')).toBe('shut');
    const external = { rules: { ...shut, allowExternal: true } };
    expect(await accessFor({ kind: 'external' }, external).opensTo(board, 'U1')).toBe('open');
    expect(await accessFor({ kind: 'guest' }, external).opensTo(board, 'U1')).toBe('shut');
  });

  it('is a channel: a direct message is nobody’s board', async () => {
    await expect(accessFor().requireMember({ teamId: 'T1', channelId: 'D1' }, 'U1')).rejects.toThrow(
      'A board is a channel',
    );
  });
});

describe('who is to have a part in a follow-up', () => {
  it.each(shutOut)('is refused: somebody %s', async (_, access) => {
    expect(await access.isShutOut(board, 'U1')).toBe(true);
    await expect(access.refuseOutsiders(board, ['U1'])).rejects.toThrow('<@U1> may not see');
  });

  it.each([
    ['in the channel', 'member'],
    ['outside', 'outside'],
  ] as const)('is refused as no person: an app %s', async (_, membership) => {
    const access = accessFor({ kind: 'app' }, { membership });
    expect(await access.isShutOut(board, 'U1')).toBe(true);
    await expect(access.refuseOutsiders(board, ['U1'])).rejects.toThrow('is an app');
  });

  it.each([
    ...whileSlackIsSilent,
    ['in a channel that the app does not see', accessFor({}, { membership: 'unseen' })],
  ] as const)('is not refused without a clear word from Slack: somebody %s', async (_, access) => {
    expect(await access.isShutOut(board, 'U1')).toBe(false);
    await expect(access.refuseOutsiders(board, ['U1'])).resolves.toBeUndefined();
  });
});

describe('what only the lead of a board may do', () => {
  it('is open to the lead, and to admins who are members', async () => {
    await expect(accessFor().requireLead(settings('U1'), 'U1')).resolves.toBeUndefined();
    await expect(accessFor({ isAdmin: true }).requireLead(settings('U1'), 'U2')).resolves.toBeUndefined();
    const named = { rules: { ...shut, adminIds: new Set(['U2']) } };
    await expect(accessFor({}, named).requireLead(settings('U1'), 'U2')).resolves.toBeUndefined();
    const ofHere = { rules: { ...shut, adminIds: new Set([`${board.teamId}/U2`]) } };
    await expect(accessFor({}, ofHere).requireLead(settings('U1'), 'U2')).resolves.toBeUndefined();
  });

  it('is shut to other members, who are told whom to ask', async () => {
    await expect(accessFor().requireLead(settings('U1'), 'U2')).rejects.toThrow('<@U1>');
  });

  it('is shut to somebody of another workspace who has the id of an admin', async () => {
    const elsewhere = { rules: { ...shut, adminIds: new Set(['T9/U2']) } };
    await expect(accessFor({}, elsewhere).requireLead(settings('U1'), 'U2')).rejects.toThrow('<@U1>');
  });

  it('is shut to a lead or an admin who has left the channel', async () => {
    const left = accessFor({ isAdmin: true }, { membership: 'outside' });
    await expect(left.requireLead(settings('U1'), 'U1')).rejects.toThrow('not a member of');
  });

  it('is open to every member while the board has no lead', async () => {
    await expect(accessFor().requireLead(settings(null), 'U2')).resolves.toBeUndefined();
  });
});

it('curators are who the configuration names', () => {
  const { teamId } = board;
  expect(accessFor().isCurator({ teamId, userId: 'U7' })).toBe(true);
  expect(accessFor().isCurator({ teamId, userId: 'U1' })).toBe(false);
  const ofHere = accessFor({}, { rules: { ...shut, curatorIds: new Set([`${teamId}/U7`]) } });
  expect(ofHere.isCurator({ teamId, userId: 'U7' })).toBe(true);
  expect(ofHere.isCurator({ teamId: 'T9', userId: 'U7' })).toBe(false);
});
