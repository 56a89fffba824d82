import { signRequest } from '../src/sandbox/sign-request.ts';
import { type SlackStandIn, startSlackStandIn } from '../test/support/slack-stand-in.ts';
import { slashCommand } from '../test/support/slash-command.ts';
import { endPeer, peers, signingSecret, startPeer } from './peers.ts';
import { percentile } from './percentile.ts';
import { printTable } from './print-table.ts';

const warmUps = 50;
const commands = 500;

/** A signed `/imt radiotherapy`, one after the other: until acknowledged, and until answered. */
export async function slashCommandBenchmark(): Promise<void> {
  const rows = [];
  for (const { name, nodeArguments } of peers) {
    const slack = await startSlackStandIn();
    const app = await startPeer(nodeArguments, slack);
    for (let i = 0; i < warmUps; i++) await command(app.url, slack);
    const times = [];
    for (let i = 0; i < commands; i++) times.push(await command(app.url, slack));
    const acks = times.map(({ ackMs }) => ackMs);
    const answers = times.map(({ answerMs }) => answerMs);
    rows.push([
      name,
      ...[
        percentile(acks, 0.5),
        percentile(acks, 0.99),
        percentile(answers, 0.5),
        percentile(answers, 0.99),
      ].map((ms) => `${ms.toFixed(1)} ms`),
    ]);
    await endPeer(app);
    await slack.close();
  }
  printTable(
    `/imt radiotherapy, ${commands} times (target: acknowledged in less than 500 ms)`,
    ['', 'ack p50', 'ack p99', 'answer p50', 'answer p99'],
    rows,
  );
}

async function command(url: string, slack: SlackStandIn): Promise<{ ackMs: number; answerMs: number }> {
  const body = slashCommand('/imt', 'radiotherapy', slack.newResponseUrl());
  const init = {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...signRequest(body, signingSecret, new Date()),
    },
  };
  const typedAt = performance.now();
  const answered = slack.nextPost();
  const ack = await fetch(url, init);
  const ackMs = performance.now() - typedAt;
  if (ack.status !== 200) throw new Error(`acknowledged with ${ack.status}`);
  return { ackMs, answerMs: (await answered).receivedAtMs - typedAt };
}
