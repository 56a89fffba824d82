export const doubtWaitsMs = [500, 1_000, 3_000, 8_000];
