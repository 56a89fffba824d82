import type { AuditTrail } from '../audit-trail.ts';
import type { StatementChooser } from '../evidence/questions/statement-chooser.ts';
import type { Log } from '../log.ts';
import type { ModelConfig } from './model-config.ts';

/** None without a configured model: then nothing of it is loaded, a quarter of a second and 30 MB. */
export async function loadStatementChooser(
  config: ModelConfig | undefined,
  parts: { log: Log; audit: AuditTrail; nowMs(): number },
): Promise<StatementChooser | undefined> {
  if (!config) return undefined;
  const { createStatementChooser } = await import('./create-statement-chooser.ts');
  const { createRest } = await import('./create-rest.ts');
  return createStatementChooser(config, { ...parts, rest: createRest(parts.nowMs) });
}
