import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Command, Person } from '../command.ts';
import { inTime } from '../in-time.ts';
import { section } from '../views/block.ts';
import { appHome } from './app-home.ts';
import { reportError } from './error-report.ts';
import { renderableView } from './renderable-view.ts';
import { servicesNow } from './services-now.ts';
import { shownIds } from './shown-ids.ts';
import type { SlackEdge } from './slack-edge.ts';

/** App Home has to appear within three seconds, and Slack has to draw it too. */
const longestWaitMs = 1_500;

/** Draws App Home for one person as things stand now. */
export async function drawHome(person: Person, client: WebClient, edge: SlackEdge): Promise<void> {
  const own = await Promise.all(edge.commands.map((command) => ownBlocks(command, person, edge)));
  const view = renderableView(appHome(edge.commands, own.flat()), edge.log);
  await client.views.publish({ user_id: person.userId, view });
  edge.audit.record({
    ...{ actor: person.userId, teamId: person.teamId, channelId: '' },
    ...{ action: 'asked', what: 'App Home', outcome: 'reply' },
    about: shownIds({ kind: 'message', visibility: 'private', text: '', blocks: own.flat() }),
  });
}

/** The same after something was done from it: what failed is in the log, and the next opening draws it again. */
export async function redrawHome(person: Person, client: WebClient, edge: SlackEdge): Promise<void> {
  try {
    await drawHome(person, client, edge);
  } catch (error) {
    reportError(error, 'App Home could not be drawn again', edge.newReference(), edge.log);
  }
}

/** What cannot be read, or not in time, says so: the rest of App Home needs no database. */
async function ownBlocks(command: Command, person: Person, edge: SlackEdge): Promise<KnownBlock[]> {
  if (!command.home) return [];
  try {
    return (await inTime(command.home(person, servicesNow(edge)), longestWaitMs)) as KnownBlock[];
  } catch (error) {
    const reference = edge.newReference();
    reportError(error, `${command.name} could not be read for App Home`, reference, edge.log);
    return [
      section(
        `:warning: What you have to see to cannot be read right now. Open this page again in a minute; if it stays so, give this reference to whoever runs the app: \`${reference}\`.`,
      ),
    ];
  }
}
