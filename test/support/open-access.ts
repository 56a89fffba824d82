import type { BoardAccess } from '../../src/access/board-access.ts';

/** Where who may see what is not the matter: everybody is a member and an admin of every board. */
export const openAccess: BoardAccess = {
  opensTo: async () => 'open',
  requireMember: async () => {},
  requireLead: async () => {},
  refuseOutsiders: async () => {},
  isShutOut: async () => false,
  isCurator: () => true,
  requireOwn: async () => {},
};
