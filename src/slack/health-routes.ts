import type { CustomRoute } from '@slack/bolt';
import { inTime } from '../in-time.ts';

/** What must hold before requests are welcome, by its name; each is asked anew on every `GET /readyz`. */
export type Readiness = Readonly<Record<string, () => boolean | Promise<boolean>>>;

type Answer = Parameters<CustomRoute['handler']>[1];

/** Below the second or more that whoever asks is wont to wait. */
const longestCheckMs = 800;

/** Told beside it; none of them holds requests back. */
export type Counts = Readonly<Record<string, () => Promise<number>>>;

/** `/healthz`: the process answers. `/readyz`: requests may be sent to it; says what is missing. */
export function healthRoutes(readiness: Readiness, counts: Counts = {}): CustomRoute[] {
  const method = ['GET', 'HEAD'];
  return [
    { path: '/healthz', method, handler: (_request, answer) => sendJson(answer, 200, { status: 'alive' }) },
    {
      path: '/readyz',
      method,
      handler: async (_request, answer) => {
        const missing = await whatIsMissing(readiness);
        if (missing.length === 0) sendJson(answer, 200, { status: 'ready', ...(await counted(counts)) });
        else sendJson(answer, 503, { status: 'not ready', missing });
      },
    },
  ];
}

async function whatIsMissing(readiness: Readiness): Promise<string[]> {
  const checks = Object.entries(readiness);
  const held = await Promise.all(checks.map(([, check]) => holds(check)));
  return checks.flatMap(([name], at) => (held[at] ? [] : [name]));
}

async function counted(counts: Counts): Promise<Record<string, number>> {
  const entries = Object.entries(counts).map(async ([name, count]) => [name, await count().catch(() => -1)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** A check that throws, or that is not done in time, does not hold. */
async function holds(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await inTime(check(), longestCheckMs);
  } catch {
    return false;
  }
}

function sendJson(answer: Answer, status: number, body: object): void {
  answer.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  answer.end(JSON.stringify(body));
}
