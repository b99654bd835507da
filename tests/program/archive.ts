import { generateIdentity, identityToRecipient } from 'age-encryption';
import { keepArchive } from '../../src/cases/archive/kept-archive.ts';
import { makeArchive } from '../../src/cases/archive/make-archive.ts';
import { packed, unpacked } from '../../src/cases/archive/pack.ts';
import { openRecordKey } from '../../src/platform/keys/index.ts';
import type { Answered, Program } from './program.ts';
import type { HeldSession } from './sessions.ts';
import { aShare } from './sharing.ts';

/** A key whose secret half nobody has. */
const anAgeKey = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

/** Whom a whole case is given to, and why, as its door takes it. */
export const anExport = (program: Program, ageKeys: readonly string[] = [anAgeKey]) => {
  const { recipient, basis, necessity, isEmergency, endsAt, language } = aShare(program);
  return { recipient, basis, necessity, isEmergency, endsAt, language, ageKeys };
};

/** The sealed archive of a case, as its lead is given it. */
export async function exported(program: Program, by: HeldSession, caseId: string, ageKeys: readonly string[]) {
  const body = JSON.stringify(anExport(program, ageKeys));
  const headers = { ...by.headers, 'content-type': 'application/json' };
  const { url, close } = await program.listen();
  try {
    const answer = await fetch(`${url}/api/v1/cases/${caseId}/archive`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`no archive: ${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  } finally {
    await close();
  }
}

/** A form with an archive, as both doors that take one expect it. */
export function archiveForm(file: Buffer, options: object): FormData {
  const form = new FormData();
  form.set('options', JSON.stringify(options));
  form.set('file', new File([new Uint8Array(file)], 'case.age'));
  return form;
}

export const bringIn = (
  program: Program,
  by: HeldSession,
  file: Buffer,
  options: object,
  door = '',
): Promise<Answered> =>
  program.request('POST', `/api/v1/case-archives${door}`, { body: archiveForm(file, options), headers: by.headers });

/** An archive that can be brought in, and the secret key that opens it. */
export type StageArchive = { file: Buffer; opensWith: string };

/** Keeps the archive of one case beside another, as if that had come from it, and makes an archive of a third. */
export async function keepAnArchive(
  program: Program,
  by: HeldSession,
  cases: { beside: string; of: string; other: string },
): Promise<StageArchive> {
  const { ground } = program;
  const opensWith = await generateIdentity();
  const ageKeys = [await identityToRecipient(opensWith)];
  const { communityId } = by.person;
  return await ground.database.withActor(by.person, async (tx) => {
    const archived = async (caseId: string) =>
      await packed(await makeArchive(tx, ground, { caseId, key: (await openRecordKey(tx, ground, caseId))! }), ageKeys);
    const key = (await openRecordKey(tx, ground, cases.beside))!;
    const into = { communityId, caseId: cases.beside, key };
    await keepArchive(tx, ground, into, await unpacked(await archived(cases.of), opensWith), null);
    return { file: await archived(cases.other), opensWith };
  });
}
