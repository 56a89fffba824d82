import type { ModalView } from '@slack/types';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { TestParts } from './edge-for-test.ts';
import { nextAnswer, type ShownAnswer, typedAnswer } from './shown-answer.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';

interface OpenedView {
  view: ModalView;
  /** The view as one text, to look for words in. */
  written: string;
}

export interface ReaderApp {
  /** There is one while the tests of the file run. */
  readonly app: TestApp;
  typed(text: string): Promise<ShownAnswer>;
  answer(): Promise<ShownAnswer>;
  /** The dialog that was opened; those before it are forgotten. */
  opened(): Promise<OpenedView>;
}

/**
 * One app for the tests of a file in which readers type one command and read what comes. No test of it
 * may leave a message or dialog behind that breaks the rules of Block Kit, however well it reads.
 */
export function readerApp(
  command: string,
  knowledge: KnowledgeBase,
  parts: () => TestParts = () => ({}),
): ReaderApp {
  let started: TestApp | undefined;
  const running = () => {
    if (!started) throw new Error('no app runs before the first test');
    return started;
  };
  beforeAll(async () => {
    started = await startTestApp(commands, knowledge, parts());
  });
  afterEach(() => {
    expect(running().logLines.filter((line) => line.includes('breaks the rules'))).toEqual([]);
  });
  afterAll(() => started?.stop());

  return {
    get app() {
      return running();
    },
    typed: (text) => typedAnswer(running(), command, text),
    answer: () => nextAnswer(running()),
    async opened() {
      const { slack } = running();
      const call = await slack.nextCall('views.open');
      slack.calls.length = 0;
      const written = call.args.view ?? '';
      return { view: JSON.parse(written), written };
    },
  };
}
