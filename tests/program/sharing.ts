import type { Program } from './program.ts';
import type { HeldSession } from './sessions.ts';

/** A choice in the sharing wizard that its door takes. */
export const aShare = (program: Program) => ({
  gives: 'summary',
  summary: 'He is supported by his tutor.',
  recipient: { kind: 'agency', name: 'The youth service', reach: '' },
  basis: 'gdpr-public-task',
  necessity: 'They see him tomorrow.',
  isEmergency: false,
  endsAt: new Date(program.clock.now().getTime() + 10 * 86_400_000).toISOString(),
  way: 'view',
  language: 'en',
});

/** Somebody entered into a case by their pseudonym; gives their id. */
export async function enterPerson(by: HeldSession, caseId: string): Promise<string> {
  const answer = await by.call('POST', `/api/v1/cases/${caseId}/people`, { part: 'subject', pseudonym: 'Grey' });
  return (answer.body as { people: { id: string }[] }).people[0]!.id;
}

export type SharedView = { disclosure: string; number: string; code: string };

/** Shares from a case by a view that opens once, and gives what opens it. */
export async function shareByView(program: Program, by: HeldSession, caseId: string): Promise<SharedView> {
  const answer = await by.call('POST', `/api/v1/cases/${caseId}/disclosures`, aShare(program));
  const { disclosureId, view } = answer.body as { disclosureId: string; view: { link: string; code: string } };
  return { disclosure: disclosureId, number: view.link.split('#')[1]!, code: view.code };
}
