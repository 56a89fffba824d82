import { createHmac, randomUUID } from 'node:crypto';
import { hasShapeOfSigningSecret } from '../slack-config.ts';
import { codeOf, type Finding, fail, ok, warn } from './finding.ts';

const patienceMs = 5_000;

const todoOf: Readonly<Record<string, string>> = {
  storeReachable: 'See the line about the store.',
  remindersTicking: 'See the log for "a tick failed"; restart the app if there is none.',
  clockRight: 'Set the clocks of this machine and of the database by the network.',
  slackAuthorised: 'See the line about the token.',
  slackReachable: 'See that this machine reaches Slack, and that the app listens.',
  knowledgeLoaded: 'Run "npm run -s imt -- kb".',
};

/** Asks an app that runs at an address, as it is asked by whoever watches it; none need run. */
export async function checkRunningApp(baseUrl: string, check: 'app' | 'public address'): Promise<Finding[]> {
  const path = check === 'app' ? '/readyz' : '/healthz';
  let answer: Response;
  let body: { status?: string; missing?: string[] };
  try {
    answer = await fetch(`${baseUrl}${path}`, { signal: AbortSignal.timeout(patienceMs) });
    body = (await answer.json()) as typeof body;
  } catch (error) {
    const code = codeOf(error);
    if (check === 'app')
      return [
        warn(
          'app',
          `does not answer on this machine (${code})`,
          'Start it; or run this where it runs, with its PORT.',
        ),
      ];
    return [
      fail(
        check,
        `does not lead to the app (${code})`,
        'See the proxy, DNS and certificate of PUBLIC_URL: it must lead to PORT.',
      ),
    ];
  }
  if (check === 'public address')
    return body.status === 'alive'
      ? [ok(check, 'leads to the app')]
      : [
          fail(
            check,
            `answers with status ${answer.status}, and is not the app`,
            'Have PUBLIC_URL lead to PORT of the app.',
          ),
        ];
  const { missing = [] } = body;
  if (answer.ok)
    return [
      ok(
        'app',
        `what answers on port ${new URL(baseUrl).port || 80} is ready: its reminders tick, its store and Slack answer. Nobody can ask it whether its store is the one above`,
      ),
    ];
  if (missing.length === 0)
    return [fail('app', 'something else answers on its port', 'Set PORT to the port of the app.')];
  return missing
    .filter((name) => /^[A-Za-z]{1,40}$/.test(name))
    .map((name) => fail('app', `is not ready: ${name}`, todoOf[name] ?? 'See its log.'));
}

/** Sends what Slack sends to see whether an address is the app's, signed with the secret that is configured here. */
export async function checkEvents(
  baseUrl: string,
  signingSecret: string,
  nowMs: () => number,
): Promise<Finding[]> {
  const challenge = randomUUID();
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const timestamp = String(Math.floor(nowMs() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  try {
    const answer = await fetch(`${baseUrl}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${digest}`,
      },
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await answer.text();
    if (answer.ok && text.includes(challenge))
      return [ok('requests', 'the app takes one signed with SLACK_SIGNING_SECRET')];
    const todo = 'Start the app with the signing secret that this command has.';
    return [
      fail('requests', `the app refuses one signed with SLACK_SIGNING_SECRET (${answer.status})`, todo),
    ];
  } catch {
    // That the app does not answer at all is said elsewhere.
    return [];
  }
}

/** Slack's signing secrets have one shape; another text is likely another secret. */
export function secretFinding(signingSecret: string): Finding {
  if (hasShapeOfSigningSecret(signingSecret)) return ok('signing secret', 'has the shape of one');
  return warn(
    'signing secret',
    'does not look like one: Slack’s are 32 characters from 0 to 9 and a to f',
    'Copy "Signing Secret" from "Basic Information" of your app; not the client secret, and no token.',
  );
}
