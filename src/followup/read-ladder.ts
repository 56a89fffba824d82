import { UserError } from '../errors.ts';
import type { LadderRung, RecipientRole } from './follow-up.ts';
import { nameRungs } from './name-rungs.ts';

const mostRungs = 20;

const roles: readonly [RegExp, RecipientRole][] = [
  [/^owner$/, 'owner'],
  [/^backup$/, 'backup'],
  [/^(?:board[ -])?lead$/, 'board-lead'],
  [/^channel$/, 'channel'],
];

const line =
  /^(owner|backup|(?:board[ -])?lead|channel):? (?:(\d{1,3}) ?(d|days?|w|weeks?) (before|after)(?: the)?(?: (date|due date|window|end of the window))?|on the (?:due )?(?:date|day))$/;

/**
 * Reads a ladder as `ladderText` writes it: one step a line, or with `;` between them, in days or weeks, in any
 * order. Steps keep the names that they have in the ladder before. Throws one `UserError` that names every line
 * that cannot be read, by its number and without repeating it.
 *
 * @example
 * readLadder('owner on the date; lead 8 weeks after the window', settings.ladder)
 * //=> [{ name: 'due', role: 'owner', from: 'target', days: 0 }, { name: 'overdue-lead', …, days: 56 }]
 */
export function readLadder(text: string, before: readonly LadderRung[]): LadderRung[] {
  const lines = text
    .split(/[\n;]/)
    .map((one) => one.trim().replace(/\s+/g, ' ').toLowerCase())
    .filter((one) => one !== '');
  const rungs = lines.map(readRung);
  const faults = rungs.flatMap((rung, at) => (typeof rung === 'string' ? [`step ${at + 1} ${rung}`] : []));
  if (lines.length === 0) faults.push('there is no step');
  if (lines.length > mostRungs) faults.push(`there are ${lines.length} steps, at most ${mostRungs} work`);
  if (faults.length > 0)
    throw new UserError(
      `I cannot read this ladder: ${faults.join('; ')}. Write one step a line, as \`owner 28 days before\`, \`owner on the date\` or \`backup 30 days after the window\`, for owner, backup, lead or channel.`,
    );
  return nameRungs(inOrder(rungs.filter((rung) => typeof rung !== 'string')), before);
}

/** The step, or what is wrong with it. */
function readRung(text: string): Omit<LadderRung, 'name'> | string {
  const [whole, who = '', count, unit = '', side, point] = line.exec(text) ?? [];
  const role = roles.find(([word]) => word.test(who))?.[1];
  if (whole === undefined || role === undefined) return 'cannot be read';
  if (count === undefined) return { role, from: 'target', days: 0 };
  const days = Number(count) * (unit.startsWith('w') ? 7 : 1);
  const ofWindow = point?.endsWith('window') ?? false;
  if (side === 'before')
    return ofWindow
      ? 'counts back from the window: count from the date'
      : { role, from: 'target', days: 0 - days };
  if (point === undefined) return 'needs “after the date” or “after the window”';
  return { role, from: ofWindow ? 'window-end' : 'target', days };
}

function inOrder(rungs: readonly Omit<LadderRung, 'name'>[]): Omit<LadderRung, 'name'>[] {
  const part = ({ from }: Omit<LadderRung, 'name'>) => (from === 'target' ? 0 : 1);
  return [...rungs].sort((a, b) => part(a) - part(b) || a.days - b.days);
}
