import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { read, send } from '../../../console/api/client.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { useAnnounce } from '../../../console/kit/announce.tsx';
import type * as contract from '../../contract.ts';

export type CasePeople = contract.CasePeople;
export type CasePerson = contract.CasePerson;

/** Reading is logged and looks for the same identifiers, so it is read again only when something happened to it. */
export const peopleQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['people-of-case', caseId],
    queryFn: () => read<CasePeople>(`/cases/${caseId}/people`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

const about = (caseId: string, id: string) => `/cases/${caseId}/people/${id}`;
export const writePerson = (caseId: string, input: z.input<typeof contract.writePersonInput>) =>
  send<CasePeople>(`/cases/${caseId}/people`, input);
export const removePerson = (caseId: string, id: string) =>
  send<CasePeople>(about(caseId, id), {}, { method: 'DELETE' });
export const identifyPerson = (caseId: string, id: string, input: z.input<typeof contract.personIdentifierInput>) =>
  send<CasePeople>(`${about(caseId, id)}/identifiers`, input);
export const linkPerson = (caseId: string, id: string, input: z.input<typeof contract.samePersonInput>) =>
  send<CasePeople>(`${about(caseId, id)}/links`, input);

/** Puts the people that an act gave back on the screen. */
export const useTakePeople = (caseId: string) => {
  const client = useQueryClient();
  return (answer: CasePeople): void => {
    client.setQueryData(peopleQuery(caseId).queryKey, answer);
    // Its statements show people by the pseudonyms that they have now.
    void client.invalidateQueries({ queryKey: ['case', caseId] });
  };
};

/** Runs one act at a time and says what was done. */
export const usePeopleAct = (caseId: string) => {
  const take = useTakePeople(caseId);
  const announce = useAnnounce();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ work }: { work: () => Promise<CasePeople>; said: string }) => await work(),
    onSuccess: (answer, { said }) => {
      take(answer);
      announce(said);
    },
  });
  const act = (work: () => Promise<CasePeople>, said: string) => mutate({ work, said });
  return { act, busy: isPending, refusal: error === null ? null : refusalOf(error) };
};
