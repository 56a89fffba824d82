import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { zones } from './follow-up-for-test.ts';

const script = fileURLToPath(new URL('print-ladders.ts', import.meta.url));

/** Replicas may run under different zones; a step that they date differently could be sent twice or never. */
test('dates and messages are the same whatever the zone of the server', () => {
  const printed = zones.map((TZ) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  const [first] = printed.map((text) => text.split('\n'));
  expect(first?.[0]).toBe('offset 0');
  expect(printed.map((text) => text.split('\n')[0])).toEqual(['offset 0', 'offset 300', 'offset -780']);
  const bodies = printed.map((text) => text.slice(text.indexOf('\n')));
  expect(bodies[0]?.split('\n').length).toBeGreaterThan(500);
  expect(new Set(bodies).size).toBe(1);
});
