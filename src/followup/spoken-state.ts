/**
 * A closing state or an entry's action as people write it.
 *
 * @example
 * spokenState('lost-to-follow-up') //=> 'lost to follow-up'
 */
export function spokenState(state: string): string {
  return state.replaceAll('-', ' ').replace('follow up', 'follow-up');
}
