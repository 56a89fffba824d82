import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const patienceMs = 60_000;
/** What answers questions is made ready once requests are taken. */
const makesReadyMs = 1_500;

/**
 * Starts the app as `npm start` does, as the local page on a free port, and stops it. It proves that what was built
 * starts, and leaves its compiled code for the first start of somebody else.
 */
export async function startOnce(project: URL): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', project), 'utf8'));
  const startArguments = scripts.start.split(' ').slice(1);
  const app = spawn(process.execPath, startArguments, {
    cwd: fileURLToPath(project),
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const late = setTimeout(() => app.kill('SIGKILL'), patienceMs);
  let said = '';
  let isReady = false;
  for (const stream of [app.stdout, app.stderr])
    stream.on('data', (text) => {
      said += text;
      if (isReady || !said.includes('is ready')) return;
      isReady = true;
      setTimeout(() => app.kill('SIGTERM'), makesReadyMs);
    });
  await new Promise<void>((resolve, reject) => app.on('close', () => resolve()).on('error', reject));
  clearTimeout(late);
  if (!isReady) throw new Error(`What was built does not start: ${said.slice(0, 500)}`);
}
