import { expect } from 'vitest';
import { controlOf, filledIn, picked, written } from './board-talk.ts';
import type { QuestionApp } from './question-app.ts';

export const leeRow = 'guo-2024-row-lee-2006';

export const source = (id: string) => ({ action_id: 'imt.source', value: id });

/** Somebody opens the source of a statement, presses the button there and says why. */
export async function flag(
  { app, opened }: QuestionApp,
  { id = leeRow, reason = 'wrong-figure', note = 'the unit', user = 'U1', team = 'T1' } = {},
): Promise<string> {
  const who = { user: { id: user, team_id: team }, team: { id: team } };
  const place = { ...who, response_url: app.slack.newResponseUrl(), channel: { id: 'C1' } };
  const details = await opened(app.press(source(id), place));
  const asking = await opened(app.press(controlOf(details, 'imt.flag-claim'), place));
  const filled = filledIn(asking, { reason: picked(reason), note: written(note) });
  return (await app.submit(filled, who)).text();
}

export async function home({ app }: QuestionApp, user = 'U1'): Promise<string> {
  const drawn = () => app.slack.calls.filter(({ method }) => method === 'views.publish');
  const before = drawn().length;
  await app.sendEvent({ type: 'app_home_opened', user, tab: 'home', channel: 'D1' });
  await expect.poll(() => drawn().length).toBeGreaterThan(before);
  return drawn().at(-1)?.args.view ?? '';
}

export const choose = (value: string) => ({
  type: 'overflow',
  action_id: 'imt.curate',
  selected_option: { value },
});
export const onHome = { view: { id: 'V1', type: 'home' }, container: { type: 'view', view_id: 'V1' } };
export const valueIn = (view: string, what: string) => new RegExp(`"(${what} [^"]+)"`).exec(view)?.[1] ?? '';

export async function decide(
  asked: QuestionApp,
  outcome: 'upheld' | 'rejected',
  note: string,
): Promise<string> {
  const view = await asked.opened(asked.app.press(choose(valueIn(await home(asked), outcome)), onHome));
  return (await asked.app.submit(filledIn(view, { note: written(note) }))).text();
}

export async function toldTo({ news }: QuestionApp): Promise<string> {
  return (await news.nextCall('chat.postMessage')).args.blocks ?? '';
}

export async function shown({ app, nextPost }: QuestionApp, text: string): Promise<string> {
  await app.type('/imt', text);
  return (await nextPost()).all;
}
