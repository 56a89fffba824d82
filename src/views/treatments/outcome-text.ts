import type { OutcomeFigure } from '../../evidence/treatments/credited-outcomes.ts';
import type { ExactInterval } from '../../evidence/treatments/exact-interval.ts';
import { confidencePercent } from '../../evidence/treatments/exact-interval.ts';
import { figureText } from '../figure-text.ts';

/** What an empty cell says: never a dash, which reads as zero. */
export const notReported = 'not reported';

/** `5 of 7 patients (71.4%, exact 95% CI 29.0–96.3)`, or the figure as it is printed. */
export function outcomeText({ figure, interval }: OutcomeFigure): string {
  if (interval) return `${figureText(figure)} (${intervalText(interval)})`;
  const of = figure.unit === '%' && figure.n !== null ? `, n = ${figure.n}` : '';
  const asPrinted = figure.measure === 'response' ? ', as printed' : '';
  return `${figureText(figure)}${of}${asPrinted}`;
}

/** `71.4%, exact 95% CI 29.0–96.3`. */
export function intervalText({ ratePercent, lowPercent, highPercent }: ExactInterval): string {
  const [rate, low, high] = [ratePercent, lowPercent, highPercent].map((percent) => percent.toFixed(1));
  return `${rate}%, exact ${confidencePercent}% CI ${low}–${high}`;
}
