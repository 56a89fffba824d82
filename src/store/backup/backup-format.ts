import { z } from 'zod';

/**
 * A backup is gzip over JSON lines: a header, the rows of each table in batches, and an end. Sealed values stay
 * sealed. The end seals the SHA-256 of all lines before it, so that a file which was cut, altered, put together anew
 * or sealed with other keys is refused before a row of it is written anywhere.
 */
export const formatVersion = 1;

export const Header = z.object({
  format: z.literal('imt-board-backup'),
  version: z.number(),
  /** When the rows were read, by the machine's clock. */
  takenAtMs: z.number(),
  engine: z.enum(['sqlite', 'postgres']),
  migrations: z.array(z.string()),
});
export type Header = z.infer<typeof Header>;

export const Batch = z.object({
  table: z.string(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});
export type Batch = z.infer<typeof Batch>;

export const End = z.object({
  end: z.object({ rows: z.record(z.string(), z.number()), sealed: z.string() }),
});
export type End = z.infer<typeof End>;

export const endPlace = ({ takenAtMs }: Pick<Header, 'takenAtMs'>) => ({
  table: 'backup',
  column: 'sha256',
  row: String(takenAtMs),
});
