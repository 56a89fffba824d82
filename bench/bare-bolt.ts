import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';

/** The least that answers a slash command with Bolt: what our app is measured against. */
const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});
app.command('/imt', async ({ ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', text: 'a constant' });
});
await app.client.auth.test();
const server = await app.start(0);
process.stdout.write(`{"port":${(server.address() as AddressInfo).port}}\n`);
