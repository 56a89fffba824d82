import type { ServerResponse } from 'node:http';
import type { CustomRoute } from '@slack/bolt';
import type { Events } from './events.ts';
import { strangeRequest } from './local-requests.ts';
import { createPageFiles } from './page-files.ts';
import { createPageRequests } from './page-requests.ts';
import { readBody } from './read-body.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Streams } from './stream.ts';
import type { UploadedFile } from './uploaded-files.ts';

const shared = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

type Request = Parameters<CustomRoute['handler']>[0];
type Serve = (request: Request, response: ServerResponse) => Promise<void> | void;

/** The page, its files, its stream and what it may ask for. */
export function pageRoutes(context: SandboxContext, events: Events, streams: Streams): CustomRoute[] {
  const pageFile = createPageFiles();
  const answerPage = createPageRequests(context, events);
  const serveFile = async (name: string, response: ServerResponse) => {
    const file = await pageFile(name);
    if (file) send(response, 200, file.content, file.type);
    else send(response, 404, 'There is no such file.');
  };
  const route = (method: string, path: string, serve: Serve): CustomRoute => ({
    path,
    method,
    handler: guarded(serve, context),
  });
  return [
    route('GET', '/', (_request, response) => serveFile('index.html', response)),
    route('GET', '/sandbox/page/:file', ({ params }, response) => serveFile(String(params?.file), response)),
    route('GET', '/sandbox/files/:id', ({ params }, response) => {
      const file = context.workspace.files.find(String(params?.id));
      if (file) sendFile(response, file);
      else send(response, 404, 'There is no such file.');
    }),
    route('GET', '/sandbox/stream', (request, response) => streams.open(request, response)),
    route('POST', '/sandbox/:asked', async (request, response) => {
      const answer = await answerPage(String(request.params?.asked), await readBody(request));
      if (answer) send(response, 200, JSON.stringify(answer), 'application/json');
      else send(response, 400, 'The page asked for something that does not exist.');
    }),
  ];
}

/** Bolt lets what a route throws end the process, so nothing leaves here. */
function guarded(serve: Serve, { log }: SandboxContext): CustomRoute['handler'] {
  return async (request, response) => {
    try {
      const strange = strangeRequest(request);
      for (const [name, value] of Object.entries(shared)) response.setHeader(name, value);
      if (strange) send(response, 403, strange);
      else await serve(request, response);
    } catch (error) {
      log.error({ code: (error as Error).message }, 'the sandbox page could not be served');
      if (!response.headersSent) send(response, 500, 'The sandbox failed; its log says why.');
      else response.end();
    }
  };
}

function send(
  response: ServerResponse,
  status: number,
  content: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type });
  response.end(content);
}

/** Pictures are shown; all else is only kept, so that nothing in it is ever read as a page. */
function sendFile(response: ServerResponse, { name, bytes, size }: UploadedFile): void {
  if (!size) {
    const kept = name.replaceAll(/[^\w.-]/g, '_');
    response.setHeader('content-disposition', `attachment; filename="${kept}"`);
  }
  send(response, 200, bytes, size ? 'image/png' : typeOf(name));
}

const typeOf = (name: string) => (/\.json$/i.test(name) ? 'application/json' : 'text/csv; charset=utf-8');
