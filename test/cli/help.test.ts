import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpAsked } from '../../src/cli/help-text.ts';
import { imtLines } from '../support/imt-lines.ts';

const names = [
  ...['ask', 'audit', 'backup', 'doctor', 'dose', 'erase', 'eval', 'export', 'gaps', 'guard', 'kb'],
  ...['move', 'purge', 'rekey', 'restore'],
];

describe('help on the command line', { timeout: 60_000 }, () => {
  it('is every subcommand, and the statuses with which they end', () => {
    const { status, lines, stderr } = imtLines(['--help']);
    expect([status, stderr]).toEqual([0, '']);
    const named = lines.flatMap((line) => /^ {2}npm run -s imt -- (\w+)/.exec(line)?.[1] ?? []);
    expect([...new Set(named)]).toEqual(names);
    expect(lines.join('\n')).toContain('Exit status:');
  });

  it.each(names)('of "%s" is its own, and nothing else is done', (name) => {
    const { status, lines, stderr } = imtLines([name, '--help'], 'no line of this is read\n');
    expect([status, stderr]).toEqual([0, '']);
    for (const line of lines) expect(line).toMatch(new RegExp(`^ {2}npm run -s imt -- ${name}\\b|^ {6}`));
  });

  it.each<[string[], string | null]>([
    [['help'], ''],
    [['-h'], ''],
    [['help', 'ask'], 'ask'],
    [['--help', 'ask'], 'ask'],
    [['ask', '-h'], 'ask'],
    [['kb', 'new', '--help'], 'kb'],
    [['dose', '--json', '--help'], 'dose'],
    [['ask', 'what does --help say'], null],
    [['ask', 'help'], null],
    [[], null],
  ])('is asked for by %j, of "%s"', (words, name) => {
    expect(helpAsked(words)).toBe(name);
  });

  it('of a subcommand that there is not says so, as a wrong call', () => {
    const { status, stderr } = imtLines(['help', 'dance']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^There is no subcommand "dance"\./)]);
  });

  it('says with which status "guard" ends, as operations.md does of all', () => {
    expect(imtLines(['guard', '--help']).lines.join('\n')).toMatch(/0 for pass, 3 for confirm, 4 for block/);
    const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const [, section = ''] = /### Exit status\n([\s\S]*?)\n#/.exec(operations) ?? [];
    for (const status of ['0', '1', '2', '3', '4', '75']) expect(section).toContain(`| ${status} |`);
  });
});
