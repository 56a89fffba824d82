/** What the app is made of stands in `start-app.ts`; it is imported here so that its code is compiled only once. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Beside the packages: who may write there may change the app itself. Where the app may not, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/imt-board', import.meta.url)));
await import('./start-app.ts');
// Not only at the end, which a killed app does not come to.
flushCompileCache();
