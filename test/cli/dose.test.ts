import { expect, it } from 'vitest';
import { imtLines } from '../support/imt-lines.ts';

const imt = (words: string[], input?: string) => imtLines(['dose', ...words], input);

it('prints a comparison as one object', () => {
  const { status, lines } = imt(['--json', '54 Gy/27F vs 20 Gy/1F ab=10']);
  expect(status).toBe(0);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    regimens: [
      {
        phases: [{ totalGy: 54, fractions: 27, dosePerFractionGy: 2 }],
        results: [{ alphaBetaGy: 10, bedGy: 64.8, eqd2Gy: 54 }],
      },
      { totalGy: 20, results: [{ eqd2Gy: 50 }], warnings: ['LQ_HIGH_DOSE_PER_FRACTION'] },
    ],
  });
});

it('answers each line of standard input with one line, refusals and empty lines too, and ends with status 0', () => {
  const { status, lines } = imt([], '60 Gy/30F\nBP 120/80\n\n≥60 Gy/30F');
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line).error?.code ?? 'compared')).toEqual([
    'compared',
    'NO_REGIMEN_FOUND',
    'NO_REGIMEN_FOUND',
    'BOUND_NOT_A_REGIMEN',
  ]);
});

it('refuses what is no schedule on standard error, with status 1', () => {
  const { status, lines, stderr } = imt(['garbage']);
  expect([status, lines]).toEqual([1, ['']]);
  expect(stderr).toMatch(/^I found no .*\n$/);
});

it('refuses it as data too, with the same status', () => {
  const { status, lines, stderr } = imt(['--json', 'BP', '120/80']);
  expect([status, stderr]).toEqual([1, '']);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { code: 'NO_REGIMEN_FOUND' } });
});

it('looks published schedules up in the knowledge base, with their warnings', () => {
  const text = imt(['54 Gy/27F vs strianese 2018']).lines.join('\n');
  expect(text).toContain('printed as 2000cGy/1F ⚠');
  expect(text).toContain('The good effect of 20 Gy in the orbit rests on 2 patients');
  expect(text).toContain('I read: 54 Gy in 27 × 2 Gy ·');
  expect(text).not.toMatch(/\*|_/);
  expect(text).toContain('Arithmetic for professionals, not a prescription.');
});
