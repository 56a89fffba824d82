import { randomUUID } from 'node:crypto';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { Command } from '../../src/command.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { createLog } from '../../src/log.ts';
import type { SlackAppOptions } from '../../src/slack/create-slack-app.ts';
import { tinyPng } from './tiny-png.ts';

const noFollowUps = {} as FollowUpRecords;
const noKnowledge = { claims: new Map([['a-claim', {}]]) } as unknown as KnowledgeBase;

/** What most tests leave at rest. */
export interface TestParts {
  drawPicture?: SlackAppOptions['drawPicture'];
  followUps?: FollowUpRecords;
}

/** All that a Slack app needs besides Slack, held still; the log goes to `logLines` as JSON lines. */
export function edgeForTest(
  commands: readonly Command[],
  logLines: string[] = [],
  knowledge = noKnowledge,
  { drawPicture = async () => tinyPng, followUps = noFollowUps }: TestParts = {},
): Omit<SlackAppOptions, 'slack'> {
  let references = 0;
  return {
    host: '127.0.0.1',
    commands,
    services: {
      knowledge,
      followUps,
      now: () => new Date('2026-11-23T09:00:00Z'),
      newId: () => randomUUID(),
    },
    log: createLog('debug', { write: (line) => logLines.push(line) }),
    drawPicture,
    newReference: () => `ref-${++references}`,
  };
}
