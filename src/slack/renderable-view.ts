import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Log } from '../log.ts';
import { plainBlocks } from './block-kit/plain-fallback.ts';
import { describeProblems, validateView } from './block-kit/validate.ts';

/** The view itself, or a plainer one when it breaks the rules of Block Kit. */
export function renderableView<View extends ModalView | HomeView>(view: View, log: Log): View {
  const problems = validateView(view);
  if (problems.length === 0) return view;
  log.error({ problems: describeProblems(problems) }, `a ${view.type} view breaks the rules of Block Kit`);
  return plainerView(view);
}

/** All the text of a view in blocks that every Slack renders. */
export function plainerView<View extends ModalView | HomeView>(view: View): View {
  return { ...view, blocks: plainBlocks(view.blocks) as KnownBlock[] };
}
