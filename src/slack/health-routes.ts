import type { CustomRoute } from '@slack/bolt';

/** What must hold before requests are welcome; each is asked anew on every `GET /readyz`. */
export interface Readiness {
  knowledgeLoaded(): boolean;
  slackAuthorised(): boolean;
  slackReachable(): boolean;
  notStopping(): boolean;
}

type Answer = Parameters<CustomRoute['handler']>[1];

/** `/healthz`: the process answers. `/readyz`: requests may be sent to it; says what is missing. */
export function healthRoutes(readiness: Readiness): CustomRoute[] {
  const method = ['GET', 'HEAD'];
  return [
    { path: '/healthz', method, handler: (_request, answer) => sendJson(answer, 200, { status: 'alive' }) },
    {
      path: '/readyz',
      method,
      handler: (_request, answer) => {
        const missing = whatIsMissing(readiness);
        if (missing.length === 0) sendJson(answer, 200, { status: 'ready' });
        else sendJson(answer, 503, { status: 'not ready', missing });
      },
    },
  ];
}

function whatIsMissing(readiness: Readiness): string[] {
  // A handler that throws would end the process, and a check that throws does not hold.
  const holds = (check: () => boolean) => {
    try {
      return check();
    } catch {
      return false;
    }
  };
  return Object.entries(readiness).flatMap(([name, check]) => (holds(check) ? [] : [name]));
}

function sendJson(answer: Answer, status: number, body: object): void {
  answer.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  answer.end(JSON.stringify(body));
}
