import { UserError } from '../errors.ts';
import type { Board, BoardSettings } from '../followup/follow-up.ts';

/** Who somebody is in a workspace, as far as access goes. */
export interface Standing {
  kind: 'member' | 'guest' | 'external' | 'deactivated' | 'app';
  isAdmin: boolean;
}

/**
 * Whether somebody is in the channel of a board. `unseen`: for the app there is no such channel, as it is with a private
 * one that it is not in. `unknown`: Slack gave no answer.
 */
export type Membership = 'member' | 'outside' | 'unseen' | 'unknown';

/** What is asked of Slack. */
export interface Directory {
  /** Null when Slack gave no answer. */
  standing(teamId: string, userId: string): Promise<Standing | null>;
  membership(board: Board, userId: string): Promise<Membership>;
}

export interface AccessRules {
  allowGuests: boolean;
  allowExternal: boolean;
  /** Besides the workspace's own admins. Each is a user's id, or with the workspace's before it, as `T1/U1`. */
  adminIds: ReadonlySet<string>;
  /** The same. */
  curatorIds: ReadonlySet<string>;
}

interface Person {
  teamId: string;
  userId: string;
}

/** Who may see what a board keeps, and do what with it. */
export interface BoardAccess {
  /** `unknown` when Slack gave no answer: then nothing is shown, and nobody is told that there is nothing. */
  opensTo(board: Board, userId: string): Promise<'open' | 'shut' | 'unknown'>;
  /**
   * Throws a `UserError` unless the board is open to the person. `hidden` takes the place of the reason where that would
   * be a hint that there is something to be shut out from.
   */
  requireMember(board: Board, userId: string, hidden?: string): Promise<void>;
  /** Throws a `UserError` unless the person leads the board or is an admin. A board without a lead has its members do it. */
  requireLead(settings: BoardSettings, userId: string): Promise<void>;
  /** Throws a `UserError` when one of those who are to have a part in it is an app, or surely shut out. Without an answer it passes. */
  refuseOutsiders(board: Board, userIds: readonly string[]): Promise<void>;
  /** True only when Slack has said clearly that the person is not in the channel, or is a guest or a stranger who may not see it. */
  isShutOut(board: Board, userId: string): Promise<boolean>;
  isCurator(person: Person): boolean;
  /**
   * Throws a `UserError` for guests and strangers where boards are shut to them: what they say of a statement would be
   * seen by everybody. Without an answer of Slack's it passes, since a wrong figure that nobody marks does more harm.
   */
  requireOwn(person: Person): Promise<void>;
}

type Refusal = keyof typeof sentences;

/** A direct message is nobody's board: its conversation begins with a D. */
const isChannel = ({ channelId }: Board) => /^[CG]/.test(channelId);

export function createBoardAccess(directory: Directory, rules: AccessRules): BoardAccess {
  async function refusal(board: Board, userId: string): Promise<Refusal | null> {
    if (!isChannel(board)) return 'noBoard';
    const membership = await directory.membership(board, userId);
    if (membership !== 'member') return membership;
    const standing = await directory.standing(board.teamId, userId);
    if (standing === null) return 'unknown';
    if (standing.kind === 'deactivated') return 'outside';
    if (standing.kind === 'app') return 'app';
    return strangerRefused(standing);
  }

  function strangerRefused({ kind }: Standing): 'guest' | 'external' | null {
    if (kind === 'guest' && !rules.allowGuests) return kind;
    if (kind === 'external' && !rules.allowExternal) return kind;
    return null;
  }

  async function isAdmin(teamId: string, userId: string): Promise<boolean> {
    if (isNamed(rules.adminIds, { teamId, userId })) return true;
    return (await directory.standing(teamId, userId))?.isAdmin ?? false;
  }

  const requireMember = async (board: Board, userId: string, hidden?: string) => {
    const reason = await refusal(board, userId);
    if (reason === null) return;
    throw new UserError(reason === 'unknown' ? sentences.unknown : (hidden ?? sentences[reason]));
  };

  const isShutOut = async (board: Board, userId: string) =>
    ['outside', 'app', 'guest', 'external'].includes((await refusal(board, userId)) ?? '');

  return {
    async opensTo(board, userId) {
      const reason = await refusal(board, userId);
      if (reason === null) return 'open';
      return reason === 'unknown' ? 'unknown' : 'shut';
    },
    requireMember,
    async requireLead({ board, boardLeadId }, userId) {
      await requireMember(board, userId);
      if (boardLeadId === null || boardLeadId === userId) return;
      if (await isAdmin(board.teamId, userId)) return;
      throw new UserError(
        `Only the board lead, <@${boardLeadId}>, or an admin of the workspace may do this. Ask one of them.`,
      );
    },
    async refuseOutsiders(board, userIds) {
      const standings = await Promise.all(userIds.map((userId) => directory.standing(board.teamId, userId)));
      if (standings.some((standing) => standing?.kind === 'app')) throw new UserError(sentences.appNamed);
      const shutOut = await Promise.all(userIds.map((userId) => isShutOut(board, userId)));
      const who = userIds.filter((_, at) => shutOut[at]).map((userId) => `<@${userId}>`);
      if (who.length === 0) return;
      throw new UserError(
        `${who.join(' and ')} may not see what this board keeps, and nothing was saved. Invite them to this channel first, as full members of the workspace, or name somebody who is here.`,
      );
    },
    isShutOut,
    isCurator: (person) => isNamed(rules.curatorIds, person),
    async requireOwn({ teamId, userId }) {
      const standing = await directory.standing(teamId, userId);
      if (standing && strangerRefused(standing) !== null) throw new UserError(sentences.mark);
    },
  };
}

function isNamed(ids: ReadonlySet<string>, { teamId, userId }: Person): boolean {
  return ids.has(`${teamId}/${userId}`) || ids.has(userId);
}

const notHere =
  'This belongs to a board that you are not a member of, or the app is not in its channel. Type the command in the channel of your own board; if that is private, invite the app first: `/invite @IMT Board`.';

const sentences = {
  noBoard:
    'A board is a channel. Type this in the channel of your board; here, `/imt-followup mine` shows what is yours on every board.',
  outside: notHere,
  // The same for both: another sentence would tell in which private channels there is a board.
  unseen: notHere,
  unknown:
    'Slack did not say just now who belongs to this board, so nothing is shown or changed. Try again in a minute.',
  app: notHere,
  appNamed:
    'One of those named is an app, and nothing was saved: nobody there reads what it is told. Name people.',
  mark: 'A flag marks the statement for everybody, so guests and people of another organisation cannot set one. Tell a member of the board what is wrong; they can flag it.',
  guest:
    'What a board keeps is not open to guests of the workspace. Ask a full member of the board to look it up.',
  external:
    'What a board keeps is not open to people of another organisation. Ask a member of the board’s own workspace.',
};
