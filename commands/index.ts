import type { Command } from '../src/command.ts';
import { imt } from './imt.ts';
import { imtCases } from './imt-cases.ts';
import { imtDose } from './imt-dose.ts';
import { imtFollowup } from './imt-followup.ts';

/** Every slash command of the app; what stands here is in Slack, on the local page and in help. */
export const commands: readonly Command[] = [imt(() => commands), imtCases, imtDose, imtFollowup];
