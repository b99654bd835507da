import { communityOf, membersById } from '../../community/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { isPerson } from '../../platform/actor.ts';
import { notFound, Refused } from '../../platform/errors.ts';
import type { Ground } from '../../platform/ground.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { libraryOf } from '../shelf.ts';
import { type CertificateProps, makeCertificate } from './certificate.ts';
import { certificateGate } from './certificate-gate.ts';

/** The certificate of a course that the actor has on record, with their name and its day; anybody else's is not there. */
export async function certificateOfRecord(
  ground: Ground,
  actor: Actor,
  recordId: string,
  language: Language,
): Promise<Response> {
  const { courses } = await libraryOf(ground, actor);
  const facts = await ground.database.withActor(actor, async (tx): Promise<CertificateProps> => {
    const personId = isPerson(actor) ? actor.personId : null;
    const row = await tx.sql
      .selectFrom('trainingRecords')
      .select(['courseId', 'finishedAt', 'personId'])
      .where('id', '=', recordId)
      .executeTakeFirst();
    const course = courses.find(({ id }) => id === row?.courseId);
    if (!row || !course || row.personId !== personId) throw notFound();
    const { name: communityName, timeZone } = await communityOf(tx);
    const name = (await membersById(tx, [row.personId])).get(row.personId)?.name ?? '';
    return { setting: { communityName, timeZone, language }, course, name, finishedAt: row.finishedAt };
  });
  const bytes = await certificateGate.run(() => makeCertificate(facts));
  if (bytes === 'busy') throw new Refused({ kind: 'too-fast', retryAfterSeconds: 10 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${facts.course.id}-${language}.pdf"`,
    },
  });
}
