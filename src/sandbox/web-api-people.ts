import type { SlackObject } from './slack-shapes.ts';
import type { WebApiMethod } from './web-api-methods.ts';

/** `emulate` knows no time zones. In the sandbox everybody is where the machine is. */
export const peopleMethods: Record<string, WebApiMethod> = {
  async 'users.info'(args, { slack, timeZone }) {
    const answer = await slack.call('users.info', args);
    return answer.ok ? { ...answer, user: inZone(answer.user as SlackObject, timeZone) } : answer;
  },
  async 'users.list'(args, { slack, timeZone }) {
    const answer = await slack.call('users.list', args);
    if (!answer.ok) return answer;
    return { ...answer, members: (answer.members as SlackObject[]).map((user) => inZone(user, timeZone)) };
  },
};

function inZone(user: SlackObject, timeZone: string): SlackObject {
  return { ...user, tz: timeZone };
}
