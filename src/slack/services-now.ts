import type { Services } from '../command.ts';
import type { SlackEdge } from './slack-edge.ts';

/** For one request: a knowledge base that is loaded meanwhile is served to the next one. */
export function servicesNow({ services }: Pick<SlackEdge, 'services'>): Services {
  return { ...services };
}
