import type { PageMessage, PageState } from '../page-state.ts';
import { ask } from './ask.ts';
import { listenToClock, setClock } from './clock-bar.ts';
import { createComposer } from './composer.ts';
import { drawDialogs, listenToDialog, shownDialogId } from './dialog-box.ts';
import { drawHtml } from './draw-html.ts';
import { byId } from './element.ts';
import { drawExchanges, listenToExchanges, showExchange } from './exchange-list.ts';
import { drawMessages, removeMessage, showMessage } from './message-list.ts';
import {
  chosenPerson,
  currentConversation,
  model,
  type Place,
  placeNamed,
  placeOfMessage,
  unreadBy,
  unreadIn,
} from './model.ts';
import { drawPeople } from './people.ts';
import { enlargePictures } from './picture-box.ts';
import { drawPlaces } from './places.ts';
import { reportPresses } from './presses.ts';
import { drawThread, openThread, rememberThread } from './threads.ts';
import { followUpdates } from './updates.ts';
import { drawWelcome } from './welcome.ts';

const composer = createComposer(() => writeIn(null));
let unfollow = follow(chosenPerson());

function follow(as: string): () => void {
  return followUpdates(
    as,
    {
      state: takeState,
      message: takeMessage,
      'message-gone'({ ts }) {
        if (model.state) model.state.messages = model.state.messages.filter((message) => message.ts !== ts);
        removeMessage(ts);
        drawWelcome(composer.send);
      },
      dialogs(dialogs) {
        if (model.state) model.state.dialogs = dialogs;
        drawDialogs(dialogs);
      },
      home(home) {
        if (model.state) model.state.home = home;
        drawHome();
      },
      unread(unread) {
        if (model.state) model.state.unread = unread;
        drawPlaces(openPlace);
        drawPeople(become);
        tellRead();
      },
      clock: setClock,
      exchange(exchange) {
        model.state?.exchanges.push(exchange);
        showExchange(exchange);
      },
    },
    (lost) => {
      document.body.classList.toggle('lost', lost);
      byId('waiting').textContent = lost ? 'The sandbox is not running; waiting for it …' : '';
    },
  );
}

function takeState(state: PageState): void {
  model.state = state;
  sessionStorage.setItem('as', state.me.handle);
  setClock(state.clock);
  drawPeople(become);
  drawExchanges(state.exchanges);
  drawPlace();
  drawDialogs(state.dialogs);
  tellOpened();
}

function takeMessage(message: PageMessage): void {
  const { state } = model;
  if (!state) return;
  const known = state.messages.findIndex(({ ts }) => ts === message.ts);
  if (known === -1) state.messages.push(message);
  else state.messages[known] = message;
  const place = placeOfMessage(message);
  if (place === model.place) showMessage(message);
  drawThread();
  drawWelcome(composer.send);
}

function openPlace(place: Place): void {
  model.place = place;
  history.replaceState(null, '', `#${place}`);
  drawPlace();
  tellOpened();
  if (place !== 'home') composer.focus();
}

/** Slack tells the app when App Home, or its direct message, comes into view. */
function tellOpened(): void {
  if (model.place !== 'channel')
    void ask('openings', { as: chosenPerson(), tab: model.place === 'home' ? 'home' : 'messages' });
}

/** What stands on the screen is read; a page behind another is not. */
function tellRead(): void {
  const conversation = currentConversation();
  if (!conversation || document.hidden || unreadIn(model.place) === 0) return;
  void ask('readings', { as: chosenPerson(), conversationId: conversation.id });
}

/** Writes on in a thread, or with null in the conversation itself. */
function writeIn(threadTs: string | null): void {
  openThread(threadTs);
  drawThread();
  composer.draw();
  composer.focus();
}

/** Looks through another person's eyes: at what the app wrote to them alone, when it did. */
function become(handle: string): void {
  if (handle === chosenPerson()) return;
  if (unreadBy(handle) > 0) {
    model.place = 'direct';
    history.replaceState(null, '', '#direct');
  }
  sessionStorage.setItem('as', handle);
  unfollow();
  // Nothing of one person's is left for the next to see.
  if (model.state) model.state = { ...model.state, messages: [], dialogs: [], home: null };
  model.threadTs = null;
  drawPlace();
  unfollow = follow(handle);
}

function drawPlace(): void {
  rememberThread();
  drawPlaces(openPlace);
  byId('messages').hidden = !currentConversation();
  byId('home').hidden = model.place !== 'home';
  drawMessages();
  drawHome();
  drawWelcome(composer.send);
  drawThread();
  composer.draw();
  tellRead();
}

function drawHome(): void {
  const box = byId('home');
  const { home } = model.state ?? {};
  if (home) drawHtml(box, home.html);
  else box.textContent = 'The app has shown nothing here yet.';
}

byId('messages').addEventListener('click', ({ target }) => {
  const item = (target as Element).closest('.reply-button')?.closest<HTMLElement>('[data-thread]');
  if (item?.dataset.thread) writeIn(item.dataset.thread);
});
byId('thread-leave').addEventListener('click', () => writeIn(null));
document.addEventListener('visibilitychange', tellRead);
addEventListener('hashchange', () => openPlace(placeNamed(location.hash.slice(1)) ?? 'channel'));
listenToDialog();
listenToClock();
listenToExchanges();
enlargePictures();
reportPresses(byId('messages'), (pressed) => {
  const item = pressed.closest<HTMLElement>('[data-ts]');
  return item?.dataset.ts ? { place: { messageTs: item.dataset.ts }, container: item } : undefined;
});
reportPresses(byId('dialog-body'), () => {
  const viewId = shownDialogId();
  return viewId ? { place: { viewId }, container: byId('dialog-body') } : undefined;
});
reportPresses(byId('home'), () => {
  const viewId = model.state?.home?.id;
  return viewId ? { place: { viewId }, container: byId('home') } : undefined;
});
composer.focus();
