import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './subcommand.ts';

/** The words and `--options` of a call; throws `UsageError` for an option that is not known or has no value. */
export function parseOptions<const O extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? `${error.message}.`.replace(/\.\.$/, '.') : String(error));
  }
}
