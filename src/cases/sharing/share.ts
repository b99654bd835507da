import type { z } from 'zod';
import { communityOf, legalProfileOf } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import { ahead, caseKey, lockCase, nextPosition } from '../commands/case-row.ts';
import { type Disclosure, type Parcel, type Shared, type ShareInput, shareInput } from './contract.ts';
import { makeFile } from './make-file.ts';
import { emptyParcel, makeParcel } from './make-parcel.ts';
import { makeView } from './one-time-view.ts';
import { givePartnerView } from './partner-views.ts';
import { sealDisclosure } from './sealing.ts';

type Basis = Disclosure['basis'];

/** The ground as the legal profile names it now, and whether counsel had confirmed it; one for emergencies needs one. */
async function basisOf(
  tx: Tx,
  { basis: id, basisNote: note, isEmergency }: Pick<ShareInput, 'basis' | 'basisNote' | 'isEmergency'>,
): Promise<Basis> {
  const found = (await legalProfileOf(tx)).bases.find((each) => each.id === id);
  if (!found) throw invalid({ basis: 'required' });
  if (found.isEmergency && !isEmergency) throw invalid({ basis: 'emergency-only' });
  const { document, section, verified } = found;
  return { id, document, section, note, verified };
}

const written = ({ document, section, note }: Basis): string => [document, section, note].filter(Boolean).join(', ');

/** Hands over what is given in the way that was chosen; what opens it is told once and kept nowhere. */
async function handOver(
  tx: Tx<PersonActor>,
  ground: Ground,
  id: string,
  given: Parcel,
  input: ShareInput,
): Promise<Pick<Shared, 'view' | 'file'>> {
  const nothing = { view: null, file: null };
  if (input.way === 'pdf' || input.way === 'json')
    return { ...nothing, file: await makeFile(tx, ground, given, input) };
  if (input.way !== 'view') return nothing;
  const { number, code, expiresAt } = await makeView(tx, ground, id, given);
  const { slug } = await communityOf(tx);
  const link = `${ground.publicUrl}/${slug}/${given.language}/shared#${number}`;
  return { ...nothing, view: { link, code, expiresAt: expiresAt.toISOString() } };
}

/**
 * Gives exactly what was chosen to exactly one recipient under one ground until one day, and writes that down in the same
 * transaction: nothing is given that stands in no record, and the record is never rewritten.
 */
export async function shareFromCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  given: z.input<typeof shareInput>,
): Promise<Omit<Shared, 'sharing'>> {
  const input = shareInput.parse(given);
  const key = await caseKey(tx, ground, caseId);
  const { number } = await lockCase(tx, caseId);
  const basis = await basisOf(tx, input);
  const at = ground.clock.now();
  const id = newId(ground.clock, ground.chance);
  ahead(ground, 'endsAt', input.endsAt);
  const parcel = await makeParcel(tx, { caseId, number, key, basis: written(basis), at }, input);
  const partnerId = input.way === 'partner' ? await givePartnerView(tx, ground, id, parcel, input.partner) : null;
  await writeDisclosure(tx, ground, { id, caseId, key, basis, parcel, partnerId }, input);
  return { disclosureId: id, ...(await handOver(tx, ground, id, parcel, input)) };
}

type Written = {
  id: string;
  caseId: string;
  key: Buffer;
  basis: Basis;
  parcel: Parcel;
  partnerId: string | null;
};
type Asked = Pick<ShareInput, 'recipient' | 'necessity' | 'isEmergency' | 'endsAt'> & {
  way: Disclosure['way'];
  statementIds: string[];
};

/** Writes down what is given, sealed, in the case's own order, and says in the log that it was; the caller holds the case's lock. */
async function writeDisclosure(
  tx: Tx<PersonActor>,
  ground: Ground,
  { id, caseId, key, basis, parcel, partnerId }: Written,
  { recipient, necessity, isEmergency, endsAt, way, statementIds }: Asked,
): Promise<void> {
  const { communityId, personId } = tx.actor;
  const row = { communityId, id, caseId };
  const content = { recipient, basis, necessity, parcel, statementIds, partnerId };
  await tx.sql
    .insertInto('disclosures')
    .values({
      ...row,
      position: await nextPosition(tx, caseId),
      gives: parcel.gives,
      way,
      isEmergency,
      madeBy: personId,
      madeAt: ground.clock.now(),
      endsAt: ahead(ground, 'endsAt', endsAt),
      content: sealDisclosure(key, row, content),
    })
    .execute();
  await recordAct(tx, ground, {
    act: 'shared-from-case',
    recordKind: 'case',
    recordId: caseId,
    facts: { disclosure: id, way, emergency: isEmergency, ...(parcel.archive ? { archive: parcel.archive } : {}) },
  });
}

type WholeCase = Omit<Asked, 'way' | 'statementIds'> & Pick<ShareInput, 'basis' | 'basisNote' | 'language'>;

/** Writes down that the whole case was given as the archive with this hash; the caller holds the case's lock. */
export async function recordWholeCase(
  tx: Tx<PersonActor>,
  ground: Ground,
  { caseId, number, key, archive }: { caseId: string; number: string; key: Buffer; archive: string },
  input: WholeCase,
): Promise<void> {
  const basis = await basisOf(tx, input);
  const about = { caseId, number, key, basis: written(basis), at: ground.clock.now() };
  const parcel = { ...(await emptyParcel(tx, about, input)), gives: 'case' as const, archive };
  const id = newId(ground.clock, ground.chance);
  const asked = { ...input, way: 'archive' as const, statementIds: [] };
  await writeDisclosure(tx, ground, { id, caseId, key, basis, parcel, partnerId: null }, asked);
}
