/** What a `response_url` may be used for. */
export interface ResponseTarget {
  personId: string;
  conversationId: string;
  /** The message whose button was pressed; null behind a slash command. */
  messageTs: string | null;
}

/** Slack's word for why a `response_url` takes nothing. */
type ResponseRefusal = 'unknown_url' | 'used_url' | 'expired_url';

export interface ResponseUrls {
  issue(target: ResponseTarget): string;
  /** Uses it once: at most five times, and for thirty minutes. */
  redeem(key: string): ResponseTarget | ResponseRefusal;
}

const mostUses = 5;
const validMs = 30 * 60 * 1000;

export function createResponseUrls(baseUrl: string, now: () => Date, newId: () => string): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; issuedAtMs: number; uses: number }>();
  return {
    issue(target) {
      const key = newId();
      issued.set(key, { target, issuedAtMs: now().getTime(), uses: 0 });
      return `${baseUrl}/response/${key}`;
    },
    redeem(key) {
      const url = issued.get(key);
      if (!url) return 'unknown_url';
      if (now().getTime() - url.issuedAtMs > validMs) return 'expired_url';
      if (url.uses >= mostUses) return 'used_url';
      url.uses += 1;
      return url.target;
    },
  };
}
