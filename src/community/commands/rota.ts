import type { z } from 'zod';
import type { Tx } from '../../platform/db/database.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import { newId } from '../../platform/ids.ts';
import type { addLeaveInput, addShiftInput } from '../contract.ts';
import { membersById } from '../queries/members.ts';

const longestLeaveDays = 366;

function spanOf(input: { startsAt: string; endsAt: string }, mostDays: number): { startsAt: Date; endsAt: Date } {
  const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
  if (startsAt >= endsAt) throw invalid({ endsAt: 'ends-before-it-starts' });
  if (endsAt.getTime() - startsAt.getTime() > mostDays * 86_400_000) throw invalid({ endsAt: 'too-long' });
  return { startsAt, endsAt };
}

/** Adds a shift with an officer and a second, two different active people; the database refuses whoever is on leave then. */
export async function addShift(tx: Tx, ground: Ground, input: z.infer<typeof addShiftInput>) {
  const { startsAt, endsAt } = spanOf(input, 14);
  if (input.officerId === input.secondId) throw invalid({ secondId: 'same-person-twice' });
  const people = await membersById(tx, [input.officerId, input.secondId]);
  for (const field of ['officerId', 'secondId'] as const) {
    if (people.get(input[field])?.state !== 'active') throw invalid({ [field]: 'not-an-active-member' });
  }
  const id = newId(ground.clock, ground.chance);
  const { officerId, secondId } = input;
  await tx.sql
    .insertInto('dutyShifts')
    .values({ communityId: tx.actor.communityId, id, startsAt, endsAt, officerId, secondId })
    .execute();
  const named = (person: string) => ({ id: person, name: people.get(person)?.name ?? '' });
  return {
    id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    officer: named(officerId),
    second: named(secondId),
  };
}

export async function removeShift(tx: Tx, id: string): Promise<void> {
  const result = await tx.sql.deleteFrom('dutyShifts').where('id', '=', id).executeTakeFirst();
  if (result.numDeletedRows !== 1n) throw notFound();
}

/** Notes that somebody is away. Never refused, since illness asks nobody: a shift of theirs stays and becomes a gap that is shown. */
export async function addLeave(tx: Tx, ground: Ground, input: z.infer<typeof addLeaveInput>): Promise<string> {
  const span = spanOf(input, longestLeaveDays);
  const person = (await membersById(tx, [input.personId])).get(input.personId);
  if (person?.state !== 'active') throw invalid({ personId: 'not-an-active-member' });
  const id = newId(ground.clock, ground.chance);
  await tx.sql
    .insertInto('leaves')
    .values({ communityId: tx.actor.communityId, id, personId: input.personId, ...span })
    .execute();
  return id;
}

export async function removeLeave(tx: Tx, id: string): Promise<void> {
  const result = await tx.sql.deleteFrom('leaves').where('id', '=', id).executeTakeFirst();
  if (result.numDeletedRows !== 1n) throw notFound();
}
