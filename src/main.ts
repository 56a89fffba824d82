/**
 * What the app is made of stands in `start-app.ts`. It is imported here, built into few files where that build is
 * fresh (docs/decisions/built-start.md), so that its code is compiled only once.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { freshBuild } from './fresh-build.ts';
import { projectFolder } from './project-folder.ts';

// Ends a process that does not heed it; nothing was read yet that it could ask to be read again.
process.on('SIGHUP', () => {});
// Beside the packages: who may write there may change the app itself. Where the app may not, nothing is kept.
enableCompileCache(fileURLToPath(new URL('node_modules/.cache/imt-board', projectFolder)));
await import(freshBuild(projectFolder)?.href ?? './start-app.ts');
// Not only at the end, which a killed app does not come to.
flushCompileCache();
// What only the start needed, which V8 would keep while the app idles (docs/decisions/start-flags.md); not before the
// first requests, which waited for the start.
setTimeout(() => globalThis.gc?.({ type: 'major', flavor: 'last-resort' }), 1_000).unref();
