import type { GreyPicture } from './grey-picture.ts';

/** So many pixels a side are taken together: a letter that is drawn a little otherwise changes nothing. */
const tilePixels = 4;
/** Of 255. Text on paper is about 30 darker than paper, a panel that is gone 8 or more on average. */
const noticeable = 6;

/** The share of a picture, 0 to 1, that looks otherwise than in another of the same size; 1 when the sizes differ. */
export function changedShare(one: GreyPicture, other: GreyPicture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [before, after] = [tiles(one), tiles(other)];
  const changed = before.filter((mean, at) => Math.abs(mean - (after[at] ?? 0)) > noticeable);
  return changed.length / before.length;
}

function tiles({ width, height, values }: GreyPicture): number[] {
  const across = Math.ceil(width / tilePixels);
  const sums = Array.from({ length: across * Math.ceil(height / tilePixels) }, () => ({ sum: 0, count: 0 }));
  values.forEach((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const tile = sums[Math.floor(y / tilePixels) * across + Math.floor(x / tilePixels)];
    if (!tile) return;
    tile.sum += value;
    tile.count += 1;
  });
  return sums.map(({ sum, count }) => sum / count);
}
