import { anExport } from '../program/archive.ts';
import { must } from '../program/must.ts';
import type { Program } from '../program/program.ts';
import { aShare } from '../program/sharing.ts';
import { aSubjectRequest, type Stage } from '../program/stage.ts';

/** Plants a word in what is asked by the other side, shared with others and written of people around a case. */
export async function plantAroundCases(
  program: Program,
  { openCase, said, sessions: { duty, custodian } }: Stage,
  canary: (field: string) => string,
): Promise<void> {
  const send = <T>(name: string, body: object) =>
    must<T>(duty.call('POST', `/api/v1/cases/${openCase.id}/${name}`, body));
  const asked = { ...aSubjectRequest(program), words: canary('words'), identity: canary('identity') };
  const { requests } = await send<{ requests: { id: string }[] }>('subject-requests', asked);
  const request = requests.at(-1)!.id;
  await send(`subject-requests/${request}/extension`, { version: 1, reason: canary('reason'), told: canary('told') });
  await send(`subject-requests/${request}/answer`, {
    version: 2,
    outcome: 'in-part',
    words: canary('words'),
    give: { summary: true },
    blackOut: [canary('blackOut')],
    withheld: canary('withheld'),
    hearing: canary('hearing'),
  });
  const { version } = await must<{ version: number }>(duty.call('GET', `/api/v1/cases/${openCase.id}`));
  await send('validations', { version, words: canary('words') });
  await send('people', {
    part: 'family',
    pseudonym: canary('pseudonym'),
    name: canary('name'),
    note: canary('note'),
  });
  await send('extracts', {
    readerId: custodian.person.personId,
    question: canary('question'),
    statementIds: [said.statement],
  });
  const advice = await must<{ advice: { id: string }[] }>(custodian.call('GET', '/api/v1/my-day'));
  const answers = `/api/v1/extracts/${advice.advice.at(-1)!.id}/answers`;
  await must(custodian.call('POST', answers, { words: canary('words') }));
  const shared = {
    ...aShare(program),
    recipient: { kind: 'agency', name: canary('name'), reach: canary('reach') },
    basisNote: canary('basisNote'),
    necessity: canary('necessity'),
  };
  await send('disclosures', { ...shared, summary: canary('summary') });
  const { recipient, basisNote, necessity } = shared;
  await send('archive', { ...anExport(program), recipient, basisNote, necessity });
  await send('disclosures', { ...shared, gives: 'contact', askOf: canary('askOf'), summary: '', way: 'phone' });
}
