import type { FieldErrors, Reply } from '../command.ts';

/** Longer values are no ids, as the sealed text behind the guard's question. */
const longestId = 90;
const mostIds = 100;

/**
 * The ids of the statements, cases and scans that a reply shows: each has a button or a menu that leads to it, whose
 * value is an id and nothing else.
 */
export function shownIds(reply: Reply | FieldErrors): string[] {
  if (reply.kind === 'field-errors') return [];
  const ids = new Set(values(reply.kind === 'dialog' ? reply.view.blocks : reply.blocks));
  return [...ids].filter((id) => id !== '' && id.length <= longestId).slice(0, mostIds);
}

interface Part {
  type?: string;
  value?: unknown;
  options?: { value?: unknown }[];
}

function values(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(values);
  if (typeof part !== 'object' || part === null) return [];
  const { type, value, options = [] } = part as Part;
  if (type === 'button') return typeof value === 'string' ? [value] : [];
  if (type === 'overflow') return options.map((option) => String(option.value ?? ''));
  return Object.values(part).flatMap(values);
}
