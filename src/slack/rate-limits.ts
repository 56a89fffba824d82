import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one person, and one workspace, may ask for in a minute: far above anybody who reads the answers. */
const rateLimits = { perPerson: 40, perWorkspace: 600, windowSeconds: 60 };

export interface RateLimiter {
  /** Counts one request. Null when it may go on; otherwise in how many seconds to try again. */
  take(teamId: string, userId: string): Promise<number | null>;
}

export function createRateLimiter({ perPerson, perWorkspace, windowSeconds } = rateLimits): RateLimiter {
  const ofPeople = new RateLimiterMemory({ points: perPerson, duration: windowSeconds });
  const ofWorkspaces = new RateLimiterMemory({ points: perWorkspace, duration: windowSeconds });
  return {
    async take(teamId, userId) {
      // The person first: what one of them is refused must not use up what the others share.
      return (await refused(ofPeople, `${teamId} ${userId}`)) ?? refused(ofWorkspaces, teamId);
    },
  };
}

async function refused(limiter: RateLimiterAbstract, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}
