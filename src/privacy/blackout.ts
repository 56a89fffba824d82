/** Stands for each unit that was blacked out. No letter, digit or space; of the first 256, so that a text of Latin letters stays one. */
export const blackout = '¤';
