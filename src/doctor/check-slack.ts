import { neededScopes } from '../slack/permissions.ts';
import { codeOf, type Finding, fail, ok, warn } from './finding.ts';
import type { SlackToken } from './slack-token.ts';

const patienceMs = 10_000;
/** Slack refuses what was signed five minutes ago; long before that a clock is wrong. */
const mostSkewMs = 60_000;

/** Asks Slack about one token: whether it is taken, what it may do, and what time it is there. */
export async function checkSlackToken(
  { of, token, expired }: SlackToken,
  apiUrl: string,
  nowMs: () => number,
): Promise<Finding[]> {
  if (expired)
    return [ok(`token of ${of}`, 'has run out by Slack’s clock; the app renews it when it next needs it')];
  const check = of === 'SLACK_BOT_TOKEN' ? 'token' : `token of ${of}`;
  const askedAtMs = nowMs();
  let answer: Response;
  let body: { ok?: boolean; error?: string };
  try {
    answer = await fetch(new URL('auth.test', apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    });
    body = (await answer.json()) as typeof body;
  } catch (error) {
    const todo =
      'See that this machine reaches Slack (HTTPS to slack.com, a proxy, DNS), and SLACK_API_URL if it is set.';
    return [fail(check, `Slack could not be reached (${codeOf(error)})`, todo)];
  }
  const middleMs = (askedAtMs + nowMs()) / 2;
  const clock = clockFinding(answer.headers.get('date'), middleMs);
  if (body.ok !== true) {
    const code = /^[a-z_]{1,60}$/.test(body.error ?? '') ? body.error : `status ${answer.status}`;
    const todo =
      of === 'SLACK_BOT_TOKEN'
        ? 'Copy the Bot User OAuth Token from "OAuth & Permissions" of your app to SLACK_BOT_TOKEN; install the app first if there is none.'
        : 'Have an admin of that workspace install the app again, at /slack/install.';
    return [fail(check, `Slack refused it (${code})`, todo), ...clock];
  }
  return [ok(check, 'Slack takes it'), scopeFinding(of, answer.headers.get('x-oauth-scopes')), ...clock];
}

function scopeFinding(of: string, header: string | null): Finding {
  const check = of === 'SLACK_BOT_TOKEN' ? 'scopes' : `scopes of ${of}`;
  if (header === null)
    return warn(
      check,
      'Slack did not say what the token may do',
      'Compare "OAuth & Permissions" with manifest.yml.',
    );
  const granted = new Set(header.split(',').map((scope) => scope.trim()));
  const missing = neededScopes.filter((scope) => !granted.has(scope));
  if (missing.length > 0)
    return fail(
      check,
      `the token lacks ${missing.join(', ')}`,
      'Paste manifest.yml under "App Manifest" of your app, then reinstall it: a token keeps the scopes that it was given.',
    );
  const needless = [...granted].filter((scope) => scope !== '' && !neededScopes.includes(scope));
  if (needless.length > 0)
    return warn(
      check,
      `the token may do more than the app needs: ${needless.join(', ')}`,
      'Take these scopes away under "OAuth & Permissions" and reinstall the app.',
    );
  return ok(check, `all ${neededScopes.length} that manifest.yml asks for`);
}

function clockFinding(date: string | null, nowMs: number): Finding[] {
  const theirsMs = Date.parse(date ?? '');
  if (Number.isNaN(theirsMs)) return [];
  const skewSeconds = Math.round((nowMs - theirsMs) / 1000);
  if (Math.abs(skewSeconds) * 1000 < mostSkewMs) return [ok('clock and Slack', `${skewSeconds} s apart`)];
  const ahead = skewSeconds > 0 ? 'ahead of' : 'behind';
  return [
    fail(
      'clock and Slack',
      `this machine is ${Math.abs(skewSeconds)} s ${ahead} Slack, which then refuses or repeats requests`,
      'Set the machine’s clock by the network (timedatectl set-ntp true).',
    ),
  ];
}
