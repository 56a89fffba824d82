import type { Exchange } from './exchange-log.ts';
import type { PageExchange } from './page-state.ts';

export function presentExchange({ id, at, to, name, outcome }: Exchange): PageExchange {
  return { id, at: at.toISOString(), to, name, outcome };
}
