import type { AuditTrail } from '../audit-trail.ts';
import type { StatementChooser } from '../evidence/questions/statement-chooser.ts';
import type { Log } from '../log.ts';
import { guardText } from '../privacy/guard-text.ts';
import { processorMs } from '../processor-ms.ts';
import { type AskModel, createAskModel } from './ask-model.ts';
import type { createRest } from './create-rest.ts';
import { describeFailure } from './describe-failure.ts';
import type { ModelConfig } from './model-config.ts';

interface Parts {
  log: Pick<Log, 'info' | 'warn'>;
  audit?: Pick<AuditTrail, 'record'>;
  /** Without it the model is asked each time, as when it is measured. */
  rest?: ReturnType<typeof createRest>;
}

/** A model as the chooser of statements: guarded, timed, and without an effect when anything goes wrong. */
export function createStatementChooser(
  config: ModelConfig,
  { log, audit, rest }: Parts,
): StatementChooser & { outcomes: Map<string, number> } {
  const ask = createAskModel(config);
  const { host } = new URL(config.baseUrl);
  const outcomes = new Map<string, number>();
  return {
    host,
    outcomes,
    async choose(question, offered, { userId: actor, teamId, channelId }) {
      const startedAt = performance.now();
      const statements = offered.map(({ id, statement }) => ({ id, text: statement }));
      const { outcome, ids } = rest?.isResting()
        ? { outcome: 'resting', ids: null }
        : mayLeave(question)
          ? await withinTime(config.timeoutMs, (signal) => ask(question, statements, signal))
          : { outcome: 'kept-back', ids: null };
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const durationMs = Math.round(performance.now() - startedAt);
      const counts = { offered: offered.length, chosen: ids?.length ?? 0 };
      log.info({ model: config.name, host, outcome, durationMs, ...counts }, 'a model was to choose');
      if (outcome === 'resting' || outcome === 'kept-back') return null;
      rest?.note(ids !== null);
      const about = offered.map(({ id }) => id);
      const what = `question to the model ${config.name} at ${host}`;
      audit?.record({ actor, teamId, channelId, action: 'sent', what, about, outcome });
      return ids;
    },
  };
}

/**
 * What holds no identifier, not even perhaps, no case code and nobody's Slack id. Also a text whose writer said that
 * it holds none stays here: they were asked about the app, not about a third place.
 */
function mayLeave(question: string): boolean {
  return guardText(question, processorMs).verdict === 'pass' && !/\bCASE-\d|<[@#!]/i.test(question);
}

async function withinTime(timeoutMs: number, ask: (signal: AbortSignal) => ReturnType<AskModel>) {
  const signal = AbortSignal.timeout(timeoutMs);
  // Raced as well: the time holds also where the client goes on in spite of the signal.
  const overdue = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return { outcome: 'chosen', ids: await Promise.race([ask(signal), overdue]) };
  } catch (error) {
    // Not logged as it is: such errors carry the whole request.
    return { outcome: describeFailure(error, signal), ids: null };
  }
}
