import { expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../src/sandbox/sign-request.ts';
import { runApp } from '../support/run-app.ts';
import { startSlackStandIn } from '../support/slack-stand-in.ts';
import { slashCommand } from '../support/slash-command.ts';

test('the app as it starts lets in the members of a channel, and of guests whom its configuration lets in', {
  timeout: 30_000,
}, async () => {
  const slack = await startSlackStandIn();
  slack.answers['conversations.members'] = { ok: true, members: ['UBOT', 'UMEMBER', 'UGUEST'] };
  slack.answers['users.info'] = ({ user }) => ({
    ok: true,
    user: { id: user, team_id: 'T1', is_restricted: user === 'UGUEST' },
  });
  onTestFinished(() => slack.close());
  const answersWith = async (variables: Record<string, string>) => {
    const main = runApp({
      ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-secret', SLACK_API_URL: slack.apiUrl },
      ...{ PORT: '0', REMINDER_TICK: '0 0 1 1 *', ...variables },
    });
    onTestFinished(() => main.signal('SIGKILL'));
    const [, port] = await main.printed(/"port":(\d+)/);
    const list = async (userId: string) => {
      const body = slashCommand('/imt-followup', 'list', slack.newResponseUrl(), { user_id: userId });
      await fetch(`http://127.0.0.1:${port}/slack/events`, {
        ...{ method: 'POST', body },
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...signRequest(body, 'a-secret', new Date()),
        },
      });
      return JSON.stringify((await slack.nextPost()).body);
    };
    const answers = [await list('UMEMBER'), await list('UELSE'), await list('UGUEST')];
    main.signal('SIGTERM');
    await main.ended;
    return answers;
  };
  const [open, outside] = ['Nothing is open on this board', 'not a member of'].map((words) =>
    expect.stringContaining(words),
  );
  expect(await answersWith({})).toEqual([open, outside, expect.stringContaining('not open to guests')]);
  expect(await answersWith({ ALLOW_GUESTS: 'yes' })).toEqual([open, outside, open]);
});
