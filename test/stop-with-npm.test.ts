import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const project = fileURLToPath(new URL('../', import.meta.url));

describe.skipIf(process.platform === 'win32')('the app', () => {
  it.each([
    ['npm', 'start'],
    ['npx', 'node', 'src/main.ts'],
  ])(
    'that `%s %s %s` started ends when that process does, as by `kill`',
    {
      timeout: 60_000,
    },
    async (command, ...words) => {
      const { PATH, HOME } = process.env;
      // A group of its own, so that what is left behind can be ended.
      const npm = spawn(command, words.filter(Boolean), {
        cwd: project,
        env: { PATH, HOME, PORT: '0' },
        detached: true,
      });
      onTestFinished(() => {
        try {
          process.kill(-(npm.pid ?? Number.NaN), 'SIGKILL');
        } catch {
          // Nothing is.
        }
      });
      let printed = '';
      npm.stdout.on('data', (chunk) => {
        printed += chunk;
      });
      while (!printed.includes('IMT Board is ready')) await once(npm.stdout, 'data');
      npm.kill('SIGTERM');
      // Its pipe is open as long as the app is there.
      await once(npm, 'close');
      expect(printed).toContain('"msg":"stopped"');
    },
  );
});
