import { expect, test } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { KnowledgeError } from '../src/knowledge/problem.ts';
import { machineFault } from '../src/machine-fault.ts';
import { StartError } from '../src/start-error.ts';
import { startStatus } from '../src/start-status.ts';

const withCode = (code: string, errcode?: number) => Object.assign(new Error(code), { code, errcode });

test.each([
  ['a configuration that cannot be', new ConfigError(['PORT'])],
  ['a knowledge base with mistakes', new KnowledgeError([])],
  ['keys of another store', new StartError('keys')],
  ['a password that PostgreSQL does not take', withCode('28P01')],
  ['a database that is not there', withCode('3D000')],
  ['a file that is no database', withCode('ERR_SQLITE_ERROR', 26)],
  ['a folder without the right to it', withCode('EACCES')],
])('of %s is 2: to start again would not mend it', (_, error) => {
  expect(startStatus(error)).toBe(2);
});

test.each([
  ['a Slack that cannot be reached', new StartError('away', { mayPass: true })],
  ['a PostgreSQL that cannot be reached', withCode('ECONNREFUSED')],
  ['a name that is not found, as before the network is up', withCode('EAI_AGAIN')],
  ['a host that does not answer', withCode('ETIMEDOUT')],
  ['a PostgreSQL that starts', withCode('57P03')],
  ['a PostgreSQL with too many connections', withCode('53300')],
  ['a connection that was not there in time', new Error('timeout exceeded when trying to connect')],
  ['a SQLite file that another program holds', withCode('ERR_SQLITE_ERROR', 5)],
  ['a disk that is full', withCode('ENOSPC')],
])('of %s is 75, and whoever runs the app is told in a sentence', (_, error) => {
  expect(startStatus(error)).toBe(75);
  expect(error instanceof StartError || machineFault(error)).toBeTruthy();
});

test('of a fault of the app is 1', () => {
  expect(startStatus(new TypeError('x is not a function'))).toBe(1);
});
