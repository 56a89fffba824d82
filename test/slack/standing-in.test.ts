import { expect, it } from 'vitest';
import { standingIn } from '../../src/slack/standing-in.ts';

it.each([
  ['belongs to the workspace', { team_id: 'T1' }, { kind: 'member', isAdmin: false }],
  ['is its admin', { team_id: 'T1', is_admin: true }, { kind: 'member', isAdmin: true }],
  ['is its owner', { team_id: 'T1', is_owner: true }, { kind: 'member', isAdmin: true }],
  [
    'belongs to the organisation, and to the workspace among others',
    { team_id: 'E1', enterprise_user: { teams: ['T7', 'T1'] } },
    { kind: 'member', isAdmin: false },
  ],
  [
    'belongs to the organisation and not to the workspace',
    { team_id: 'E1', enterprise_user: { teams: ['T7'] } },
    { kind: 'external', isAdmin: false },
  ],
  [
    'is a guest of several channels',
    { team_id: 'T1', is_restricted: true },
    { kind: 'guest', isAdmin: false },
  ],
  [
    'is a guest of one channel',
    { team_id: 'T1', is_ultra_restricted: true },
    { kind: 'guest', isAdmin: false },
  ],
  ['is an admin elsewhere', { team_id: 'T9', is_admin: true }, { kind: 'external', isAdmin: false }],
  ['is here by a shared channel', { team_id: 'T1', is_stranger: true }, { kind: 'external', isAdmin: false }],
  [
    'was deactivated',
    { team_id: 'T1', deleted: true, is_admin: true },
    { kind: 'deactivated', isAdmin: false },
  ],
  ['is an app', { team_id: 'T1', is_bot: true }, { kind: 'app', isAdmin: false }],
  ['is said to belong nowhere', { is_admin: true }, null],
])('whoever %s', (_, user, standing) => {
  expect(standingIn('T1', user)).toEqual(standing);
});
