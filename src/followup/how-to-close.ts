import { TERMINAL_STATES } from './follow-up.ts';
import { LINES_TO_TYPE } from './lines-to-type.ts';

const states = TERMINAL_STATES.filter((state) => state !== 'completed').map((state) => `\`${state}\``);

/** Every way in which a scan closes, with the line to type. What is done has a word of its own. */
export const howToClose = `Say how it closes, as \`/imt-followup close CASE-12 declined patient declines this scan\`: one of ${states.join(', ')}. \`all\` behind the case code closes every open date of the follow-up and ends its series. A scan that was done here closes with ${LINES_TO_TYPE.done}.`;
