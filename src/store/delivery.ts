import type { Board, RecipientRole } from '../followup/follow-up.ts';

/**
 * Where a message stands. `unknown`: it may have been posted, nobody could tell; the next attempt looks first.
 * `failed`: it will not be tried again; the scan that it was about stays open. `withdrawn`: it was taken up when
 * nobody was to be told any more, and was not posted.
 */
type DeliveryState = 'pending' | 'sending' | 'sent' | 'unknown' | 'failed' | 'withdrawn';

/** One reminder message on its way out. */
export interface Delivery {
  /** Travels with the message as its metadata, so that a later look finds it in the conversation. */
  id: string;
  board: Board;
  occurrenceId: string;
  /** With the occurrence's id, what makes the message the only one of its kind. */
  step: string;
  role: RecipientRole;
  /** When the ladder wanted it sent. */
  dueAtMs: number;
  state: DeliveryState;
  /** When it is next taken up: while it is being sent, when its lease ends; null once sent, failed or withdrawn. */
  nextAttemptAtMs: number | null;
  /** While it is being sent: until when no other worker takes it up. */
  leaseUntilMs: number | null;
  /** How often it was claimed. Whoever settles a claim names the number it was given. */
  attempts: number;
  /** Where it is, or may have been, posted; null means that no post was ever tried. */
  conversationId: string | null;
  /** The first moment at which it may have been posted: how far back a look must go. */
  firstPostAtMs: number | null;
  /** Slack's name of the posted message. */
  messageTs: string | null;
  sentAtMs: number | null;
  /** A code of the last thing that went wrong, as `channel_not_found`; never a message's text. */
  failure: string | null;
}

/** One message about a board as a whole, as its weekly digest; its step with the board makes it the only one. */
export interface BoardDelivery extends Omit<Delivery, 'occurrenceId'> {
  occurrenceId: null;
}

/** A delivery that this worker, and no other, may try until its lease ends. */
export type Claim = Delivery & { leaseUntilMs: number };
export type BoardClaim = BoardDelivery & { leaseUntilMs: number };
export type AnyClaim = Claim | BoardClaim;
