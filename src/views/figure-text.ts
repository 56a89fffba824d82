import type { Figure } from '../../knowledge/schema.ts';

/** A figure with its unit, as it is read: `5 of 6 patients`, `≥ 62 months`, `23–25%`. */
export function figureText(figure: Figure): string {
  const { unit, n, value, ci } = figure;
  const amount = [amountText(figure), rangeText(figure)].filter((part) => part !== '').join(' ');
  const interval = ci ? ` (${ci.levelPercent}% CI ${ci.low}–${ci.high})` : '';
  if (unit === 'patients' && n !== null && value !== null) return `${amount} of ${n} patients${interval}`;
  if (unit === '%') return `${amount}%${interval}`;
  return `${amount} ${amount === '1' ? unit.replace(/s$/, '') : unit}${interval}`;
}

function amountText({ operator, value }: Figure): string {
  if (value === null) return '';
  return operator === '=' ? String(value) : `${operator} ${value}`;
}

function rangeText({ value, range }: Figure): string {
  if (range === null) return '';
  const [low, high] = range;
  return value === null ? `${low}–${high}` : `(${low}–${high})`;
}
