import { setTimeout as wait } from 'node:timers/promises';
import type { ImageBlock } from '@slack/types';
import type { MessageReply, Picture } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Asker } from './asker.ts';
import { DeliveryError } from './delivery-error.ts';
import { reportError } from './error-report.ts';
import { messageBody } from './message-body.ts';
import { postToResponseUrl } from './response-url.ts';
import type { SlackEdge } from './slack-edge.ts';
import { slackTimeoutMs } from './slack-timeout.ts';
import { uploadFile } from './upload-file.ts';

/** Slack refuses a file that it is still looking at; the first wait is none. */
const waitsMs = [0, 2_000, 6_000];

/** Draws a message's pictures and posts them after the message, to the same people. */
export async function sendPictures(
  pictures: readonly Picture[],
  visibility: MessageReply['visibility'],
  { client, responseUrl }: Asker & { responseUrl: string },
  edge: Pick<SlackEdge, 'drawPicture' | 'log' | 'newReference'>,
): Promise<void> {
  try {
    const blocks: ImageBlock[] = [];
    for (const picture of pictures) {
      const id = await uploadFile(client, picture, await edge.drawPicture(picture.spec));
      blocks.push(imageBlock(picture, id));
    }
    const text = pictures.map(({ title }) => title).join(' · ');
    await post(messageBody({ text, blocks }, { visibility }), responseUrl);
  } catch (error) {
    const reference = edge.newReference();
    reportError(error, 'a picture could not be sent', reference, edge.log);
    const inWords = pictures[0]?.altText ?? '';
    throw new UserError(
      `The picture could not be sent; the figures above are complete without it. In words: ${inWords} Reference: \`${reference}\`.`,
    );
  }
}

async function post(body: object, responseUrl: string): Promise<void> {
  let code = 'not_posted';
  for (const waitMs of waitsMs) {
    await wait(waitMs);
    const outcome = await postToResponseUrl(responseUrl, body, slackTimeoutMs);
    if (outcome.kind === 'delivered') return;
    code = outcome.code;
    if (outcome.kind !== 'refused') break;
  }
  throw new DeliveryError(code);
}

function imageBlock({ title, altText }: Picture, id: string): ImageBlock {
  return {
    type: 'image',
    slack_file: { id },
    alt_text: altText,
    title: { type: 'plain_text', text: title },
  };
}
