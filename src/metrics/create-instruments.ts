import { Counter, Histogram, type Registry } from 'prom-client';
import { type Measurement, onMeasurement } from '../measure.ts';
import { askedLabel } from './asked-label.ts';

/** Slack gives up on an acknowledgement after three seconds. */
const ackBuckets = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const answerBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
const lagBuckets = [5, 15, 30, 60, 120, 300, 900, 3_600, 21_600, 86_400];

/** Counts what the edges measure in this process; gives back how to stop. */
export function createInstruments(registry: Registry, commandNames: ReadonlySet<string>): () => void {
  const registers = [registry];
  const histogram = (name: string, help: string, buckets: number[], labelNames: string[] = []) =>
    new Histogram({ name, help, buckets, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });

  const httpAcks = histogram(
    'imt_http_ack_seconds',
    'From a request of Slack to the end of its acknowledgement',
    ackBuckets,
  );
  const acks = histogram('imt_ack_seconds', 'Acknowledging a slash command', ackBuckets, ['command']);
  const answers = histogram(
    'imt_answer_seconds',
    'From a request to the end of its answer, by how it ended',
    answerBuckets,
    ['command', 'outcome'],
  );
  const questions = counter('imt_questions_total', 'Questions, by what the knowledge base said to them', [
    'outcome',
  ]);
  const lag = histogram(
    'imt_reminder_lag_seconds',
    'From when the ladder wanted a message sent to when it was; quiet hours count',
    lagBuckets,
  );
  const failed = counter(
    'imt_reminders_failed_total',
    'Messages that can never be delivered to whom they were for',
  );
  const calls = counter('imt_slack_calls_total', 'Calls of Slack, by method and how they ended', [
    'method',
    'outcome',
  ]);
  const lost = counter(
    'imt_audit_entries_lost_total',
    'Entries that could not be written to the audit record',
  );

  const label = (asked: string) => askedLabel(asked, commandNames);
  return onMeasurement((one: Measurement) => {
    if (one.kind === 'request-answered') httpAcks.observe(one.seconds);
    else if (one.kind === 'acknowledged') acks.observe({ command: label(one.asked) }, one.seconds);
    else if (one.kind === 'answered')
      answers.observe({ command: label(one.asked), outcome: one.outcome }, one.seconds);
    else if (one.kind === 'question') questions.inc({ outcome: one.outcome });
    else if (one.kind === 'reminder-sent') lag.observe(Math.max(0, one.lagSeconds));
    else if (one.kind === 'reminder-failed') failed.inc();
    else if (one.kind === 'slack-called') calls.inc({ method: one.method, outcome: one.outcome });
    else lost.inc(one.entries);
  });
}
