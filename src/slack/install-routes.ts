import type { CustomRoute, Logger } from '@slack/bolt';
import { InstallProvider, type InstallProviderOptions } from '@slack/oauth';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from '../log.ts';
import { callOnce } from './call-once.ts';
import { reportError } from './error-report.ts';
import {
  beginPage,
  donePage,
  failedPage,
  headers,
  htmlOf,
  type InstallPage,
  isOfBrowser,
} from './install-pages.ts';
import { neededScopes } from './permissions.ts';

export interface InstallRoutesOptions
  extends Required<
    Pick<InstallProviderOptions, 'clientId' | 'clientSecret' | 'stateStore' | 'installationStore'>
  > {
  publicUrl: string;
  apiUrl: string | undefined;
  logger: Logger;
  log: Log;
  newReference(): string;
}

type Answer = Parameters<CustomRoute['handler']>[1];

export const installPaths = { install: '/slack/install', redirect: '/slack/oauth_redirect' };

/** `/slack/install` sends a browser to Slack, `/slack/oauth_redirect` takes it back with what the token is fetched for. */
export function installRoutes(options: InstallRoutesOptions): CustomRoute[] {
  const { publicUrl, apiUrl, logger, log, newReference } = options;
  const installUrlOptions = { scopes: neededScopes, redirectUri: publicUrl + installPaths.redirect };
  const provider = new InstallProvider({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    stateStore: options.stateStore,
    installationStore: options.installationStore,
    installUrlOptions,
    renderHtmlForInstallPath: (address) => htmlOf(beginPage(address)),
    // Whatever fails is told below as what it is, and once.
    logger: { ...logger, error: logger.debug },
    clientOptions: callOnce(apiUrl),
    ...(apiUrl ? { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href } : {}),
  });
  const failed = (answer: Answer, error: unknown): void => {
    const reference = newReference();
    const code = codeOf(error);
    if (code === 'cancelled') log.info({}, 'somebody cancelled the installation of the app');
    // Anybody can open these addresses: what a browser did wrong is no fault of the app.
    else if (isOfBrowser(code))
      log.info({ code }, 'an installation was refused that this browser did not begin');
    else reportError(error, 'the app could not be installed', reference, log);
    show(answer, failedPage(code, publicUrl + installPaths.install, reference));
  };
  return [
    {
      path: installPaths.install,
      method: 'GET',
      handler: (request, answer) => {
        for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
        provider.handleInstallPath(request, answer).catch((error) => failed(answer, error));
      },
    },
    {
      path: installPaths.redirect,
      method: 'GET',
      handler: (request, answer) => {
        provider
          .handleCallback(request, answer, {
            success: (installation) => {
              log.info({ organisation: installation.isEnterpriseInstall === true }, 'the app was installed');
              show(answer, donePage(installation));
            },
            failure: (error) => failed(answer, error),
          })
          .catch((error) => failed(answer, error));
      },
    },
  ];
}

function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'slack_oauth_installer_authorization_error' && message?.includes('cancelled'))
    return 'cancelled';
  return code ?? 'unknown';
}

function show(answer: Answer, page: InstallPage): void {
  if (answer.headersSent) return;
  answer.writeHead(page.status, headers);
  answer.end(htmlOf(page));
}
