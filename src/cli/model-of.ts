import { z } from 'zod';
import { UserError } from '../errors.ts';
import { createLog } from '../log.ts';
import type { createStatementChooser } from '../model/create-statement-chooser.ts';
import { modelConfig, modelMisfits, modelVariables } from '../model/model-config.ts';

export const modelFlag = '--model';

/** The model that the environment names, for a call with `--model`; it is asked each time, and nothing is recorded. */
export async function modelOf(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ReturnType<typeof createStatementChooser> | undefined> {
  if (!words.includes(modelFlag)) return undefined;
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const read = z.object(modelVariables).safeParse(given);
  const mistakes = [
    ...(read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []),
    ...modelMisfits(given),
  ];
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  const config = read.data && modelConfig(read.data);
  if (!config)
    throw new UserError('No model is configured: set MODEL_BASE_URL and MODEL_NAME, or leave out --model.');
  const { createStatementChooser } = await import('../model/create-statement-chooser.ts');
  return createStatementChooser(config, { log: createLog('silent') });
}

/** Nobody in Slack. */
export const atCommandLine = { userId: 'command-line', channelId: '', teamId: '' };
