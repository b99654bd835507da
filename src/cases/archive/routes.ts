import { z } from 'zod';
import { type Actor, isPerson, type PersonActor } from '../../platform/actor.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { imageAnswer } from '../../platform/files/store-images.ts';
import type { Ground } from '../../platform/ground.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { beginImport, cancelImport, importsOf, orNothing } from '../../platform/imports/index.ts';
import { readOptions } from '../../platform/imports/read-list.ts';
import { byId, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may, mayNow } from '../policy.ts';
import { bringArchive, partsOf } from './bring-archive.ts';
import { broughtCaseOf, broughtPicture } from './brought-story.ts';
import {
  archiveImports,
  archiveLookedAt,
  bringArchiveOptions,
  broughtCase,
  exportCaseInput,
  lookAtArchiveOptions,
} from './contract.ts';
import { exportCase } from './export-case.ts';
import { checked, lookedAt } from './look-at.ts';
import { unpacked } from './pack.ts';

const bytesAtMost = 100 * 1024 * 1024;

/** Reads an archive out of a posted form and opens it; only for whoever may bring cases in. */
async function readArchive<Options extends z.ZodType<{ opensWith: string }>>(
  actor: Actor,
  body: Request,
  options: Options,
) {
  if (!isPerson(actor) || !mayNow(actor, 'bring-in-cases')) throw notFound();
  const form = await readForm(body);
  const given = readOptions(form, options);
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) throw invalid({ file: 'required' });
  if (file.size > bytesAtMost) throw invalid({ file: 'too-long' });
  const opened = await unpacked(Buffer.from(await file.arrayBuffer()), given.opensWith);
  return { actor: actor as PersonActor, given, unpacked: opened, checked: await checked(opened.archive) };
}

/** Does all of the work or leaves no file of it behind. */
async function orNoFiles<T>(ground: Ground, work: (watched: Ground) => Promise<T>): Promise<T> {
  const put: string[] = [];
  const files: Ground['files'] = {
    ...ground.files,
    put: (name, key, bytes) => {
      put.push(name);
      return ground.files.put(name, key, bytes);
    },
  };
  try {
    return await work({ ...ground, files });
  } catch (error) {
    for (const name of put) await ground.files.remove(name);
    throw error;
  }
}

const bringing: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/case-archives/look',
    summary: 'What an archive holds and what is wrong with it; nothing of it is kept: a form with `file` and `options`',
    permission: may('bring-in-cases'),
    audit: { act: 'case-archive-looked-at', recordKind: 'community', recordId: () => null },
    input: { path: null, query: null, body: 'form' },
    answer: archiveLookedAt,
    prepare: (_, { body }, actor) => readArchive(actor, body, lookAtArchiveOptions),
    handle: (tx, { prepared }) => lookedAt(tx, prepared.unpacked, prepared.checked),
  }),
  route({
    method: 'POST',
    path: '/api/v1/case-archives',
    summary: 'Bring in the case of an archive, all of it or nothing, with a lead and a deputy of here',
    permission: may('bring-in-cases'),
    audit: { inside: 'beginImport writes case-archives-import-begun, bringArchive case-opened and case-brought-in' },
    input: { path: null, query: null, body: 'form' },
    answer: z.object({ id: z.uuid(), number: z.string() }),
    status: 201,
    async prepare(ground, { body }, anybody) {
      const { actor, given: options, ...read } = await readArchive(anybody, body, bringArchiveOptions);
      if (read.checked.faults.length > 0) throw invalid({ file: 'archive-has-faults' });
      const begun = { kind: 'case-archives' as const, rows: partsOf(read.unpacked) };
      const importId = await ground.database.withActor(actor, (tx) => beginImport(tx, ground, begun));
      return { importId, options, ...read };
    },
    handle: (tx, { prepared }, ground) =>
      orNothing(ground, person(tx).actor, prepared.importId, () =>
        orNoFiles(ground, (watched) => bringArchive(person(tx), watched, prepared)),
      ),
  }),
  route({
    method: 'GET',
    path: '/api/v1/case-archives',
    summary: 'The archives brought in so far, and how far the running one is',
    permission: may('bring-in-cases'),
    audit: { none: 'counts and states' },
    input: { path: null, query: null, body: null },
    answer: archiveImports,
    handle: async (tx) => ({
      imports: (await importsOf(tx, 'case-archives')).map(({ become: _, ...row }) => row),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/case-archives/{id}/cancellation',
    summary: 'Stop bringing an archive in: nothing of it is kept',
    permission: may('bring-in-cases'),
    audit: { inside: 'cancelImport writes case-archives-import-cancelled' },
    input: { path: byId, query: null, body: null },
    answer: z.object({ done: z.literal(true) }),
    async handle(tx, { path }, ground) {
      await cancelImport(person(tx), ground, 'case-archives', path.id);
      return { done: true as const };
    },
  }),
];

/** The doors by which a whole case leaves and comes in. */
export const archiveRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/archive',
    summary: 'The whole case as an archive for the age keys of its recipient; written down as a disclosure',
    permission: may('share-case', ofCase),
    audit: insideCommand,
    input: { path: byId, query: null, body: exportCaseInput },
    answer: 'bytes',
    stepUp: true,
    async handle(tx, { path, body, signal }, ground) {
      const { name, file } = await exportCase(person(tx), ground, path.id, body, signal);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
        'content-length': String(file.length),
        'cache-control': 'no-store',
      };
      return new Response(new Uint8Array(file), { headers });
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/brought',
    summary: 'Whence a case came and what was recorded of it there; the reading is logged',
    permission: may('open-case', ofCase),
    audit: { act: 'brought-archive-read', recordKind: 'case', recordId: ({ path }) => path.id },
    input: { path: byId, query: null, body: null },
    answer: broughtCase,
    handle: (tx, { path }, ground) => broughtCaseOf(person(tx), ground, path.id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/brought/pictures/{fileId}',
    summary: 'A picture that came with the archive, made anew; the reading is logged',
    permission: may('open-case', ofCase),
    audit: {
      act: 'brought-picture-read',
      recordKind: 'case',
      recordId: ({ path }) => path.id,
      facts: ({ path }) => ({ file: path.fileId }),
    },
    input: { path: z.strictObject({ id: z.uuid(), fileId: z.uuid() }), query: null, body: null },
    answer: 'bytes',
    handle: async (tx, { path }, ground) => imageAnswer(await broughtPicture(person(tx), ground, path.id, path.fileId)),
  }),
  ...bringing,
];
