import { type DestinationStream, pino } from 'pino';

type Write = (fields: object, message: string) => void;

/** Messages are fixed sentences; fields are ids, codes and counts. Texts that people wrote go in neither. */
export interface Log {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** To standard output unless told otherwise, synchronously: pino's default waits for ever at exit once the reader is gone. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination ?? pino.destination({ dest: 1, sync: true }));
}
