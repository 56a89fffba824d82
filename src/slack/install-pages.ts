import type { Installation, OrgInstallation } from '@slack/oauth';

/** A page for whoever installs the app: plain, and with nothing that is fetched from elsewhere. */
export interface InstallPage {
  status: number;
  title: string;
  /** Sentences, each its own paragraph. */
  says: readonly string[];
  link?: { address: string; label: string };
}

export const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // The address of these pages holds the code and the state.
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
} as const;

export function beginPage(slackAddress: string): InstallPage {
  return {
    status: 200,
    title: 'Install IMT Board',
    says: [
      'Curated evidence on inflammatory myofibroblastic tumor, dose comparison and follow-up imaging, for the sarcoma tumour board’s channel in Slack.',
      'Slack asks next which workspace is meant and what the app may do there. Some workspaces have an admin approve it first.',
    ],
    link: { address: slackAddress, label: 'Add to Slack' },
  };
}

export function donePage(installation: Installation | OrgInstallation): InstallPage {
  const { name } = (installation.isEnterpriseInstall ? installation.enterprise : installation.team) ?? {};
  const organisation = installation.isEnterpriseInstall === true;
  return {
    status: 200,
    title: 'IMT Board is installed',
    says: [
      `It is in ${name ?? 'your workspace'} now.`,
      organisation
        ? 'An admin of the organisation chooses in Slack which workspaces have it. There, invite it to the board’s channel with /invite @IMT Board and type /imt help.'
        : 'Invite it to the board’s channel with /invite @IMT Board, and type /imt help there.',
    ],
  };
}

/** `reference` ties the page to a line of the log. */
export function failedPage(code: string, again: string, reference: string): InstallPage {
  const [status, title, sentence] = reasons.get(code) ?? [
    502,
    'IMT Board was not installed',
    `Something went wrong between this app and Slack. Please try again; if it happens again, give this reference to whoever runs the app: ${reference}.`,
  ];
  return { status, title, says: [sentence], link: { address: again, label: 'Start again' } };
}

const startedElsewhere =
  'This address belongs to an installation that was begun in another browser, more than ten minutes ago, or that is over. Nothing was installed. Start again here and go on in the same browser.';

type Reason = readonly [status: number, title: string, sentence: string];

const ofBrowser: Reason = [400, 'IMT Board was not installed', startedElsewhere];

const reasons: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['cancelled', [200, 'Nothing was installed', 'You cancelled it in Slack. Nothing was kept.']],
  ['slack_oauth_invalid_state', ofBrowser],
  ['slack_oauth_missing_state', ofBrowser],
  ['slack_oauth_missing_code', ofBrowser],
]);

/** Whether it failed for what the browser sent, as an old address. */
export function isOfBrowser(code: string): boolean {
  return reasons.get(code) === ofBrowser;
}

export function htmlOf({ title, says, link }: InstallPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { max-width: 34rem; margin: 4rem auto; padding: 0 1rem; font: 1.05rem/1.5 system-ui, sans-serif; color: #1d1c1d; background: #fff; }
a { display: inline-block; padding: .6rem 1rem; border-radius: .3rem; color: #fff; background: #2f4858; text-decoration: none; }
a:focus-visible { outline: 3px solid #e8912d; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${says.map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')}
${link ? `<p><a href="${escaped(link.address)}">${escaped(link.label)}</a></p>` : ''}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? sign);
}
