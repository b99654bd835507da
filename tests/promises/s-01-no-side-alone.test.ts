import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactPlace } from '../../src/identities/sealing.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import {
  joinHalves,
  type KeyPair,
  openJson,
  openSealed,
  readRecoveryKit,
  recoverKeyPair,
  unwrapRecordKey,
} from '../../src/platform/vault/index.ts';
import { type Program, startProgram } from '../program/program.ts';
import { confirmBothSides, tend } from '../program/sides.ts';
import { joinCommunity, reportConcern } from '../program/stage.ts';

const contact = 'Call Wren Ashdown on 600 000 000 after six.';

type Haul = { has(item: Item): boolean };
type Item =
  | 'database'
  | 'key store'
  | 'generation'
  | 'sheet A'
  | 'sheet B'
  | `custodian ${number}`
  | `overseer ${number}`;
const items: Item[] = [
  'database',
  'key store',
  'generation',
  'sheet A',
  'sheet B',
  ...([1, 2, 3] as const).flatMap((n): Item[] => [`custodian ${n}`, `overseer ${n}`]),
];

let program: Program;
let people: Record<string, PersonActor>;
let stolen: {
  identity: { community_id: string; id: string; content: Buffer };
  groupKeys: { group_id: string; public_key: Buffer; sealed_private_key: Buffer }[];
  copies: {
    community_id: string;
    record_id: string;
    recipient_id: string;
    generation: number;
    form: 'sealed-box';
    wrapped: Buffer;
  }[];
  recovery: Buffer[];
};

beforeAll(async () => {
  program = await startProgram();
  const { custodian, overseer } = program.actors;
  people = { 'custodian 1': custodian, 'overseer 1': overseer };
  for (const n of [2, 3]) {
    people[`custodian ${n}`] = await joinCommunity(program, `Cus Two ${n}`, ['custodian']);
    people[`overseer ${n}`] = await joinCommunity(program, `Ove Two ${n}`, ['overseer']);
  }
  await tend(program, custodian, overseer);
  await confirmBothSides(program);
  await reportConcern(program, { contact });
  const all = async (query: string) => (await program.databases.owner.query(query)).rows;
  stolen = {
    identity: (await all('select * from sealed_identities'))[0],
    groupKeys: await all(
      'select m.group_id, g.public_key, m.sealed_private_key from key_group_members m join key_groups g on g.id = m.group_id',
    ),
    copies: await all('select * from wrapped_copies'),
    recovery: (await all('select recovery_sealed_key as key from memberships')).map(({ key }) => key),
  };
}, 120_000);
afterAll(() => program.close());

const remembered = new Map<string, unknown>();
/** The same attempt on the same bytes ends the same way in every subset: it is made once. */
function attempt<T>(name: string, open: () => T): T | null {
  if (!remembered.has(name)) {
    try {
      remembered.set(name, open());
    } catch {
      remembered.set(name, null);
    }
  }
  return remembered.get(name) as T | null;
}

const isThere = <T>(value: T | null): value is T => value !== null;

/** All private keys that the haul gives: told by people, or recovered with both sheets of the kit. */
function pairsOf(haul: Haul): KeyPair[] {
  const told = Object.keys(people)
    .filter((name) => haul.has(name as Item))
    .map((name) => people[name]!.keyPair);
  if (!haul.has('database') || !haul.has('sheet A') || !haul.has('sheet B')) return told;
  const kit = readRecoveryKit(program.recoveryKit.halfA, program.recoveryKit.halfB);
  if (!kit.ok) throw new Error('the sheets are those of this community');
  return [
    ...told,
    ...stolen.recovery
      .map((sealed, n) => attempt(`kit ${n}`, () => recoverKeyPair(sealed, kit.keyPair)))
      .filter(isThere),
  ];
}

const nameOf = (pair: KeyPair) => pair.publicKey.toString('hex');

