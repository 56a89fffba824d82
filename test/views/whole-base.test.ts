import { describe, expect, it } from 'vitest';
import { summariseTopic } from '../../src/evidence/summarise-topic.ts';
import { warningsOfCase, warningsOfClaim } from '../../src/evidence/warnings.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { validateMessage, validateView } from '../../src/slack/block-kit/validate.ts';
import { caseDetails } from '../../src/views/case-details.ts';
import { claimDetails } from '../../src/views/claim-details.ts';
import { conflictDetails } from '../../src/views/conflict-details.ts';
import { escapeMrkdwn } from '../../src/views/escape-mrkdwn.ts';
import { schedulesTable } from '../../src/views/schedules-table.ts';
import { topicSummaryPages } from '../../src/views/topic-summary.ts';

const knowledge = loadKnowledge(new URL('../../knowledge/', import.meta.url));
const claims = [...knowledge.claims.values()];
const cases = [...knowledge.cases.values()];
const asJson = (text: string) => JSON.stringify(escapeMrkdwn(text)).slice(1, -1);

describe('of the whole knowledge base', () => {
  it.each(knowledge.topics)(
    'the summary of $id keeps Slack’s rules and shows every statement and warning',
    (topic) => {
      const pages = topicSummaryPages(summariseTopic(topic, knowledge), knowledge);
      for (const blocks of pages) expect(validateMessage({ text: topic.title, blocks })).toEqual([]);
      const written = JSON.stringify(pages);
      const held = claims.filter((claim) => claim.topic === topic.id);
      expect(held.length).toBeGreaterThan(0);
      for (const claim of held) {
        expect(written).toContain(asJson(claim.statement));
        for (const warning of warningsOfClaim(claim, knowledge)) expect(written).toContain(asJson(warning));
      }
    },
  );

  it('every statement’s dialog keeps Slack’s rules and repeats its warnings', () => {
    for (const claim of claims) {
      const view = claimDetails(claim, knowledge);
      expect(validateView(view), claim.id).toEqual([]);
      for (const warning of warningsOfClaim(claim, knowledge))
        expect(JSON.stringify(view)).toContain(asJson(warning));
    }
  });

  it('every published case’s dialog keeps Slack’s rules and repeats its warnings', () => {
    for (const one of cases) {
      const view = caseDetails(one, knowledge);
      expect(validateView(view), one.id).toEqual([]);
      for (const warning of warningsOfCase(one, knowledge))
        expect(JSON.stringify(view)).toContain(asJson(warning));
    }
  });

  it('every disagreement’s dialog keeps Slack’s rules and shows each side', () => {
    for (const conflict of knowledge.conflicts) {
      const view = conflictDetails(conflict, knowledge);
      expect(validateView(view), conflict.id).toEqual([]);
      for (const side of conflict.sides) expect(JSON.stringify(view)).toContain(asJson(side.position));
    }
  });

  it('the table keeps Slack’s rules and shows every row’s warnings', () => {
    const blocks = schedulesTable(knowledge);
    expect(validateMessage({ text: 'table', blocks })).toEqual([]);
    const written = JSON.stringify(blocks);
    for (const one of cases)
      for (const warning of warningsOfCase(one, knowledge)) expect(written).toContain(asJson(warning));
  });
});
