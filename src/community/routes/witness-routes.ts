import { recordAct } from '../../platform/audit/record-act.ts';
import { verifierKeyOf } from '../../platform/audit/tree/index.ts';
import {
  acceptLog,
  addWitness,
  ownWitnessKey,
  removeWitness,
  type Witness,
  witnessedLogs,
  witnessesOf,
} from '../../platform/audit/witness/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { invalid } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { OperatorFault } from '../../platform/operator-fault.ts';
import {
  addWitnessInput,
  removeWitnessInput,
  type Witnesses,
  watchLogInput,
  witnessesAnswer,
} from '../contract/witnesses.ts';
import { mayRunInstallation } from '../policy.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;
const told = ({ seenAt, trouble, troubleSince, ...rest }: Witness): Witnesses['witnesses'][number] => ({
  ...rest,
  seenAt: time(seenAt),
  trouble: trouble as Witnesses['witnesses'][number]['trouble'],
  troubleSince: time(troubleSince),
});

/** Who watches the log of this community and how they stand to it, its newest head, and whose logs are watched here. */
async function standingOf(tx: Tx, ground: Ground): Promise<Witnesses> {
  const head = await tx.sql
    .selectFrom('auditCheckpoints')
    .select(['size', 'signedAt', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { keyStore, publicUrl } = ground;
  return {
    own: { address: `${publicUrl}/api/v1/witness`, key: ownWitnessKey(keyStore) },
    log: {
      key: verifierKeyOf(`forestall/${tx.actor.communityId}`, keyStore.checkpointKey.publicKey),
      head: head ? { size: Number(head.size), signedAt: head.signedAt.toISOString(), note: head.note } : null,
    },
    witnesses: (await witnessesOf(tx)).map(told),
    watched: (await witnessedLogs(tx.sql)).map(({ origin, size, cosignedAt, doubt, doubtedAt }) => ({
      origin,
      size,
      cosignedAt: time(cosignedAt),
      doubt,
      doubtedAt: time(doubtedAt),
    })),
  };
}

/** What an operator is told on the command line stands beside its field here. */
async function orBesideField(field: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof OperatorFault ? invalid({ [field]: 'not-valid' }) : error;
  }
}

/** The doors of the witnesses of the log: who watches, who is watched, for whoever runs the installation. */
export const watchRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/witnesses',
    summary: 'Which installations watch this log, how they stand to it, and whose logs are watched here',
    permission: mayRunInstallation,
    audit: { none: 'public keys, sizes and times' },
    input: { path: null, query: null, body: null },
    answer: witnessesAnswer,
    handle: (tx, _, ground) => standingOf(tx, ground),
  }),
  route({
    method: 'POST',
    path: '/api/v1/witnesses',
    summary: 'Show every head of the logs here to another installation from now on',
    permission: mayRunInstallation,
    stepUp: true,
    audit: { inside: 'writes witness-added' },
    input: { path: null, query: null, body: addWitnessInput },
    answer: witnessesAnswer,
    async handle(tx, { body }, ground) {
      if (!/^https?:\/\/\S+$/.test(body.address)) throw invalid({ address: 'not-valid' });
      await orBesideField('key', () => addWitness(tx.sql, ground.clock, body.address, body.key));
      await recordAct(tx, ground, { act: 'witness-added', recordKind: 'installation', recordId: null });
      return await standingOf(tx, ground);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/witnesses/removal',
    summary: 'Show a witness nothing any more',
    permission: mayRunInstallation,
    stepUp: true,
    audit: { inside: 'writes witness-removed' },
    input: { path: null, query: null, body: removeWitnessInput },
    answer: witnessesAnswer,
    async handle(tx, { body }, ground) {
      await removeWitness(tx.sql, body.name);
      await recordAct(tx, ground, { act: 'witness-removed', recordKind: 'installation', recordId: null });
      return await standingOf(tx, ground);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/watched-logs',
    summary: 'Cosign the heads of another installation’s log from now on',
    permission: mayRunInstallation,
    stepUp: true,
    audit: { inside: 'writes log-watched' },
    input: { path: null, query: null, body: watchLogInput },
    answer: witnessesAnswer,
    async handle(tx, { body }, ground) {
      await orBesideField('key', () => acceptLog(tx.sql, ground.clock, body.key));
      await recordAct(tx, ground, { act: 'log-watched', recordKind: 'installation', recordId: null });
      return await standingOf(tx, ground);
    },
  }),
];
