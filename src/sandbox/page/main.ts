import type { PageMessage, PageState } from '../page-state.ts';
import { ask } from './ask.ts';
import { createComposer } from './composer.ts';
import { drawDialogs, listenToDialog, shownDialogId } from './dialog-box.ts';
import { drawHtml } from './draw-html.ts';
import { byId } from './element.ts';
import { drawMessages, removeMessage, showMessage } from './message-list.ts';
import { chosenPerson, currentConversation, model, type Place, placeNamed, placeOfMessage } from './model.ts';
import { enlargePictures } from './picture-box.ts';
import { drawPeople, drawPlaces } from './places.ts';
import { reportPresses } from './presses.ts';
import { followUpdates } from './updates.ts';
import { drawWelcome } from './welcome.ts';

const composer = createComposer();
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
    },
    (lost) => {
      document.body.classList.toggle('lost', lost);
      byId('waiting').textContent = lost ? 'The sandbox is not running; waiting for it …' : '';
    },
  );
}

function takeState(state: PageState): void {
  const before = model.state?.me.handle;
  model.state = state;
  sessionStorage.setItem('as', state.me.handle);
  if (before !== state.me.handle) model.unread.clear();
  drawPeople();
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
  else if (place && known === -1) {
    model.unread.add(place);
    drawPlaces(openPlace);
  }
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

function drawPlace(): void {
  model.unread.delete(model.place);
  drawPlaces(openPlace);
  byId('messages').hidden = !currentConversation();
  byId('home').hidden = model.place !== 'home';
  drawMessages();
  drawHome();
  drawWelcome(composer.send);
  composer.draw();
}

function drawHome(): void {
  const box = byId('home');
  const { home } = model.state ?? {};
  if (home) drawHtml(box, home.html);
  else box.textContent = 'The app has shown nothing here yet.';
}

byId<HTMLSelectElement>('person').addEventListener('change', ({ target }) => {
  const handle = (target as HTMLSelectElement).value;
  sessionStorage.setItem('as', handle);
  unfollow();
  // Nothing of one person's is left for the next to see.
  if (model.state) model.state = { ...model.state, messages: [], dialogs: [], home: null };
  drawPlace();
  unfollow = follow(handle);
});
addEventListener('hashchange', () => openPlace(placeNamed(location.hash.slice(1)) ?? 'channel'));
listenToDialog();
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
