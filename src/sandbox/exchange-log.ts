import { jsonWithoutTokens } from './json-without-tokens.ts';

/** One request between the app and Slack, with its answer. */
export interface Exchange {
  id: number;
  at: Date;
  to: 'slack' | 'app';
  /** `chat.postMessage`, `response_url`, `/imt`, `block_actions` … */
  name: string;
  /** `ok`, or the word for why not. */
  outcome: string;
  /** As JSON for people to read, without tokens. */
  sent: string;
  answered: string;
}

type NewExchange = Pick<Exchange, 'to' | 'name' | 'outcome'> & { sent: unknown; answered: unknown };

/** The latest that went between the app and Slack, in memory, for developers. */
export interface ExchangeLog {
  add(exchange: NewExchange): void;
  find(id: number): Exchange | undefined;
  /** Oldest first. */
  all(): readonly Exchange[];
  /** Calls back on each new one until the returned function is called. */
  watch(onNew: (exchange: Exchange) => void): () => void;
}

const mostExchanges = 300;

export function createExchangeLog(now: () => Date): ExchangeLog {
  const watchers = new Set<(exchange: Exchange) => void>();
  let exchanges: Exchange[] = [];
  let lastId = 0;
  return {
    add({ sent, answered, ...what }) {
      const texts = { sent: jsonWithoutTokens(sent), answered: jsonWithoutTokens(answered) };
      const exchange = { ...what, ...texts, id: ++lastId, at: now() };
      exchanges = [...exchanges, exchange].slice(-mostExchanges);
      for (const watcher of watchers) watcher(exchange);
    },
    find: (id) => exchanges.find((exchange) => exchange.id === id),
    all: () => exchanges,
    watch(onNew) {
      watchers.add(onNew);
      return () => watchers.delete(onNew);
    },
  };
}
