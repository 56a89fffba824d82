/** A whole PNG of one pixel. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPQ94gAAAF5ANCAxQDYAAAAAElFTkSuQmCC',
  'base64',
);
