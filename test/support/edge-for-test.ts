import { randomUUID } from 'node:crypto';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import type { BoardAccess } from '../../src/access/board-access.ts';
import type { CalendarLinks } from '../../src/calendar/calendar-feeds.ts';
import type { Command } from '../../src/command.ts';
import type { CurationRecords } from '../../src/evidence/curation/curation-records.ts';
import type { QuestionRecords } from '../../src/evidence/questions/question-records.ts';
import type { StatementChooser } from '../../src/evidence/questions/statement-chooser.ts';
import type { FollowUpRecords } from '../../src/followup/follow-up-records.ts';
import { createLog } from '../../src/log.ts';
import type { SlackAppOptions } from '../../src/slack/create-slack-app.ts';
import { createTextSealer } from '../../src/slack/text-sealer.ts';
import { openAccess } from './open-access.ts';
import { tinyPng } from './tiny-png.ts';

const noFollowUps = {} as FollowUpRecords;
/** Forgets everything, so that answers come without buttons. */
const noQuestions = {
  keep: async () => null,
  understoodBefore: async () => [],
  noteGap: async () => false,
} as unknown as QuestionRecords;
/** Nobody has flagged anything. */
const noCuration = {
  openFlags: async () => [],
  notCarriedOver: async () => 0,
} as unknown as CurationRecords;
const noCalendar = {} as CalendarLinks;
const noKnowledge = { claims: new Map([['a-claim', {}]]) } as unknown as KnowledgeBase;

const noLimits: SlackAppOptions['limiter'] = { take: async () => null };
export const noAudit: SlackAppOptions['audit'] = { record: () => {}, settled: async () => {} };

const nothingInHand: SlackAppOptions['inHand'] = {
  take: async () => {},
  done: async () => {},
  abandoned: async () => [],
  close: async () => {},
};

const mondayMorning = () => new Date('2026-11-23T09:00:00Z');

/** What most tests leave at rest. */
export interface TestParts {
  drawPicture?: SlackAppOptions['drawPicture'];
  followUps?: FollowUpRecords;
  calendar?: CalendarLinks;
  questions?: QuestionRecords;
  curation?: CurationRecords;
  /** Where it changes while the app runs. */
  served?: () => KnowledgeBase;
  chooser?: StatementChooser;
  seen?: SlackAppOptions['seen'];
  access?: BoardAccess;
  routes?: SlackAppOptions['routes'];
  now?: () => Date;
  limiter?: SlackAppOptions['limiter'];
  audit?: SlackAppOptions['audit'];
  inHand?: SlackAppOptions['inHand'];
}

/** All that a Slack app needs besides Slack, held still; the log goes to `logLines` as JSON lines. */
export function edgeForTest(
  commands: readonly Command[],
  logLines: string[] = [],
  knowledge = noKnowledge,
  {
    drawPicture = async () => tinyPng,
    followUps = noFollowUps,
    calendar = noCalendar,
    questions = noQuestions,
    curation = noCuration,
    served = () => knowledge,
    chooser,
    seen = { isNew: async () => true },
    access = openAccess,
    routes = [],
    now = mondayMorning,
    limiter = noLimits,
    audit = noAudit,
    inHand = nothingInHand,
  }: TestParts = {},
): Omit<SlackAppOptions, 'slack' | 'clients'> {
  let references = 0;
  return {
    host: '127.0.0.1',
    commands,
    services: {
      get knowledge() {
        return served();
      },
      followUps,
      calendar,
      access,
      questions,
      curation,
      chooser,
      now,
      newId: () => randomUUID(),
    },
    log: createLog('debug', { write: (line) => logLines.push(line) }),
    drawPicture,
    routes,
    limiter,
    audit,
    inHand,
    seen,
    sealer: createTextSealer([Buffer.alloc(32, 'a key of the tests')]),
    newReference: () => `ref-${++references}`,
  };
}
