import { must } from './must.ts';
import type { HeldSession } from './sessions.ts';

export type AnsweredExtract = { id: string; answer: string };

/** Gives a consultant of the case one statement to read, who answers; gives the ids of both. */
export async function answeredExtract(
  lead: HeldSession,
  consultant: HeldSession,
  caseId: string,
  statementId: string,
): Promise<AnsweredExtract> {
  type Page = { extracts: { id: string; answers: { id: string }[] }[] };
  const at = `/api/v1/cases/${caseId}`;
  const { extracts } = await must<Page>(
    lead.call('POST', `${at}/extracts`, anExtract(consultant.person.personId, statementId)),
  );
  const { id } = extracts[0]!;
  await must(consultant.call('POST', `/api/v1/extracts/${id}/answers`, { words: 'It can pass.' }));
  const page = await must<Page>(lead.call('GET', at));
  return { id, answer: page.extracts[0]!.answers[0]!.id };
}

/** What a lead gives a consultant to read, as its door takes it. */
export const anExtract = (readerId: string, statementId: string) => ({
  readerId,
  question: 'What do you make of it?',
  statementIds: [statementId],
});
