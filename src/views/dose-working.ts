import type { ModalView } from '@slack/types';
import type { AlphaBetaFile, AlphaBetaValue } from '../../knowledge/alpha-beta-schema.ts';
import type { MessageBlock } from '../command.ts';
import type { Comparison } from '../dose/comparison.ts';
import { formulaSource } from '../dose/formula-source.ts';
import { showNumber } from '../dose/show-number.ts';
import { showWorking, type WorkingLine } from '../dose/show-working.ts';
import { doiAddress } from './address.ts';
import { context, header, sections } from './block.ts';
import { dialog } from './dialog.ts';
import { doseFooter, scheduleLabel, scheduleText } from './dose-words.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import { warningLine } from './warning-line.ts';

/** Every figure as its formula with the numbers put in, and where each α/β comes from. */
export function doseWorking(
  comparison: Comparison,
  { values, noValueFor, toleranceReferences }: AlphaBetaFile,
): ModalView {
  const lines = showWorking(comparison);
  const regimens = comparison.regimens.flatMap(({ schedule }, at) => {
    const own = lines.filter(({ regimen }) => regimen === at).map(lineText);
    const title = `*${escapeMrkdwn(scheduleLabel(schedule))}* · ${escapeMrkdwn(scheduleText(schedule))}`;
    return sections(
      [title, ...warningsOf(schedule), ...(own.length > 0 ? own : ['Not computed.'])].join('\n'),
    );
  });
  const formulas = [...new Set(lines.map(formulaText))];
  const shown = comparison.alphaBetas.flatMap(({ assumption }) => assumption?.values ?? []);
  const cited = values.filter(({ id }) => shown.includes(id));
  const assumptions = [
    ...cited.map(valueText),
    ...noValueFor.map(({ statement }) => escapeMrkdwn(statement)),
  ];
  const blocks = [
    ...sections(formulas.join('\n')),
    ...regimens,
    header('Where the α/β come from'),
    ...sections(assumptions.join('\n')),
    ...toleranceBlocks(toleranceReferences),
    context(doseFooter),
  ];
  return dialog('Working', blocks as Parameters<typeof dialog>[1]);
}

function warningsOf({ publication }: Comparison['regimens'][number]['schedule']): string[] {
  const doubts = publication?.doubtful ? [publication.doubtful] : [];
  return [...doubts, ...(publication?.told.warnings ?? [])].map(warningLine);
}

function formulaText({ quantity, formula }: WorkingLine): string {
  const { label, url } = formulaSource[quantity];
  const source = url === null ? escapeMrkdwn(label) : `<${url}|${escapeMrkdwn(label)}>`;
  return `*${quantity}*: ${escapeMrkdwn(formula.replace(/^\w+ = /, ''))} · _${source}_`;
}

function lineText({ quantity, alphaBetaGy, withNumbers, result, unit }: WorkingLine): string {
  const at = alphaBetaGy === null ? '' : ` at α/β ${showNumber(alphaBetaGy, 2)}`;
  return `${quantity}${at}: ${escapeMrkdwn(withNumbers)} = ${showNumber(result, 4)} ${unit}`;
}

function valueText({ tissue, statement, assumed, sources, caveat }: AlphaBetaValue): string {
  const from = sources.map(({ label, doi, url, locator }) => {
    const address = doi ? doiAddress(doi) : url;
    const name = escapeMrkdwn(locator ? `${label}, ${locator}` : label);
    return address ? `<${address}|${name}>` : name;
  });
  const parts = [
    escapeMrkdwn(statement),
    assumed ? '_assumed_' : null,
    caveat && escapeMrkdwn(caveat),
    ...from,
  ];
  return `• ${escapeMrkdwn(tissue)}: ${parts.filter(Boolean).join(' · ')}`;
}

/** Only where to read: a schedule is no organ dose, and the app calls none safe. */
function toleranceBlocks(references: AlphaBetaFile['toleranceReferences']): MessageBlock[] {
  if (references.length === 0) return [];
  const links = references.map(({ label, url, note }) => {
    const link = `<${url}|${escapeMrkdwn(label)}>`;
    return note === null ? link : `${link} (${escapeMrkdwn(note)})`;
  });
  return sections(
    `*Organ tolerances*, to read, not judged here: ${links.join(' · ')}. They speak of doses to organs; this compares prescriptions.`,
  );
}
