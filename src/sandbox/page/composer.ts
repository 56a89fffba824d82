import { ask } from './ask.ts';
import { draftKey, keepDraft, readDraft } from './drafts.ts';
import { byId } from './element.ts';
import { chosenPerson, currentConversation, model } from './model.ts';
import { failureSentence, showNotice } from './notice.ts';
import { createSuggestionList } from './suggestion-list.ts';
import { suggestionsFor } from './suggestions.ts';
import { createTypedBefore } from './typed-before.ts';

export interface Composer {
  send(text: string): Promise<void>;
  focus(): void;
  /** Names the open conversation in the box, with what was typed for it and not sent. */
  draw(): void;
}

/** The box to type in, with commands to complete and what was typed before. */
export function createComposer(onLeaveThread: () => void): Composer {
  const form = byId<HTMLFormElement>('composer');
  const box = byId<HTMLTextAreaElement>('composer-text');
  const before = createTypedBefore(sessionStorage);
  let drawnFor = '';
  const fill = (text: string) => {
    box.value = text;
    keepDraft(text);
    growToText(box);
    suggest();
    box.focus();
  };
  const list = createSuggestionList(box, ({ text }) => fill(text));

  function suggest(): void {
    const commands = model.state?.commands ?? [];
    // A name that is not finished is completed by Enter; once it is, Enter sends what is typed.
    const isNamed = box.value.includes(' ') || commands.some(({ name }) => name === box.value);
    list.show(suggestionsFor(box.value, commands), isNamed ? -1 : 0);
  }

  async function send(text: string): Promise<void> {
    const conversation = currentConversation();
    if (!conversation || !text.trim()) return;
    before.add(text);
    const waiting = setTimeout(() => {
      byId('waiting').textContent = 'Waiting for the app …';
    }, 400);
    const to = { as: chosenPerson(), conversationId: conversation.id };
    const thread = model.threadTs === null ? {} : { threadTs: model.threadTs };
    const { failure } = await ask('messages', { ...to, ...thread, text });
    clearTimeout(waiting);
    byId('waiting').textContent = '';
    if (failure) showNotice(failureSentence(failure));
  }

  function sendTyped(): void {
    const text = box.value;
    fill('');
    list.hide();
    void send(text);
  }

  function keyInList(key: string): boolean {
    if (!list.isOpen()) return false;
    const chosen = list.chosen();
    if (key === 'ArrowDown') list.move(1);
    else if (key === 'ArrowUp') list.move(-1);
    else if (key === 'Escape') list.hide();
    else if (key === 'Enter' && chosen) fill(chosen.text);
    else if (key === 'Tab') {
      if (!chosen) list.move(1);
      fill(list.chosen()?.text ?? box.value);
    } else return false;
    return true;
  }

  function keyInHistory(key: string): boolean {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    if (box.value !== '' && !before.isBrowsing()) return false;
    const text = before.step(key === 'ArrowUp' ? -1 : 1);
    if (text === undefined) return false;
    fill(text);
    list.hide();
    return true;
  }

  box.addEventListener('input', () => {
    before.stop();
    keepDraft(box.value);
    growToText(box);
    suggest();
  });
  box.addEventListener('blur', () => list.hide());
  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.shiftKey) return;
    const leaves = event.key === 'Escape' && !list.isOpen() && model.threadTs !== null;
    if (keyInList(event.key) || keyInHistory(event.key)) event.preventDefault();
    else if (leaves) onLeaveThread();
    else if (event.key === 'Enter') {
      event.preventDefault();
      sendTyped();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendTyped();
  });
  return {
    send,
    focus: () => box.focus(),
    draw() {
      const conversation = currentConversation();
      form.hidden = !conversation;
      const isDirect = conversation?.kind === 'direct';
      box.placeholder = isDirect ? 'Message IMT Board' : `Message #${conversation?.name ?? ''}`;
      if (model.threadTs !== null) box.placeholder = 'Reply in the thread';
      // What was typed while the page was still loading stays.
      if (drawnFor !== draftKey() && (drawnFor || !box.value)) box.value = readDraft();
      drawnFor = draftKey();
      growToText(box);
      list.hide();
    },
  };
}

/** As high as its text, up to what the style sheet allows. */
function growToText(box: HTMLTextAreaElement): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
