import type { LadderRung } from './follow-up.ts';

type Unnamed = Omit<LadderRung, 'name'>;

/**
 * Gives each step of a ladder its name. A name tells which message was sent already, so a step that only moved
 * keeps the one it had, and a new step never takes one that the ladder before it used for another.
 *
 * @example
 * nameRungs([{ role: 'backup', from: 'window-end', days: 20 }], settings.ladder)[0]?.name //=> 'overdue-backup'
 */
export function nameRungs(rungs: readonly Unnamed[], before: readonly LadderRung[]): LadderRung[] {
  const free = new Set(before);
  const names = new Map<Unnamed, string>();
  const keep = (rung: Unnamed, isSame: (old: LadderRung) => boolean) => {
    const old = names.has(rung) ? undefined : [...free].find(isSame);
    if (old === undefined) return;
    free.delete(old);
    names.set(rung, old.name);
  };
  for (const rung of rungs) keep(rung, (old) => isKin(old, rung) && old.days === rung.days);
  for (const rung of rungs) keep(rung, (old) => isKin(old, rung));
  const taken = new Set(before.map(({ name }) => name));
  return rungs.map((rung) => {
    const name = names.get(rung) ?? newName(rung, taken);
    taken.add(name);
    return { name, ...rung };
  });
}

/** Steps for the same person on the same side of the window: those before a date are never those after it. */
function isKin(a: Unnamed, b: Unnamed): boolean {
  return a.role === b.role && stem(a) === stem(b);
}

function stem({ from, days }: Unnamed): string {
  if (from === 'window-end') return 'overdue';
  if (days === 0) return 'due';
  return days < 0 ? 'before-due' : 'after-due';
}

function newName(rung: Unnamed, taken: ReadonlySet<string>): string {
  const whom = { owner: '', backup: '-backup', 'board-lead': '-lead', channel: '-channel' }[rung.role];
  let name = `${stem(rung)}${whom}`;
  for (let more = 1; taken.has(name); more += 1) name = `${stem(rung)}${whom}-${letters(more)}`;
  return name;
}

/** Names hold no digits: 1 is b, 25 is z, 26 is bb. */
function letters(count: number): string {
  const alphabet = 'bcdefghijklmnopqrstuvwxyz';
  const last = alphabet[(count - 1) % alphabet.length] ?? '';
  return count <= alphabet.length ? last : letters(Math.floor((count - 1) / alphabet.length)) + last;
}
