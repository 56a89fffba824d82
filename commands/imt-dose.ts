import type { Command, MessageReply, Services } from '../src/command.ts';
import { compareTyped } from '../src/dose/compare-typed.ts';
import type { Comparison } from '../src/dose/comparison.ts';
import { DoseError } from '../src/dose/dose-error.ts';
import type { ParsedComparison } from '../src/dose/parse-comparison.ts';
import { readBack } from '../src/dose/read-back.ts';
import { doseCases } from '../src/views/dose-cases.ts';
import { barsFileName, doseCharts } from '../src/views/dose-charts/dose-charts.ts';
import { doseVisualization } from '../src/views/dose-charts/dose-visualization.ts';
import { doseActionIds, doseComparison } from '../src/views/dose-comparison.ts';
import { doseHelp } from '../src/views/dose-help.ts';
import { doseWorking } from '../src/views/dose-working.ts';
import { privately } from './privately.ts';

/** Slack's limit for the value of a button. */
const mostInButton = 2000;

type Knowledge = Pick<Services, 'knowledge'>;

const examples: Command['examples'] = [
  { text: '/imt-dose 54 Gy/27F vs 38/19 + 16/8', does: 'compares schedules at α/β 10, 4, 3 and 2' },
  {
    text: '/imt-dose 54 Gy/27F vs lee 2006',
    does: 'compares with a published schedule; “table” takes them all',
  },
  { text: '/imt-dose 60 Gy/30F as 20F ab=3', does: 'the same BED in 20 fractions' },
  { text: '/imt-dose 1.2 Gy BID x 58 interval=6h repair=4h', does: 'counts incomplete repair' },
  {
    text: '/imt-dose 66 Gy/33F days=44 k=0.6 tk=28',
    does: 'takes repopulation off, in a column of its own',
  },
  { text: '/imt-dose 50 Gy/25F vs 30 Gy/10F sum', does: 'adds courses up, without recovery' },
];

/** `/imt-dose`: fractionation schedules side by side, at the α/β of the knowledge base unless others are asked for. */
export const imtDose: Command = {
  name: '/imt-dose',
  description: 'Fractionation schedules side by side: BED and EQD2, with the sum written out',
  usageHint: '54 Gy/27F vs 20 Gy/10F [ab=10,3]',
  examples,
  run: async ({ text }, services) => {
    const isHelp = ['', 'help'].includes(text.trim().toLowerCase());
    return isHelp ? privately('Schedules side by side', doseHelp(examples)) : reply(text, services, null);
  },
  actions: [
    {
      id: doseActionIds.working,
      run: async ({ value }, services) => ({
        kind: 'dialog',
        view: doseWorking(compared(value, services).comparison, services.knowledge.alphaBeta),
      }),
    },
    { id: doseActionIds.share, run: async ({ value, userId }, services) => reply(value, services, userId) },
  ],
};

function compared(text: string, { knowledge }: Knowledge) {
  return compareTyped(text, { cases: doseCases(knowledge), shown: knowledge.alphaBeta.shown });
}

function reply(text: string, services: Knowledge, sharedBy: string | null): MessageReply {
  const { parsed, comparison } = compared(text, services);
  const count = comparison.regimens.length;
  const { bars, pictures } = illustrated(comparison);
  const shown = { typed: carried(parsed), sharedBy, bars };
  return {
    kind: 'message',
    visibility: sharedBy === null ? 'private' : 'shared',
    text: `Comparison of ${count} ${count === 1 ? 'schedule' : 'schedules'}`,
    blocks: doseComparison(comparison, services.knowledge.alphaBeta, shown),
    pictures,
  };
}

/** The buttons carry what was understood, not what was typed: words that play no part go no further. */
function carried(parsed: ParsedComparison): string {
  const understood = readBack(parsed);
  if (understood.length <= mostInButton) return understood;
  throw new DoseError(
    'TEXT_TOO_LONG',
    `Written out, this comparison is ${understood.length} characters; ${mostInButton} can be kept for its buttons. Leave some schedules or options out.`,
  );
}

/** Bars that Slack draws itself, where lines are drawn as a picture: never the same bars twice. */
function illustrated(comparison: Comparison) {
  const charts = doseCharts(comparison);
  const isBars = ({ fileName }: { fileName: string }) => fileName === barsFileName;
  const bars = charts.every(isBars) ? null : doseVisualization(comparison);
  return { bars, pictures: bars === null ? charts : charts.filter((chart) => !isBars(chart)) };
}
