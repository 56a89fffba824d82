/** Preloaded before the app: each SIGUSR2 sets the process's clock to the next of CLOCK_JUMPS_MS, told from the machine's. */
const jumpsMs = (process.env.CLOCK_JUMPS_MS ?? '').split(',').map(Number);
const machine = globalThis.Date;
const machineNow = machine.now;
let aheadMs = 0;

machine.now = () => machineNow() + aheadMs;
globalThis.Date = new Proxy(machine, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [machine.now()], newTarget),
});
process.on('SIGUSR2', () => {
  aheadMs = jumpsMs.shift() ?? 0;
  process.stdout.write(`the clock jumped to ${aheadMs} ms\n`);
});
