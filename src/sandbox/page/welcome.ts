import { byId, element } from './element.ts';
import { currentConversation, model } from './model.ts';

/** Three lines and two things to click, as long as nothing has been said in the channel. */
export function drawWelcome(onTry: (text: string) => void): void {
  const box = byId('welcome');
  const { state } = model;
  const conversation = currentConversation();
  const isEmpty = !state?.messages.some(({ conversationId }) => conversationId === conversation?.id);
  box.hidden = !isEmpty || !conversation;
  if (!state || box.hidden) return;
  if (conversation?.kind === 'direct') {
    box.replaceChildren(
      element('p', {}, 'Nothing has been said here yet. Slash commands work here as well as in the channel.'),
    );
    return;
  }
  const examples = state.commands.flatMap((command) => command.examples).slice(0, 2);
  const buttons = examples.map(({ text, does }) => {
    const button = element('button', { type: 'button', title: does }, element('code', {}, text));
    button.addEventListener('click', () => onTry(text));
    return button;
  });
  box.replaceChildren(
    element('h2', {}, 'A small Slack, with IMT Board in it'),
    element('p', {}, 'Type ', element('kbd', {}, '/'), ' below for all commands, or try one:'),
    element('p', { class: 'examples' }, ...buttons),
    element(
      'p',
      {},
      'Answers are private until you share them. Change who you are, top right, to see what others see.',
    ),
  );
}
