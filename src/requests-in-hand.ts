/** What was taken from Slack and may not be answered yet: enough to tell who asked, and nothing of what was asked. */
export interface RequestInHand {
  id: string;
  teamId: string;
  channelId: string;
  userId: string;
  /** As a sentence goes on after "I worked on". */
  what: string;
  takenAtMs: number;
  responseUrl: string | null;
  /** Of a written message. */
  message: { ts: string; threadTs: string | null } | null;
}

/** Keeps requests in hand where the end of this process, however sudden, does not reach them. */
export interface RequestsInHand {
  /** Resolves once it is kept, or cannot be; never rejects: it is answered all the same. */
  take(request: RequestInHand): Promise<void>;
  /** Never rejects. */
  done(id: string): Promise<void>;
  /** What a process that is gone has left; a while later again, unless it is said to be `done`. */
  abandoned(): Promise<RequestInHand[]>;
  close(): Promise<void>;
}
