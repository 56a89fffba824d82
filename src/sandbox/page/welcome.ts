import type { PageState } from '../page-state.ts';
import { byId, element } from './element.ts';
import { currentConversation, model } from './model.ts';

/** What this is and things to click, as long as nothing has been said in the channel. */
export function drawWelcome(onTry: (text: string) => void): void {
  const box = byId('welcome');
  const { state } = model;
  const conversation = currentConversation();
  const isEmpty = !state?.messages.some(({ conversationId }) => conversationId === conversation?.id);
  box.hidden = !isEmpty || !conversation;
  if (!state || box.hidden) return;
  if (conversation?.kind === 'direct') {
    box.replaceChildren(
      element(
        'p',
        {},
        'This is IMT Board. Ask in plain words, as below. Slash commands work here too; follow-ups belong to the channel of a board.',
      ),
      element('p', { class: 'examples' }, tryButton('What dose did Lee use?', onTry)),
    );
    return;
  }
  const buttons = examplesOf(state).map(({ text, does }) => tryButton(text, onTry, does));
  box.replaceChildren(
    element('h2', {}, 'A small Slack, with IMT Board in it'),
    element(
      'ol',
      {},
      element(
        'li',
        {},
        'Type ',
        element('kbd', {}, '/'),
        ' for all commands, write ',
        element('kbd', {}, '@IMT Board'),
        ' before a question, or press one of these. Only you see the answer until you share it.',
      ),
      element('li', {}, 'The names at the top are people: press one to see what that person sees.'),
      element(
        'li',
        {},
        'Reminders take weeks, so the clock is yours: save a scan, then press ',
        element('strong', {}, 'To the next reminder'),
        '.',
      ),
    ),
    element('p', { class: 'examples' }, ...buttons),
    element('p', { class: 'keeping' }, keepingSentence(state)),
  );
}

function tryButton(text: string, onTry: (text: string) => void, does = 'Sends it'): HTMLElement {
  const button = element('button', { type: 'button', title: does }, element('code', {}, text));
  button.addEventListener('click', () => onTry(text));
  return button;
}

/** Two of the app's own examples, and a follow-up for people who are here, on days that are ahead. */
function examplesOf({ commands, people, clock }: PageState): { text: string; does: string }[] {
  const examples = commands.flatMap((command) => command.examples).slice(0, 2);
  const [owner, backup] = people;
  const hasFollowUp = commands.some(({ name }) => name === '/imt-followup');
  if (!hasFollowUp || !owner || !backup) return examples;
  const dueOn = new Date(Date.parse(clock.at) + 30 * 86_400_000).toISOString().slice(0, 10);
  const text = `/imt-followup add CASE-12 CT chest due ${dueOn} window 14d owner @${owner.handle} backup @${backup.handle}`;
  return [...examples, { text, does: 'saves a scan that is followed up until it is done' }];
}

function keepingSentence({ clock: { keepsStore } }: PageState): string {
  return keepsStore
    ? 'Follow-ups are kept in the store of DATABASE_URL; messages go when the app ends.'
    : 'Nothing of this trial is kept: it goes when the app ends.';
}
