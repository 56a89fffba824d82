import type {
  AllMiddlewareArgs,
  BlockAction,
  BlockElementAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { Reply } from '../command.ts';
import { UserError } from '../errors.ts';
import { answerVisibly } from './answer-visibly.ts';
import { redrawHome } from './draw-home.ts';
import { guardActions } from './screen-actions.ts';
import { sendReply } from './send-reply.ts';
import { servicesNow } from './services-now.ts';
import type { SlackEdge } from './slack-edge.ts';
import { teamOfPress } from './team-of-press.ts';

type Args = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** Acknowledges a pressed button or a picked option at once, then runs its action and answers. */
export function actionListener(edge: SlackEdge) {
  const actions = [...guardActions(edge), ...edge.commands.flatMap((command) => command.actions)];
  return async ({ ack, action: pressed, body, client }: Args): Promise<void> => {
    await ack();
    if (isLink(pressed)) return;
    const asker = {
      client,
      userId: body.user.id,
      triggerId: body.trigger_id,
      responseUrl: body.response_url || undefined,
      channelId: body.channel?.id ?? '',
      onMessage: body.response_url !== undefined,
      insideDialog: body.view?.type === 'modal',
    };
    const action = actions.find(({ id }) => id === pressed.action_id);
    const origin = {
      userId: body.user.id,
      channelId: asker.channelId,
      teamId: teamOfPress(body),
    };
    const run = async (): Promise<Reply> => {
      if (!action) throw new UserError(staleButton(edge));
      return action.run({ ...origin, value: pickedValue(pressed) }, servicesNow(edge));
    };
    const show = async (reply: Reply): Promise<void> => {
      await sendReply(reply, asker, edge);
      // What was done from App Home may have changed what stands there.
      if (reply.kind === 'message' && body.view?.type === 'home') await redrawHome(origin, client, edge);
    };
    const asked = { ...origin, action: 'acted' as const, what: action?.id ?? 'unknown action' };
    await edge.running.track(answerVisibly<Reply>(edge, asked, run, show));
  };
}

/** Slack opens a link button's address by itself and still reports the press. */
function isLink(pressed: BlockElementAction): boolean {
  return pressed.type === 'button' && (pressed.url !== undefined || pressed.action_id.startsWith('link.'));
}

function pickedValue(pressed: BlockElementAction): string {
  if (pressed.type === 'button') return pressed.value ?? '';
  if ('selected_option' in pressed) return pressed.selected_option?.value ?? '';
  return '';
}

function staleButton({ commands }: SlackEdge): string {
  const again = commands[0] ? ` Ask again with \`${commands[0].name}\`.` : '';
  return `This button belongs to an older version of IMT Board and does nothing now.${again}`;
}
