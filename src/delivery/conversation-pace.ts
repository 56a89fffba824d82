/** Keeps posts to one conversation apart; what Slack asks of one holds back no other. */
export interface ConversationPace {
  /** Waits for this conversation's turn and takes it: null. When it would come too late: when it would come. */
  turn(conversation: string, latestMs: number): Promise<number | null>;
  holdUntil(conversation: string, atMs: number): void;
}

export function createConversationPace(
  paceMs: number,
  nowMs: () => number,
  sleep: (ms: number) => Promise<void>,
): ConversationPace {
  const nextTurnMs = new Map<string, number>();
  return {
    async turn(conversation, latestMs) {
      const atMs = Math.max(nowMs(), nextTurnMs.get(conversation) ?? 0);
      if (atMs > latestMs) return atMs;
      nextTurnMs.set(conversation, atMs + paceMs);
      if (atMs > nowMs()) await sleep(atMs - nowMs());
      forgetPast();
      return null;
    },
    holdUntil(conversation, atMs) {
      nextTurnMs.set(conversation, Math.max(atMs, nextTurnMs.get(conversation) ?? 0));
    },
  };

  function forgetPast(): void {
    if (nextTurnMs.size < 1000) return;
    for (const [conversation, atMs] of nextTurnMs) if (atMs < nowMs()) nextTurnMs.delete(conversation);
  }
}
