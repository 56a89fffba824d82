import type { ComparedRegimen, Comparison, EffectGy, Result } from '../dose/comparison.ts';
import { showDosePerFraction, showNumber, showOneDecimal } from '../dose/show-number.ts';
import { scheduleLabel } from './dose-words.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';

/**
 * What stands beside the table because only some schedules have it: differences, LQ-L, incomplete repair,
 * repopulation, iso-effect, the sum. One line each, with the α/β in the order that the heading gives.
 */
export function doseDetails(comparison: Comparison): string[] {
  const { alphaBetas, regimens, reference, sum } = comparison;
  const ratios = alphaBetas.map(({ alphaBetaGy }) => showNumber(alphaBetaGy, 2)).join(' | ');
  const from = regimens[reference];
  const heading = (text: string) => `*${text}*, at α/β ${ratios}`;
  const groups: [string, string[]][] = [
    [
      `EQD2 less that of ${from ? escapeMrkdwn(scheduleLabel(from.schedule)) : ''}`,
      lines(regimens, ({ difference }) => difference && signed(difference.eqd2Gy)),
    ],
    [
      'EQD2 by LQ-L, straight from 10 Gy per fraction on',
      lines(regimens, ({ linearQuadraticLinear: effect }) => eqd2(effect)),
    ],
    ['EQD2 with incomplete repair', lines(regimens, ({ incompleteRepair: effect }) => eqd2(effect))],
    ['EQD2 less repopulation', lines(regimens, ({ repopulated: effect }) => eqd2(effect))],
    [
      `Same BED in ${comparison.options.isoEffectFractions} fractions, total Gy (per fraction)`,
      lines(
        regimens,
        ({ isoEffect }) =>
          isoEffect &&
          `${showOneDecimal(isoEffect.totalDoseGy)} (${showDosePerFraction(isoEffect.dosePerFractionGy)})`,
      ),
    ],
    [
      'Courses added up, EQD2',
      sum ? [`${showNumber(sum.totalDoseGy, 2)} Gy in all: ${sum.results.map(eqd2).join(' | ')}`] : [],
    ],
  ];
  return groups
    .filter(([, group]) => group.length > 0)
    .map(([title, group]) => [heading(title), ...group].join('\n'));
}

function lines(regimens: readonly ComparedRegimen[], show: (result: Result) => string | undefined): string[] {
  return regimens.flatMap(({ schedule, results }) => {
    const values = results.map(show);
    if (values.length === 0 || values.some((value) => value === undefined)) return [];
    return [`${escapeMrkdwn(scheduleLabel(schedule))}: ${values.join(' | ')}`];
  });
}

function eqd2(effect: EffectGy | undefined): string | undefined {
  return effect && showOneDecimal(effect.eqd2Gy);
}

function signed(gy: number): string {
  const shown = showOneDecimal(gy);
  if (shown === '0.0') return shown;
  return gy > 0 ? `+${shown}` : shown.replace('-', '−');
}
