import { chosenPerson, model } from './model.ts';

/** What stands in the box and is not sent, kept for this tab: one for each person, place and thread. */
export function readDraft(): string {
  return sessionStorage.getItem(draftKey()) ?? '';
}

export function keepDraft(text: string): void {
  if (text) sessionStorage.setItem(draftKey(), text);
  else sessionStorage.removeItem(draftKey());
}

/** Whose box this is, and where. */
export function draftKey(): string {
  return ['draft', chosenPerson(), model.place, model.threadTs ?? ''].join(' ');
}
