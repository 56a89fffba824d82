/** How many statements an answer shows, and how many beside it that are related and no answer. */
export const mostStatements = 3;
export const mostRelated = 2;
