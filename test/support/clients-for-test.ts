import { createLog } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { type Clients, createClients } from '../../src/slack/clients.ts';
import { configuredToken } from '../../src/slack/configured-token.ts';
import { createPeople, type People } from '../../src/slack/people.ts';

const silent = createLog('silent');

/** The clients of an app with one token, as one workspace has it. */
export function clientsForTest(apiUrl: string): Clients {
  const logger = boltLogger(silent);
  return createClients(configuredToken({ botToken: 'xoxb-test', apiUrl, logger }), { apiUrl, logger });
}

/** What asks Slack of people there. */
export function peopleForTest(
  apiUrl: string,
  nowMs: () => number = Date.now,
  log = silent,
): { clientOf: Clients['forTeam']; people: People } {
  const { forTeam: clientOf } = clientsForTest(apiUrl);
  return { clientOf, people: createPeople(clientOf, log, nowMs) };
}
