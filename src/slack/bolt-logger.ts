import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/**
 * Bolt's log lines in ours. Its debug lines hold whole requests and answers, so there are none at
 * any level; of an error only its name goes through, and of a parse failure not the text it quotes.
 */
export function boltLogger(log: Log): Logger {
  const write = (level: 'info' | 'warn' | 'error') => (first: unknown) => {
    log[level]({ from: 'bolt' }, first instanceof Error ? first.name : withoutQuotation(String(first)));
  };
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}

function withoutQuotation(message: string): string {
  return message
    .replace(/^(Malformed request body|An unhandled error occurred[^:]*):.*/s, '$1')
    .replace(/ made to .*/s, '')
    .slice(0, 200);
}
