import type {
  Action,
  ActionRequest,
  Command,
  CommandRequest,
  Form,
  FormRequest,
  Origin,
} from '../command.ts';
import { UserError } from '../errors.ts';
import { guardEditForm, guardEditText } from '../views/guard-edit-form.ts';
import { guardIds } from '../views/guard-question.ts';
import { refusalOf } from '../views/guard-words.ts';
import { runScreened } from './screen-command.ts';
import { screenText } from './screen-text.ts';
import type { SlackEdge } from './slack-edge.ts';

/** The two buttons of the guard's question. */
export function guardActions(edge: SlackEdge): Action[] {
  return [
    {
      id: guardIds.goOn,
      async run(request: ActionRequest, services) {
        const { command, text, thread } = kept(request, edge);
        // The guard may have learned since: what it refuses now is not confirmed.
        const { verdict, hints } = screenText(text, edge);
        if (verdict === 'block') throw new UserError(refusalOf(hints));
        const reply = await command.run({ ...originOf(request), text, ...thread }, services);
        const takesPlace = reply.kind === 'message' && reply.visibility === 'private';
        return takesPlace ? { ...reply, replaces: true } : reply;
      },
    },
    {
      id: guardIds.edit,
      async run(request: ActionRequest) {
        const { command, text } = kept(request, edge);
        return { kind: 'dialog', view: guardEditForm(command.name, text) };
      },
    },
  ];
}

/** The dialog in which a text is edited; what comes back is screened like any other. */
export function guardForm(edge: SlackEdge): Form {
  return {
    id: guardIds.editForm,
    async run(request: FormRequest) {
      const command = commandNamed(request.privateValue, edge);
      return runScreened(command, { ...originOf(request), text: request.values[guardEditText] ?? '' }, edge);
    },
  };
}

interface Kept {
  command: Command;
  text: string;
  thread: Pick<CommandRequest, 'inThread' | 'threadTs'>;
}

function kept(request: ActionRequest, edge: SlackEdge): Kept {
  const opened = edge.sealer.open(request.value, request, edge.services.now());
  const [name, text, thread] = JSON.parse(opened) as [string, string, Kept['thread']];
  return { command: commandNamed(name, edge), text, thread };
}

function commandNamed(wanted: string, { commands }: SlackEdge): Command {
  const command = commands.find(({ name }) => name === wanted);
  if (command) return command;
  throw new UserError('That command is not here any more. Write `/imt help` for what there is.');
}

function originOf({ userId, channelId, teamId }: Origin): Origin {
  return { userId, channelId, teamId };
}
