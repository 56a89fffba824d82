import { expect, test } from 'vitest';
import { flag } from '../support/flag-talk.ts';
import { startQuestionApp } from '../support/question-app.ts';

test('a flag on a row stands at once wherever its case is shown: schedules, table, likest cases, treatments', async () => {
  const asked = await startQuestionApp();
  const told = async (command: string, text: string) => {
    await asked.app.type(command, text);
    const { all } = await asked.nextPost();
    // Its picture comes after it.
    if (command === '/imt-dose') await asked.nextPost();
    return all;
  };
  const marked = 'Under review: flagged on 23 November 2026 (a figure or unit is wrong), not judged yet';
  const places = [
    ['/imt-dose', 'zhang 2015 vs 54/27'],
    ['/imt-dose', 'table'],
    ['/imt', 'table'],
    ['/imt-cases', 'age 49 soft tissue'],
  ] as const;
  for (const [command, text] of places) expect(await told(command, text), text).not.toContain('Under review');
  await flag(asked, { id: 'guo-2024-row-zhang-2015' });
  await asked.nextPost();
  for (const [command, text] of places) expect(await told(command, text), text).toContain(marked);
});
