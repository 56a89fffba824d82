import type { CustomRoute } from '@slack/bolt';

/** What must hold before requests are welcome, by its name; each is asked anew on every `GET /readyz`. */
export type Readiness = Readonly<Record<string, () => boolean | Promise<boolean>>>;

type Answer = Parameters<CustomRoute['handler']>[1];

/** Below the second or more that whoever asks is wont to wait. */
const longestCheckMs = 800;

/** `/healthz`: the process answers. `/readyz`: requests may be sent to it; says what is missing. */
export function healthRoutes(readiness: Readiness): CustomRoute[] {
  const method = ['GET', 'HEAD'];
  return [
    { path: '/healthz', method, handler: (_request, answer) => sendJson(answer, 200, { status: 'alive' }) },
    {
      path: '/readyz',
      method,
      handler: async (_request, answer) => {
        const missing = await whatIsMissing(readiness);
        if (missing.length === 0) sendJson(answer, 200, { status: 'ready' });
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

/** A check that throws, or that is not done in time, does not hold. */
async function holds(check: () => boolean | Promise<boolean>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const patience = setTimeout(() => late.resolve(false), longestCheckMs);
  try {
    return await Promise.race([check(), late.promise]);
  } catch {
    return false;
  } finally {
    clearTimeout(patience);
  }
}

function sendJson(answer: Answer, status: number, body: object): void {
  answer.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  answer.end(JSON.stringify(body));
}
