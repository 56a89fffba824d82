import { describe, expect, it } from 'vitest';
import type { MessageReply } from '../../src/command.ts';
import { shownIds } from '../../src/slack/shown-ids.ts';
import { actions, button } from '../../src/views/block.ts';

const shown = (...buttons: Parameters<typeof button>[]): string[] =>
  shownIds({
    ...({ kind: 'message', visibility: 'private', text: '' } as const),
    blocks: [actions(...buttons.map((one) => button(...one)))] as MessageReply['blocks'],
  });

describe('the ids that a reply shows', () => {
  it('are those of statements, scans and pages', () => {
    const values = ['guo-2024.radiotherapy-dose', 'C1/0b5e-1', 'radiotherapy 2'];
    expect(shown(...values.map((value): [string, string, string] => ['Open', 'imt.any', value]))).toEqual(
      values,
    );
  });

  it('are those of each statement that stands beside the button of several', () => {
    expect(shown(['Sources', 'imt.key-figures', 'radiotherapy,lee-2006,guo-2024'])).toEqual([
      'radiotherapy',
      'lee-2006',
      'guo-2024',
    ]);
  });

  it('are never schedules as they were typed, even one that looks like an id', () => {
    expect(
      shown(['Show working', 'dose.working', '54/27'], ['Share', 'dose.share', '54/27 vs 20/10']),
    ).toEqual([]);
  });

  it('are no text that waits behind a question, and no sentence', () => {
    expect(
      shown(['Go on', 'guard.go-on', 'c2VhbGVk'], ['Any', 'some.button', 'a sentence of somebody']),
    ).toEqual([]);
  });
});
