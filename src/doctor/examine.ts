import { type Config, ConfigError, loadConfig } from '../config.ts';
import { assessKnowledge } from '../evidence/assess-knowledge.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { KnowledgeError } from '../knowledge/problem.ts';
import { knowledgeFolder } from '../project-folder.ts';
import type { KeyRing } from '../store/sealing/key-ring.ts';
import type { Store } from '../store/store.ts';
import { checkEvents, checkRunningApp, secretFinding } from './check-running-app.ts';
import { checkSlackToken } from './check-slack.ts';
import { checkDisk, checkStore, unusable } from './check-store.ts';
import { type Finding, fail, note, ok, warn } from './finding.ts';
import { readSlackTokens, type SlackToken } from './slack-token.ts';

export interface ExamineOptions {
  env: Readonly<Record<string, string | undefined>>;
  connect(databaseUrl: string, keyRing: KeyRing): Promise<Store>;
  nowMs(): number;
}

/** Looks at everything that the app stands on, and changes nothing. The findings come in the order in which to mend them. */
export async function examine({ env, connect, nowMs }: ExamineOptions): Promise<Finding[]> {
  let config: Config;
  try {
    config = loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const todo = 'See .env.example, which explains each variable.';
    return error.mistakes.map((mistake) => fail('configuration', mistake, todo));
  }
  const { slack, publicUrl } = config;
  const findings = [
    ok('configuration', `is complete (${slack.mode})`),
    ...knowledgeFindings(new Date(nowMs())),
    ...(await storeFindings(config, connect, nowMs)),
  ];
  if (slack.mode === 'sandbox')
    return [
      ...findings,
      warn(
        'Slack',
        'is not configured: the app is the local page',
        'Set Slack’s variables to connect a workspace.',
      ),
    ];
  const local = addressOf(config);
  findings.push(...(await checkRunningApp(local, 'app')));
  if (slack.mode !== 'socket') {
    findings.push(
      secretFinding(slack.signingSecret),
      ...(await checkEvents(local, slack.signingSecret, nowMs)),
    );
    findings.push(eventsNote('under "Event Subscriptions"'));
  } else findings.push(eventsNote('under "Socket Mode" and "Event Subscriptions"'));
  if (publicUrl !== undefined) findings.push(...(await checkRunningApp(publicUrl, 'public address')));
  return findings;
}

/** Where the app listens, as this machine reaches it. */
function addressOf({ host, port }: Config): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Slack tells nobody but the app's owner what is subscribed to. */
const eventsNote = (where: string): Finding =>
  note('events', 'what Slack sends cannot be asked for', `See ${where} that it is as in manifest.yml.`);

async function storeFindings(
  { slack, databaseUrl, keyRing }: Config,
  connect: ExamineOptions['connect'],
  nowMs: () => number,
): Promise<Finding[]> {
  if (databaseUrl === undefined || keyRing === undefined)
    return [ok('store', 'none is kept: the local page begins empty each time')];
  const apiUrl = ('apiUrl' in slack && slack.apiUrl) || 'https://slack.com/api/';
  const ask = async (tokens: readonly SlackToken[]) =>
    (await Promise.all(tokens.map((token) => checkSlackToken(token, apiUrl, nowMs)))).flat();
  const disk = await checkDisk(databaseUrl);
  let store: Store | undefined;
  try {
    store = await connect(databaseUrl, keyRing);
    const findings = [...disk, ...(await checkStore(store, nowMs))];
    const readable = slack.mode !== 'oauth' || findings.every(({ level }) => level !== 'fail');
    return [...findings, ...(readable ? await ask(await readSlackTokens(slack, store, nowMs())) : [])];
  } catch (error) {
    // Before the first start there is no file yet, and the token is what one wants to know of.
    return [...disk, unusable(error), ...(await ask(await readSlackTokens(slack, undefined, nowMs())))];
  } finally {
    await store?.close();
  }
}

function knowledgeFindings(today: Date): Finding[] {
  try {
    const knowledge = loadKnowledge(knowledgeFolder);
    const { stale } = assessKnowledge(knowledge, today.toISOString().slice(0, 10));
    const { version, claims } = knowledge;
    const says = `${claims.size} statements of ${version.date} (${version.hash})`;
    return stale.length === 0
      ? [ok('knowledge base', says)]
      : [
          warn(
            'knowledge base',
            `${says}, ${stale.length} past their review date`,
            'Run "npm run -s imt -- kb" for their ids.',
          ),
        ];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return [
      fail(
        'knowledge base',
        'is invalid: the app would not start',
        'Run "npm run -s imt -- kb" for each mistake.',
      ),
    ];
  }
}
