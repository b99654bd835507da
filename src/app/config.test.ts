import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeHome, readConfig } from './config.ts';

describe('readConfig', () => {
  it('keeps demonstration and real data apart', () => {
    const environment = { FORESTALL_HOME: '/srv/forestall' };

    const homes = [readConfig(environment, 'demo').home, readConfig(environment, 'main').home];

    expect(homes).toEqual(['/srv/forestall/demo', '/srv/forestall/main']);
  });

  it('listens on loopback alone unless told otherwise', () => {
    const { host, port } = readConfig({ HOST: '', PORT: '' }, 'main');

    expect({ host, port }).toEqual({ host: '127.0.0.1', port: 8080 });
  });

  it('takes the public address without a slash at its end', () => {
    const { publicUrl } = readConfig({ FORESTALL_URL: 'https://warn.example.org/' }, 'main');

    expect(publicUrl).toBe('https://warn.example.org');
  });

  it.each([
    [{ PORT: '80a' }, /^PORT must be a number\.$/],
    [{ PORT: '70000' }, /^PORT must be 0 to 65535\.$/],
    [{ FORESTALL_URL: 'warn.example.org' }, /^FORESTALL_URL must look like/],
    [{ DATABASE_URL: 'mysql://a:secret@b/c' }, /^DATABASE_URL must look like (?!.*secret)/],
  ])('names the faulty setting of %o in one line', (environment, line) => {
    const reading = () => readConfig(environment, 'main');

    expect(reading).toThrow(line);
  });
});

describe('makeHome', () => {
  it('makes a folder for this user alone', () => {
    const parent = mkdtempSync(join(tmpdir(), 'forestall-home-'));
    const config = readConfig({ FORESTALL_HOME: join(parent, 'a b') }, 'main');

    makeHome(config);

    expect(statSync(config.home).mode & 0o777).toBe(0o700);
    rmSync(parent, { recursive: true });
  });

  it('says in one line that the place cannot be written to', () => {
    const parent = mkdtempSync(join(tmpdir(), 'forestall-home-'));
    writeFileSync(join(parent, 'file'), '');
    const config = readConfig({ FORESTALL_HOME: join(parent, 'file') }, 'main');

    const making = () => makeHome(config);

    expect(making).toThrow(/^Forestall cannot write to .*FORESTALL_HOME/);
    rmSync(parent, { recursive: true });
  });

  it.runIf(existsSync('/proc/self'))('gives up at once where no folder can be made', () => {
    const config = readConfig({ FORESTALL_HOME: '/proc/nowhere/forestall' }, 'main');

    const making = () => makeHome(config);

    expect(making).toThrow(/^Forestall cannot write to .*FORESTALL_HOME/);
  });

  it('leaves the modes of a home that exists as they are', () => {
    const parent = mkdtempSync(join(tmpdir(), 'forestall-home-'));
    const config = readConfig({ FORESTALL_HOME: parent }, 'main');
    mkdirSync(config.home);
    chmodSync(config.home, 0o711);

    makeHome(config);

    expect(statSync(config.home).mode & 0o777).toBe(0o711);
    rmSync(parent, { recursive: true });
  });
});
