/** Preloaded before the app: its delivery's times in seconds instead of minutes, and all else as it is started. */
import { registerHooks } from 'node:module';

const inPlaceOf = new Map(
  Object.entries({
    '../../../src/delivery/delivery-timing.ts': './quick-delivery-timing.ts',
    '../../../src/slack/answer-timeout.ts': './quick-answer-timeout.ts',
    '../../../src/slack/slack-timeout.ts': './quick-slack-timeout.ts',
    '../../../src/in-hand-timing.ts': './quick-in-hand-timing.ts',
    '../../../src/slack/doubt-waits.ts': './quick-doubt-waits.ts',
  }).map((pair) => pair.map((path) => new URL(path, import.meta.url).href) as [string, string]),
);
const quick = new Set(inPlaceOf.values());

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    // The quick ones build on the app's own.
    const url = quick.has(context.parentURL ?? '') ? undefined : inPlaceOf.get(found.url);
    return url ? { ...found, url } : found;
  },
});
