import { z } from 'zod';
import { SourceFile } from '../../knowledge/schema.ts';

let compiled: typeof SourceFile | undefined;

/**
 * The schema of the files of which there are many, which reads them in half the time. What it refuses is read again by
 * the schema itself, which tells the mistakes. Made when it is first used, since that takes about 20 ms.
 */
export function compiledSourceFile(): typeof SourceFile {
  compiled ??= z.compile(SourceFile);
  return compiled;
}
