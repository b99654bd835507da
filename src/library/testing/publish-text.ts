import type { Program } from '../../../tests/program/program.ts';
import { aWrittenText } from '../../../tests/program/stage.ts';

type Text = { language: string; id: string; fields: object };

/** The coordinator writes a text and the custodian approves it; gives the answer to the approval. */
export const publishText = async (program: Program, { language, id, fields }: Text) => {
  const at = `/api/v1/library/texts/${language}/${id}`;
  const cora = await program.signIn('coordinator');
  await cora.call('POST', `${at}/draft`, { fields: { ...aWrittenText, ...fields }, send: true });
  const cus = await program.signIn('custodian');
  return await cus.call('POST', `${at}/versions/1/decision`, { decision: 'approve', words: '', position: 0 });
};

/** A language that is written from right to left, for which French stands in. */
export const arabic = { code: 'ar', name: 'العربية', direction: 'rtl', fallsBackTo: 'fr' };
