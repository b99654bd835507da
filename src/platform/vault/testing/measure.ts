/*
 * Measures what the vault costs, for the table in its README: node src/platform/vault/testing/measure.ts
 * Each figure is the median of seven rounds; CPU time is that of the whole process, hashing threads included.
 */
import { argon2, randomBytes } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { promisify } from 'node:util';
import { systemChance } from '../../chance.ts';
import {
  lockPrivateKeyWithPassword,
  newKeyPair,
  newReceipt,
  newReceiptSalt,
  newRecordKey,
  openField,
  parseReceipt,
  receiptKey,
  rewrapOuter,
  sealField,
  unwrapRecordKey,
  wrapForOneself,
  wrapRecordKey,
} from '../index.ts';
import { aKeyStore } from './a-key-store.ts';

const keyStore = aKeyStore();
const person = newKeyPair();
const recordKey = newRecordKey();
const place = { community: 'c', table: 'reports', column: 'content', row: 'r', record: 'r', version: 1 };
const context = { community: 'c', record: 'r', recipient: 'p' };
const words = randomBytes(2048);
const sealed = sealField(recordKey, place, words);
const copy = wrapRecordKey(recordKey, person.publicKey, keyStore, context);
const openedBefore = wrapForOneself(recordKey, person, keyStore, context);
const receipt = newReceipt(systemChance);
const salt = newReceiptSalt();
const hashByNode = promisify(argon2);
const nodeCost = { parallelism: 1, tagLength: 32, memory: 4096, passes: 1, secret: keyStore.receiptPepper };

const works: [string, number, () => unknown][] = [
  ['seal a field of 2 kB', 5000, () => sealField(recordKey, place, words)],
  ['open a field of 2 kB', 5000, () => openField(recordKey, place, sealed)],
  [
    'wrap a record key (sealed box and outer layer)',
    500,
    () => wrapRecordKey(recordKey, person.publicKey, keyStore, context),
  ],
  ['unwrap a sealed box', 500, () => unwrapRecordKey(copy, person, keyStore, context)],
  ['unwrap the symmetric form', 2000, () => unwrapRecordKey(openedBefore, person, keyStore, context)],
  ['re-wrap the outer layer', 2000, () => rewrapOuter(copy, keyStore, context)],
  ['read a receipt as typed', 5000, () => parseReceipt(receipt)],
  ['hash a receipt', 50, () => receiptKey(receipt, salt, keyStore)],
  ['hash a receipt by node:crypto', 50, () => hashByNode('argon2id', { message: receipt, nonce: salt, ...nodeCost })],
  [
    'lock a private key with a password',
    5,
    () => lockPrivateKeyWithPassword(person.privateKey, 'a long enough phrase'),
  ],
];

async function round(times: number, work: () => unknown): Promise<{ wall: number; cpu: number }> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  for (let done = 0; done < times; done += 1) await work();
  const wall = ((performance.now() - before) * 1000) / times;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / times };
}

const median = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)]!;

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
for (const [name, times, work] of works) {
  await round(times, work);
  const rounds: { wall: number; cpu: number }[] = [];
  for (let done = 0; done < 7; done += 1) rounds.push(await round(times, work));
  const [wall, cpu] = [median(rounds.map((each) => each.wall)), median(rounds.map((each) => each.cpu))];
  console.log(`${name.padEnd(48)} ${wall.toFixed(1).padStart(9)} µs wall ${cpu.toFixed(1).padStart(9)} µs CPU`);
}
