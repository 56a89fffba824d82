import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Person, personCalled } from './directory.ts';
import type { StreamEvents } from './page-state.ts';
import { presentDialogs, presentHome, presentMessage, presentState } from './present.ts';
import { presentExchange } from './present-exchange.ts';
import { presentClock, presentUnread } from './present-time.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Change } from './workspace.ts';

export interface Streams {
  /** Sends a person everything that they see, and then each change of it, until they leave. */
  open(request: IncomingMessage, response: ServerResponse): void;
  stop(): void;
}

/** Keeps proxies and the browser from taking silence for the end. */
const heartbeatMs = 20_000;

export function createStreams(context: SandboxContext): Streams {
  const { workspace } = context;
  const open = new Set<ServerResponse>();
  return {
    open(request, response) {
      const handle = new URL(request.url ?? '/', 'http://localhost').searchParams.get('as');
      const { directory } = workspace;
      const person = personCalled(directory, handle) ?? directory.people[0];
      if (!person) throw new Error('the workspace has nobody in it');
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const tell: Tell = (name, payload) =>
        response.write(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`);
      tell('state', presentState(person, context));
      const unwatch = workspace.watch((change) => tellChange(change, person, tell));
      const unheard = context.exchanges.watch((exchange) => tell('exchange', presentExchange(exchange)));
      const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
      open.add(response);
      response.on('close', () => {
        clearInterval(heartbeat);
        unwatch();
        unheard();
        open.delete(response);
      });
    },
    stop() {
      for (const response of open) response.end();
    },
  };

  function tellChange(change: Change, person: Person, tell: Tell): void {
    const { views } = workspace;
    if (change.kind === 'message' || change.kind === 'message-gone') {
      if (!workspace.canSee(person, change.message)) return;
      if (change.kind === 'message') tell('message', presentMessage(change.message, workspace));
      else tell('message-gone', { ts: change.message.ts });
    } else if (change.kind === 'unread') tell('unread', presentUnread(workspace));
    else if (change.kind === 'clock') tell('clock', presentClock(context));
    else if (change.personId === person.id) {
      const home = views.home(person.id);
      if (change.kind === 'dialogs') tell('dialogs', presentDialogs(person, workspace));
      else if (home) tell('home', presentHome(home, workspace));
    }
  }
}

type Tell = <Name extends keyof StreamEvents>(name: Name, payload: StreamEvents[Name]) => void;
