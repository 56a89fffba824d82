import { expect, test } from 'vitest';
import { controlOf, filledIn, written } from '../support/board-talk.ts';
import { home, onHome } from '../support/flag-talk.ts';
import { knowledge, startQuestionApp } from '../support/question-app.ts';

const caseId = 'guo-2024-case-lisi-2019';
const open = { action_id: 'imt.case', value: caseId };

test('a curator approves a published case where it is read, and everybody sees it at once', async () => {
  const asked = await startQuestionApp();
  const { app, opened, nextPost } = asked;
  const details = await opened(app.press(open));
  expect(JSON.stringify(details)).toContain('not reviewed by a clinician');
  const asking = await opened(app.press(controlOf(details, 'imt.approve')));
  expect(JSON.stringify(asking)).toContain('Approve a case');
  await app.submit(filledIn(asking, { reviewerName: written('Dr Ada Byrne') }));
  expect((await nextPost()).all).toContain(`Approved ${caseId}`);
  expect(JSON.stringify(await opened(app.press(open)))).toContain(
    'reviewed by Dr Ada Byrne on 23 November 2026',
  );
  expect(await home(asked)).toContain('1 decided here and not in the files yet');
});

test('a curator approves a template by its id, unless they wrote it', async () => {
  const surveillance = knowledge.surveillance.map((template) => ({ ...template, writtenBy: 'Ada Byrne' }));
  const asked = await startQuestionApp(undefined, { load: () => ({ ...knowledge, surveillance }) });
  const { app, opened } = asked;
  const asking = await opened(app.press({ action_id: 'imt.approve', value: 'one' }, onHome));
  const approve = (name: string) =>
    app.submit(filledIn(asking, { claimId: written('sts-low-grade'), reviewerName: written(name) }));
  expect(await (await approve('Byrne, Ada')).text()).toContain(
    'Ada Byrne wrote this template of follow-up: somebody else has to approve it.',
  );
  expect(await (await approve('Bo Cole')).text()).toContain('Approved sts-low-grade');
  expect(await (await approve('Bo Cole')).text()).toContain('Bo Cole approved it as it stands');
});