/** What a thief with this haul opens: every key that any pair, any group key and the outer layer give, alone and joined. */
function opens(haul: Haul): boolean {
  if (!haul.has('database')) return false;
  const own = pairsOf(haul);
  const groups = own.flatMap((pair) =>
    stolen.groupKeys
      .map(({ group_id, public_key, sealed_private_key }, n) => {
        const privateKey = attempt(`group ${n} ${nameOf(pair)}`, () => openSealed(pair, sealed_private_key));
        return privateKey && { id: group_id, publicKey: public_key, privateKey };
      })
      .filter(isThere),
  );
  const keys = haul.has('generation')
    ? [...own, ...groups].flatMap((pair) =>
        stolen.copies
          .map((copy) => {
            const context = { community: copy.community_id, record: copy.record_id, recipient: copy.recipient_id };
            const stored = { ...copy, outer: copy.wrapped };
            return attempt(`copy ${copy.record_id} ${copy.recipient_id} ${nameOf(pair)}`, () =>
              unwrapRecordKey(stored, pair, program.ground.keyStore, context),
            );
          })
          .filter(isThere),
      )
    : [];
  const secrets = haul.has('key store')
    ? [program.ground.keyStore.receiptPepper, program.ground.keyStore.locatorKey]
    : [];
  const known = [...new Map([...keys, ...secrets].map((key) => [key.toString('hex'), key])).values()];
  const candidates = [...known, ...known.flatMap((one) => known.map((other) => joinHalves(one, other)))];
  return candidates.some((key) => opensContact(key));
}

const opensContact = (key: Buffer): boolean =>
  attempt(`contact ${key.toString('hex')}`, () =>
    openJson(key, contactPlace(stolen.identity.community_id, stolen.identity.id), stolen.identity.content),
  ) === contact;

const subsets = Array.from({ length: 2 ** items.length }, (_, bits) => {
  const chosen = new Set(items.filter((_item, at) => bits & (1 << at)));
  return chosen as Haul & Set<Item>;
});

/** By hand: the database and the outer layer's key, and of each side a person, or both sheets of the kit. */
function shouldOpen(haul: Haul): boolean {
  if (!haul.has('database') || !haul.has('generation')) return false;
  const side = (name: 'custodian' | 'overseer') => [1, 2, 3].some((n) => haul.has(`${name} ${n}`));
  return (side('custodian') && side('overseer')) || (haul.has('sheet A') && haul.has('sheet B'));
}

describe('S-01 no group that lacks a side opens an identity', () => {
  it('opens in no subset that misses a side, and in every other', () => {
    const wrong = subsets.filter((haul) => opens(haul) !== shouldOpen(haul)).map((haul) => [...haul].join(', '));

    console.log(`S-01: ${subsets.length} subsets, ${subsets.filter(shouldOpen).length} of them whole`);
    expect(wrong).toEqual([]);
  }, 120_000);

  it('lets nobody join both sides, neither by role nor by key', async () => {
    const { owner } = program.databases;
    const { custodian } = program.actors;
    const byRole = owner.query(`update memberships set roles = '{custodian,overseer}' where person_id = $1`, [
      custodian.personId,
    ]);
    const byKey = owner.query(
      `insert into key_group_members (community_id, group_id, person_id, sealed_private_key)
       select community_id, id, $1, '' from key_groups where name = 'overseers'`,
      [custodian.personId],
    );
    const refused = await Promise.allSettled([byRole, byKey]);

    const because = refused.map((each) => each.status === 'rejected' && each.reason.constraint);
    expect(because).toEqual(['memberships_roles_check', 'nobody_is_on_both_sides']);
  });

  it('takes no identity before both sheets of the kit are held, and shows no field for it', async () => {
    const other = await startProgram({ slug: 'one-sided' });
    await reportConcern(other, { contact });

    const page = await other.request('GET', '/en/report');

    expect((await other.databases.owner.query('select from sealed_identities')).rowCount).toBe(0);
    expect(page.text).not.toContain('name="contact"');
    await confirmBothSides(other);
    other.clock.advance(2_000);
    expect((await other.request('GET', '/en/report')).text).toContain('name="contact"');
    await other.close();
  });

  it('keeps no word of the contact in the clear, in no table', async () => {
    const { rows } = await program.databases.owner.query(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );

    for (const { name } of rows) {
      const found = await program.databases.owner.query(`select from ${name} as row where row::text like '%Ashdown%'`);
      expect(found.rowCount, name).toBe(0);
    }
  });
});
