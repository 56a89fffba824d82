import type { RequestInHand } from '../../src/requests-in-hand.ts';

export const takenAtMs = Date.UTC(2027, 0, 4, 9);

export const requestNamed = (id: string): RequestInHand => ({
  ...{ id, teamId: 'T1', channelId: 'C1', userId: 'UWHOASKED', what: '`/imt`', takenAtMs },
  ...{ responseUrl: 'https://slack.example/answers/1', message: null },
});
