import { byId } from './element.ts';

let hide: ReturnType<typeof setTimeout> | undefined;

const sentences: Record<string, string> = {
  operation_timeout: 'The app did not answer within three seconds (operation_timeout).',
  dispatch_failed: 'The app could not be reached, or failed (dispatch_failed).',
  no_longer_there: 'That is no longer there.',
};

/** What is to be said of a failure, in words. */
export function failureSentence(failure: string): string {
  return sentences[failure] ?? `That did not work: ${failure}.`;
}

/** Says for some seconds that something failed. */
export function showNotice(sentence: string): void {
  const notice = byId('notice');
  notice.textContent = sentence;
  notice.hidden = false;
  clearTimeout(hide);
  hide = setTimeout(() => {
    notice.hidden = true;
  }, 8_000);
}
