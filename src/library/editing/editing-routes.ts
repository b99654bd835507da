import { z } from 'zod';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import * as contract from '../contract.ts';
import { may } from '../policy.ts';
import { libraryBelow, libraryOf, lookAgain } from '../shelf.ts';
import { addLanguage } from './languages.ts';
import { listTexts, openText, openVersion } from './opened-text.ts';
import { previewText } from './preview-text.ts';
import { decideVersion, goBack, saveText, withdrawVersion } from './save-text.ts';
import type { TextPlace } from './written-text.ts';

const ofText = z.strictObject({ language: z.string().regex(/^[a-z]{2}$/), text: contract.textId });
const ofVersion = ofText.extend({ number: z.coerce.number().int().positive() });
const placeOf = ({ language, text }: z.infer<typeof ofText>): TextPlace => ({ language, id: text });
const person = (tx: Tx) => tx as Tx<PersonActor>;
const reading = { none: 'library texts are for everybody; drafts name nobody but who writes them' };
const at = '/api/v1/library/texts/{language}/{text}';

/** The doors of the library's desk: writing, looking, sending, approving, going back. */
export const editingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/library/texts',
    summary: 'Every text of the library by language, what stands and what waits',
    permission: may('see-library-desk'),
    audit: reading,
    input: { path: null, query: null, body: null },
    answer: contract.textList,
    prepare: (ground) => libraryBelow(ground),
    handle: (tx, { prepared }) => listTexts(tx, prepared),
  }),
  route({
    method: 'POST',
    path: '/api/v1/library/languages',
    summary: 'Add a language to write library texts in',
    permission: may('write-library'),
    audit: { inside: 'addLanguage writes library-language-added' },
    input: { path: null, query: null, body: contract.addedLanguage },
    answer: contract.textList,
    status: 201,
    prepare: (ground) => libraryBelow(ground),
    async handle(tx, { body, prepared }, ground) {
      await addLanguage(person(tx), ground, body);
      return await listTexts(tx, prepared);
    },
    after: lookAgain,
  }),
  route({
    method: 'GET',
    path: at,
    summary: 'One text: what stands, my draft, its history',
    permission: may('see-library-desk'),
    audit: reading,
    input: { path: ofText, query: null, body: null },
    answer: contract.openedText,
    prepare: (ground) => libraryBelow(ground),
    handle: (tx, { path, prepared }) => openText(person(tx), prepared, placeOf(path)),
  }),
  route({
    method: 'POST',
    path: `${at}/preview`,
    summary: 'A text as its page would show it, and what is wrong with it; nothing is kept',
    permission: may('write-library'),
    audit: { none: 'nothing is kept' },
    input: { path: ofText, query: null, body: contract.writtenText },
    answer: contract.textPreview,
    prepare: (ground, _, actor) => libraryOf(ground, actor),
    handle: async (_, { path, body, prepared }, ground) =>
      previewText(prepared, placeOf(path), body, ground.clock.now().toISOString().slice(0, 10)),
  }),
  route({
    method: 'POST',
    path: `${at}/draft`,
    summary: 'Keep my draft of a text, or send it to be approved',
    permission: may('write-library'),
    audit: { inside: 'saveText writes library-draft-saved or library-text-sent' },
    input: { path: ofText, query: null, body: contract.saveText },
    answer: contract.openedText,
    prepare: async (ground, _, actor) => ({
      below: await libraryBelow(ground),
      library: await libraryOf(ground, actor),
    }),
    async handle(tx, { path, body, prepared }, ground) {
      await openText(person(tx), prepared.below, placeOf(path));
      await saveText(person(tx), ground, prepared.library, placeOf(path), body);
      return await openText(person(tx), prepared.below, placeOf(path));
    },
  }),
  route({
    method: 'GET',
    path: `${at}/versions/{number}`,
    summary: 'One version of a text and what it changes, line by line',
    permission: may('see-library-desk'),
    audit: reading,
    input: { path: ofVersion, query: null, body: null },
    answer: contract.openedVersion,
    prepare: (ground) => libraryBelow(ground),
    handle: (tx, { path, prepared }) => openVersion(tx, prepared, placeOf(path), path.number),
  }),
  route({
    method: 'POST',
    path: `${at}/versions/{number}/withdrawal`,
    summary: 'Take back a version that nobody has decided yet',
    permission: may('write-library'),
    audit: { inside: 'withdrawVersion writes library-text-withdrawn' },
    input: { path: ofVersion, query: null, body: null },
    answer: contract.openedText,
    prepare: (ground) => libraryBelow(ground),
    async handle(tx, { path, prepared }, ground) {
      await withdrawVersion(person(tx), ground, placeOf(path), path.number);
      return await openText(person(tx), prepared, placeOf(path));
    },
  }),
  route({
    method: 'POST',
    path: `${at}/versions/{number}/decision`,
    summary: 'Approve a version that another person wrote, or return it with words',
    permission: may('approve-library'),
    audit: { inside: 'decideVersion writes library-text-approved or library-text-returned' },
    input: { path: ofVersion, query: null, body: contract.decideVersion },
    answer: contract.openedText,
    prepare: (ground) => libraryBelow(ground),
    async handle(tx, { path, body, prepared }, ground) {
      await decideVersion(person(tx), ground, placeOf(path), path.number, body);
      return await openText(person(tx), prepared, placeOf(path));
    },
    after: lookAgain,
  }),
  route({
    method: 'POST',
    path: `${at}/going-back`,
    summary: 'Let an earlier approved version stand again, or the text below the console',
    permission: may('write-library'),
    audit: { inside: 'goBack writes library-text-gone-back' },
    input: { path: ofText, query: null, body: contract.goBack },
    answer: contract.openedText,
    prepare: (ground) => libraryBelow(ground),
    async handle(tx, { path, body, prepared }, ground) {
      await goBack(person(tx), ground, placeOf(path), body);
      return await openText(person(tx), prepared, placeOf(path));
    },
    after: lookAgain,
  }),
];
