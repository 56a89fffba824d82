/**
 * How many statements an answer shows, how many beside it that are related and no answer, and how many of those that
 * disagree before the rest is only counted.
 */
export const mostStatements = 3;
export const mostRelated = 2;
export const mostPartners = 3;
