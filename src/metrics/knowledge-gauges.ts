import { Gauge, type Registry } from 'prom-client';
import type { KnowledgeBase } from '../../knowledge/schema.ts';
import { assessKnowledge } from '../evidence/assess-knowledge.ts';

const dayMs = 86_400_000;

/** How old the knowledge base is and what of it waits for a curator, as of the day of the scrape. */
export function createKnowledgeGauges(
  registry: Registry,
  knowledge: () => KnowledgeBase,
  now: () => Date,
): () => void {
  const registers = [registry];
  const age = new Gauge({
    name: 'imt_knowledge_age_days',
    help: 'Days since the knowledge base was last changed',
    registers,
  });
  const statements = new Gauge({
    name: 'imt_knowledge_statements',
    help: 'Statements of the knowledge base, by what a curator should know of them; one may count several times',
    labelNames: ['state'],
    registers,
  });
  let assessed: KnowledgeBase | undefined;
  let assessedOn = '';
  return () => {
    const at = now();
    const served = knowledge();
    const { claims, marks, version } = served;
    age.set(Math.floor((at.getTime() - Date.parse(version.date)) / dayMs));
    const todayOn = at.toISOString().slice(0, 10);
    if (served === assessed && todayOn === assessedOn) return;
    [assessed, assessedOn] = [served, todayOn];
    const { stale, unreviewed, retracted } = assessKnowledge(served, todayOn);
    const withCaveats = [...claims.values()].filter(({ caveats }) => caveats.length > 0);
    statements.set({ state: 'all' }, claims.size);
    statements.set({ state: 'unreviewed' }, unreviewed.length);
    statements.set({ state: 'past-review-date' }, stale.length);
    statements.set({ state: 'retracted' }, retracted.length);
    statements.set({ state: 'with-caveats' }, withCaveats.length);
    statements.set({ state: 'flagged' }, marks?.size ?? 0);
  };
}
