import type { FieldErrors, Reply } from '../command.ts';
import { doseActionIds } from '../views/dose-comparison.ts';
import { guardIds } from '../views/guard-question.ts';
import { namingActions } from '../views/topic-button.ts';

/** One id, or one with a page or an action beside it: nothing that somebody could have written as a sentence. */
const idShape = /^[\w.:/-]{1,90}(?: [\w.:/-]{1,90})?$/;
/** What these carry is what was typed, so that they can be pressed after a restart: no id, whatever it looks like. */
const carryText = new Set<string>([...Object.values(doseActionIds), ...Object.values(guardIds)]);
const mostIds = 100;

/**
 * The ids of the statements, cases and scans that a reply shows: each has a button or a menu that leads to it, whose
 * value is an id and nothing else.
 */
export function shownIds(reply: Reply | FieldErrors): string[] {
  if (reply.kind === 'field-errors') return [];
  const ids = new Set(values(reply.kind === 'dialog' ? reply.view.blocks : reply.blocks));
  return [...ids].filter((id) => idShape.test(id)).slice(0, mostIds);
}

interface Part {
  type?: string;
  action_id?: string;
  value?: unknown;
  options?: { value?: unknown }[];
}

function values(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(values);
  if (typeof part !== 'object' || part === null) return [];
  const { type, action_id = '', value, options = [] } = part as Part;
  if (carryText.has(action_id)) return [];
  if (type === 'button' && typeof value !== 'string') return [];
  if (type === 'button') return namingActions.has(action_id) ? String(value).split(',') : [String(value)];
  if (type === 'overflow') return options.map((option) => String(option.value ?? ''));
  return Object.values(part).flatMap(values);
}
