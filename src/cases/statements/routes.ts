import { z } from 'zod';
import { imageAnswer, takeImages } from '../../platform/files/store-images.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { change, insideCommand, ofCase, person } from '../change-of-case.ts';
import { may } from '../policy.ts';
import { addStatement } from './add-statement.ts';
import { addStatementInput, statementFilesAdded } from './contract.ts';
import { filesOfStatements } from './present-statements.ts';
import { addStatementFiles, readStatementFile } from './statement-files.ts';

const byStatement = z.strictObject({ id: z.uuid(), statementId: z.uuid() });

/** The doors of what is known in a case: statements, and the pictures on them. */
export const statementRoutes: AnyRoute[] = [
  change('statements', 'add-statement', 'Record what was seen, told or assessed', addStatementInput, addStatement),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/statements/{statementId}/files',
    summary: 'Put pictures on a statement, made anew from their pixels',
    permission: may('add-statement', ofCase),
    audit: insideCommand,
    input: { path: byStatement, query: null, body: 'form' },
    answer: statementFilesAdded,
    status: 201,
    prepare: (ground, { body }) => takeImages(ground, body),
    async handle(tx, { path, prepared: { images, refused } }, ground) {
      await addStatementFiles(person(tx), ground, path.id, path.statementId, images);
      const files = (await filesOfStatements(tx, path.id)).get(path.statementId) ?? [];
      return { added: images.length, refused, files };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/{id}/statements/{statementId}/files/{fileId}',
    summary: 'One picture of a statement; the opening is logged',
    permission: may('open-case', ofCase),
    audit: { act: 'statement-file-opened', recordKind: 'case', recordId: ({ path }) => path.id },
    input: { path: byStatement.extend({ fileId: z.uuid() }), query: null, body: null },
    answer: 'bytes',
    handle: async (tx, { path }, ground) => imageAnswer(await readStatementFile(person(tx), ground, path)),
  }),
];
