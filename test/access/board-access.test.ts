import { describe, expect, it } from 'vitest';
import { type AccessRules, createBoardAccess, type Standing } from '../../src/access/board-access.ts';
import { defaultBoardSettings } from '../../src/followup/board-settings.ts';

const board = { teamId: 'T1', channelId: 'C1' };
const shut: AccessRules = {
  allowGuests: false,
  allowExternal: false,
  adminIds: new Set(),
  curatorIds: new Set(['U7']),
};

/** A person of a kind who belongs to the board, unless it is said otherwise. */
const accessFor = (
  { kind = 'member', isAdmin = false }: Partial<Standing> = {},
  { belongs = true, knows = true, rules = shut } = {} as {
    belongs?: boolean | null;
    knows?: boolean;
    rules?: AccessRules;
  },
) =>
  createBoardAccess(
    { standing: async () => (knows ? { kind, isAdmin } : null), belongsTo: async () => belongs },
    rules,
  );
const settings = (boardLeadId: string | null) => ({ ...defaultBoardSettings(board, 'UTC'), boardLeadId });

describe('a board', () => {
  it('is open to the members of its channel', async () => {
    expect(await accessFor().mayUse(board, 'U1')).toBe(true);
    await expect(accessFor().requireMember(board, 'U1')).resolves.toBeUndefined();
  });

  it.each([
    ['who is not in its channel', accessFor({}, { belongs: false }), 'not a member of'],
    [
      'who is an admin of the workspace and not in its channel',
      accessFor({ isAdmin: true }, { belongs: false }),
      'not a member of',
    ],
    ['whose account was deactivated', accessFor({ kind: 'deactivated' }), 'not a member of'],
    ['who is a guest', accessFor({ kind: 'guest' }), 'guests'],
    ['of another organisation', accessFor({ kind: 'external' }), 'another organisation'],
    ['of whom Slack says nothing', accessFor({}, { knows: false }), 'Try again'],
    ['when Slack does not say who belongs to it', accessFor({}, { belongs: null }), 'Try again'],
  ])('is shut to somebody %s', async (_, access, reason) => {
    expect(await access.mayUse(board, 'U1')).toBe(false);
    await expect(access.requireMember(board, 'U1')).rejects.toThrow(reason);
  });

  it('is open to guests, or to other organisations, where the hospital says so, and only to those', async () => {
    const guests = { rules: { ...shut, allowGuests: true } };
    expect(await accessFor({ kind: 'guest' }, guests).mayUse(board, 'U1')).toBe(true);
    expect(await accessFor({ kind: 'external' }, guests).mayUse(board, 'U1')).toBe(false);
    const external = { rules: { ...shut, allowExternal: true } };
    expect(await accessFor({ kind: 'external' }, external).mayUse(board, 'U1')).toBe(true);
    expect(await accessFor({ kind: 'guest' }, external).mayUse(board, 'U1')).toBe(false);
  });

  it('is a channel: a direct message is nobody’s board', async () => {
    await expect(accessFor().requireMember({ teamId: 'T1', channelId: 'D1' }, 'U1')).rejects.toThrow(
      'A board is a channel',
    );
  });
});

describe('what only the lead of a board may do', () => {
  it('is open to the lead, and to admins who are members', async () => {
    await expect(accessFor().requireLead(settings('U1'), 'U1')).resolves.toBeUndefined();
    await expect(accessFor({ isAdmin: true }).requireLead(settings('U1'), 'U2')).resolves.toBeUndefined();
    const named = { rules: { ...shut, adminIds: new Set(['U2']) } };
    await expect(accessFor({}, named).requireLead(settings('U1'), 'U2')).resolves.toBeUndefined();
  });

  it('is shut to other members, who are told whom to ask', async () => {
    await expect(accessFor().requireLead(settings('U1'), 'U2')).rejects.toThrow('<@U1>');
  });

  it('is shut to a lead or an admin who has left the channel', async () => {
    const left = accessFor({ isAdmin: true }, { belongs: false });
    await expect(left.requireLead(settings('U1'), 'U1')).rejects.toThrow('not a member of');
  });

  it('is open to every member while the board has no lead', async () => {
    await expect(accessFor().requireLead(settings(null), 'U2')).resolves.toBeUndefined();
  });
});

it('curators are who the configuration names', () => {
  expect(accessFor().isCurator('U7')).toBe(true);
  expect(accessFor().isCurator('U1')).toBe(false);
});
