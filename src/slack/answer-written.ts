import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerVisibly } from './answer-visibly.ts';
import { decorate } from './decorate.ts';
import { reportError } from './error-report.ts';
import { postReply } from './post-reply.ts';
import { runScreened } from './screen-command.ts';
import type { SlackEdge } from './slack-edge.ts';
import type { WrittenText } from './written-text.ts';

/** How long an answer waits for its own announcement: one that came later would stay after it. */
const statusWaitMs = 500;

/** Answers a written text once, however often Slack tells of it. */
export async function answerWritten(edge: SlackEdge, written: WrittenText): Promise<void> {
  await edge.running.track(answerOnce(edge, written));
}

async function answerOnce(edge: SlackEdge, written: WrittenText): Promise<void> {
  if (!(await isNew(edge, written))) return;
  const { text, userId, channelId, teamId, ts, threadTs } = written;
  const isDirect = channelId.startsWith('D');
  const announced = isDirect ? announce(edge, written) : undefined;
  const run = async (): Promise<Reply> => {
    const command = edge.commands.find(({ takesMessages }) => takesMessages);
    if (!command) throw new UserError('IMT Board answers slash commands only. Write `/` to see them.');
    // Not looked into, not even by their names: what is in them cannot be screened.
    if (written.hasFiles) throw new UserError(noFiles);
    const thread = { threadTs: threadTs ?? ts, inThread: threadTs !== null };
    return runScreened(command, { text, userId, channelId, teamId, ...thread }, edge, staysInSlack);
  };
  const show = async (reply: Reply): Promise<void> => {
    await announced;
    await postReply(reply, written, edge);
  };
  const what = isDirect ? 'direct message' : 'mention';
  await answerVisibly<Reply>(edge, { userId, channelId, teamId, action: 'asked', what }, run, show);
}

/** When it cannot be told whether this was heard before, two answers are better than none. */
async function isNew(edge: SlackEdge, { teamId, channelId, ts, eventId }: WrittenText): Promise<boolean> {
  try {
    return await edge.seen.isNew(teamId, [`event ${eventId}`, `post ${channelId} ${ts}`]);
  } catch (error) {
    reportError(error, 'whether an event was heard before could not be read', edge.newReference(), edge.log);
    return true;
  }
}

async function announce(edge: SlackEdge, { client, channelId, ts, threadTs }: WrittenText): Promise<void> {
  const place = { channel_id: channelId, thread_ts: threadTs ?? ts };
  const call = () => client.assistant.threads.setStatus({ ...place, status: 'is looking it up…' });
  const waited = new AbortController();
  await Promise.race([
    decorate(edge, call),
    wait(statusWaitMs, undefined, { signal: waited.signal }).catch(() => {}),
  ]);
  waited.abort();
}

/** Only who wrote it, or an admin, can take it away. */
const staysInSlack = ' Your message still stands in Slack: please delete it there.';

const noFiles =
  'I read words only, and opened none of your files: reports and pictures can hold a patient’s name. Ask in words, without them.';
