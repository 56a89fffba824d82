import { type Subcommand, UsageError } from './subcommand.ts';

export const doctor: Subcommand = {
  name: 'doctor',
  usage: 'doctor [--json]',
  does: 'checks configuration, token, scopes, store, keys, clocks, reminders and addresses, and says what to do',
  async run({ arguments: words, json, print, now }) {
    if (words.length > 0) throw new UsageError('"doctor" takes no words, only --json.');
    // Imported only here: the other subcommands load no database.
    const { examine } = await import('../doctor/examine.ts');
    const { connectExisting } = await import('../store/connect-existing.ts');
    const findings = await examine({
      env: process.env,
      connect: connectExisting,
      nowMs: () => now().getTime(),
    });
    const worst = (['fail', 'warn'] as const).find((level) => findings.some((one) => one.level === level));
    if (worst === 'fail') process.exitCode = 1;
    if (json) return print(JSON.stringify({ worst: worst ?? 'ok', findings }));
    for (const { check, level, says, todo } of findings) {
      print(`${level.padEnd(4)}  ${check}: ${says}`);
      if (todo) print(`      ${todo}`);
    }
  },
};
