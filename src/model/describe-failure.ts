import { APICallError } from 'ai';
import { TooLarge } from './bounded-fetch.ts';

/** Why a model's choice is not used, in a word for the log. What it wrote is in none of them. */
export function describeFailure(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'timed-out';
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof TooLarge)) return 'too-large';
  const call = causes.find((cause) => APICallError.isInstance(cause));
  if (call?.statusCode === undefined) return call ? 'unreachable' : 'unusable';
  return call.statusCode === 200 ? 'unusable' : `status-${call.statusCode}`;
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at instanceof Error && causes.length < 10; at = at.cause) causes.push(at);
  return causes;
}
