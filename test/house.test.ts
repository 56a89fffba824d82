import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
/** In the first comment, which may stand behind the imports. */
const reasonInHead = /^(?:import [^\n]*\n|\n)*\/\*\*[\s\S]{0,400}\blong\b/;
const pureFolders = ['src/evidence', 'src/dose', 'src/followup', 'src/privacy', 'src/dates'];

function filesUnder(folder: string): { path: string; text: string }[] {
  const address = new URL(`${folder}/`, root);
  if (!existsSync(address)) return [];
  return readdirSync(address, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(new URL(path, address), 'utf8') }));
}

const pureFiles = pureFolders.flatMap(filesUnder);

describe('the house', () => {
  it.each(pureFiles)('$path takes time and chance as arguments', ({ text }) => {
    expect(text).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|performance\.now|process\./);
  });

  it.each(pureFiles)('$path explains each exported function, with an example', ({ text }) => {
    const functions = [
      ...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?function (\w+)/g),
    ];
    const unexplained = functions
      .filter(([, comment]) => !comment?.includes('@example'))
      .map(([, , name]) => name);
    expect(unexplained).toEqual([]);
  });

  it('has no file over 250 lines without a reason in its head', () => {
    const long = ['src', 'commands', 'knowledge']
      .flatMap(filesUnder)
      .filter(({ text }) => text.split('\n').length > 250 && !reasonInHead.test(text))
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
