import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import packageJson from '../package.json' with { type: 'json' };
import { ConfigError, variableNames } from '../src/config.ts';
import { defaultDatabaseUrl } from '../src/default-database-url.ts';
import { StartError } from '../src/start-error.ts';
import { startStatus } from '../src/start-status.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const known = new Set([...variableNames, 'NODE_ENV']);
const dockerfile = read('deploy/Dockerfile');
const compose = parse(read('deploy/compose.yaml'));
const kubernetes = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS());
const ofKind = (kind: string) => kubernetes.find((one) => one.kind === kind);
const unit = read('deploy/imt-board.service');
const rules: { alert: string; expr: string }[] = parse(read('deploy/prometheus-alerts.yml')).groups[0].rules;
const operations = read('docs/operations.md');
const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'));
const startFlags = packageJson.scripts.start.replace(/^node /, '');

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'imt-deploy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The status of a line of shell in a folder, with programs of the test's own in place of those that it names. */
function runShell(line: string, folder: string, programs: Record<string, string>): number | null {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(programs))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return spawnSync('sh', ['-c', line], { cwd: folder, env: { PATH: `${bin}:/usr/bin:/bin` } }).status;
}

describe('what is in deploy/', () => {
  it('sets only variables that the app reads', () => {
    const container = ofKind('Deployment').spec.template.spec.containers[0];
    const job = ofKind('CronJob').spec.jobTemplate.spec.template.spec.containers[0];
    const named = [
      ...Object.keys(compose.services.app.environment),
      ...[...container.env, ...job.env].map(({ name }: { name: string }) => name),
      ...[...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name),
      ...[...dockerfile.matchAll(/^ENV (\w+)=/gm)].map(([, name]) => name),
    ];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it('starts the app as `npm start` does', () => {
    const command = JSON.parse(/^CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? '[]');
    expect(command).toEqual(['node', ...startFlags.split(' ')]);
    expect(unit).toContain(
      `/opt/imt-board/node_modules/node/bin/node ${startFlags.replace('src/main.ts', '/opt/imt-board/src/main.ts')}\n`,
    );
  });

  it('runs as nobody special, on a file system that is read only, and gets no more rights', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const service of Object.values<Record<string, unknown>>(compose.services)) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(service.security_opt).toContain('no-new-privileges:true');
    }
    for (const pod of [
      ofKind('Deployment').spec.template,
      ofKind('CronJob').spec.jobTemplate.spec.template,
    ]) {
      expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true });
      expect(pod.spec.containers[0].securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
  });

  it('publishes the port of requests alone, and asks for health where the app tells it', () => {
    expect(compose.services.app.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(ofKind('Service').spec.ports.map(({ name }: { name: string }) => name)).toEqual(['requests']);
    const { startupProbe, livenessProbe, readinessProbe, ports } =
      ofKind('Deployment').spec.template.spec.containers[0];
    const asked = [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.path);
    expect(asked).toEqual(['/healthz', '/healthz', '/readyz']);
    expect(ports).toContainEqual({ name: 'requests', containerPort: 3000 });
    expect(dockerfile).toContain('/healthz');
  });

  it('waits longer for the end than the app takes', () => {
    const appMs = Number(
      /stopDeadlineMs = ([\d_]+)/.exec(read('src/start-app.ts'))?.[1]?.replaceAll('_', ''),
    );
    const seconds = [
      Number.parseInt(compose.services.app.stop_grace_period, 10),
      Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]),
      ofKind('Deployment').spec.template.spec.terminationGracePeriodSeconds -
        ofKind('Deployment').spec.template.spec.containers[0].lifecycle.preStop.sleep.seconds,
    ];
    for (const one of seconds) expect(one * 1000).toBeGreaterThan(appMs);
  });

  it('is started again unless somebody must mend something first', () => {
    const never = (/^RestartPreventExitStatus=(.+)$/m.exec(unit)?.[1] ?? '').split(' ').map(Number);
    expect(never).toEqual([startStatus(new ConfigError([]))]);
    expect(never).not.toContain(startStatus(new StartError('', { mayPass: true })));
    expect(unit).toMatch(/^Restart=on-failure$/m);
    expect(unit).toMatch(/^StartLimitIntervalSec=0$/m);
  });

  it('removes old backups only once a new one is there', () => {
    const [shell, option, script] =
      ofKind('CronJob').spec.jobTemplate.spec.template.spec.containers[0].command;
    expect([shell, option]).toEqual(['sh', '-c']);
    const folder = newFolder();
    const inHere = script.replaceAll('/backups', folder);
    const old = join(folder, 'imt-board-20200101T000000Z.imt.gz');
    const [recent, other] = [join(folder, 'imt-board-20260101T000000Z.imt.gz'), join(folder, 'other.imt.gz')];
    for (const file of [old, recent, other]) writeFileSync(file, '');
    for (const file of [old, other]) utimesSync(file, 0, 0);
    expect(runShell(inHere, folder, { node: 'exit 1' })).not.toBe(0);
    expect(existsSync(old)).toBe(true);
    expect(runShell(inHere, folder, { node: 'shift 2; echo new > "$1"' })).toBe(0);
    const left = readdirSync(folder).filter((name) => name.endsWith('.imt.gz'));
    expect([existsSync(old), existsSync(recent), existsSync(other), left.length]).toEqual([
      false,
      true,
      true,
      3,
    ]);
  });

  it('copies into the image what the app reads, and lets nothing else near it', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
      (names ?? '').split(' '),
    );
    const allowed = [...read('deploy/Dockerfile.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    expect(new Set(copied)).toEqual(new Set(allowed));
    expect(allowed).toEqual(expect.arrayContaining(['src', 'commands', 'knowledge']));
  });

  it('lets a store that is not named lie where the unit may write', () => {
    const [, state] = /^StateDirectory=(.+)$/m.exec(unit) ?? [];
    expect(unit).toContain(`\nWorkingDirectory=/var/lib/${state}\n`);
    expect(defaultDatabaseUrl).toMatch(/^sqlite:\.\//);
  });

  it('lets git see no file in which its secrets stand', () => {
    const ignored = read('.gitignore').split('\n');
    const files = [compose.services.app.env_file, compose.services.database.env_file];
    expect(files).toEqual(['app.env', 'postgres.env']);
    expect(ignored).toContain('deploy/*.env');
  });

  it('names, for what people write themselves, variables that the app or the database reads', () => {
    const written = [
      ...read('deploy/compose.yaml').matchAll(/^#.*$/gm),
      ...read('deploy/kubernetes.yaml').matchAll(/^#.*$/gm),
    ].flatMap(([line]) => [...line.matchAll(/\b[A-Z]{3,}(?:_[A-Z]+)+\b/g)].map(([name]) => name));
    expect(written.length).toBeGreaterThan(4);
    expect(written.filter((name) => !known.has(name) && name !== 'POSTGRES_PASSWORD')).toEqual([]);
  });

  it('holds no secret', () => {
    for (const path of globSync('deploy/*'))
      expect(readFileSync(path, 'utf8')).not.toMatch(/xox[bp]-\w|xapp-\w|PASSWORD[=:] *(?!PASSWORD)[\w"]/);
  });
});

describe('the backup of Compose that operations.md gives', () => {
  const [, command = ''] = /```\n *(docker compose [^`]*cli\.ts backup[^`]*?)\n *```/.exec(operations) ?? [];
  const docker = 'while [ "$1" != app ]; do shift; done; shift; exec "$@"';
  const backup = (node: string, folder: string) =>
    runShell(command.replaceAll('/tmp/b.imt.gz', join(folder, 'b.imt.gz')), folder, { docker, node });
  const written = (folder: string) =>
    readdirSync(folder)
      .filter((name) => /^board.*gz/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'));

  it('puts a new file beside those of other days, and leaves none in the container', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'b.imt.gz'), 'left by one that was cut off');
    expect(backup('[ ! -e "$3" ] && echo whole > "$3"', folder)).toBe(0);
    expect([written(folder), existsSync(join(folder, 'b.imt.gz'))]).toEqual([['whole\n'], false]);
  });

  it('ends as it failed, and leaves what was there, where it fails', () => {
    const folder = newFolder();
    expect(backup('echo before > "$3"', folder)).toBe(0);
    expect(backup('echo half > "$3"; exit 3', folder)).not.toBe(0);
    expect([written(folder).includes('before\n'), existsSync(join(folder, 'b.imt.gz'))]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the alarms', () => {
  const metrics = globSync('src/metrics/*.ts').map((path) => readFileSync(path, 'utf8'));
  const written = new Set(
    metrics.flatMap((text) => [...text.matchAll(/'(imt_[a-z_]+)'/g)].map(([, name]) => name)),
  );

  it('watch metrics that the app has', () => {
    const watched = rules.flatMap(({ expr }) => [...expr.matchAll(/\bimt_[a-z_]+/g)].map(([name]) => name));
    expect(watched.length).toBeGreaterThan(8);
    const bare = (name: string) => name.replace(/_(bucket|count|sum)$/, '');
    expect(watched.filter((name) => !written.has(name) && !written.has(bare(name)))).toEqual([]);
  });

  it('are each explained, as is each metric and each alarm of the log', () => {
    for (const { alert } of rules) expect(operations).toContain(`| ${alert} |`);
    for (const metric of written) expect(operations).toContain(`\`${metric}\``);
    const alarms = new Set(
      sources.flatMap((text) => [...text.matchAll(/alarm: '([^']+)'/g)].map(([, name]) => name)),
    );
    expect(alarms.size).toBeGreaterThan(3);
    for (const alarm of alarms) expect(operations).toContain(`| \`${alarm}\` |`);
  });
});
