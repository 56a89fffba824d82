import type { ReminderFault } from '../support/reminder-stand-in.ts';

type CrashFault = Exclude<ReminderFault, { answer: object }>;

const faults: readonly CrashFault[] = [
  ...(['silent-recorded', 'silent', 'reset-recorded', 'reset', 'status-500-recorded'] as const),
  ...(['status-500', 'cut-off-recorded', 'rate-limited', { error: 'internal_error' }] as const),
];
const nameOf = (fault: CrashFault) => (typeof fault === 'string' ? fault : fault.error);

export const faultNames = faults.map(nameOf);

interface SomeFaults {
  faultOf(method: string): ReminderFault | undefined;
  /** How often each kind of fault was met. */
  met: Record<string, number>;
}

/** A share of the calls goes wrong, one in twenty if not said otherwise, in one of the ways in which calls to Slack do. */
export function someFaults(share = 0.05): SomeFaults {
  const met: Record<string, number> = {};
  return {
    met,
    faultOf(method) {
      // The app asks this one before it starts, and ends when it is not answered.
      if (method === 'auth.test' || Math.random() >= share) return undefined;
      const fault = faults[Math.floor(Math.random() * faults.length)] as CrashFault;
      met[nameOf(fault)] = (met[nameOf(fault)] ?? 0) + 1;
      return fault;
    },
  };
}
