import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { read, send } from '../../../console/api/client.ts';
import type * as contract from '../../contract.ts';

export type CaseSharing = contract.CaseSharing;
export type Disclosure = contract.Disclosure;
export type Shared = contract.Shared;
export type ShareInput = z.input<typeof contract.shareInput>;

/** Reading is logged, so it is read again only when something happened to it. */
export const sharingQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['sharing', caseId],
    queryFn: () => read<CaseSharing>(`/cases/${caseId}/disclosures`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
export const shareFromCase = (caseId: string, input: ShareInput) => send<Shared>(`/cases/${caseId}/disclosures`, input);
export const withdrawDisclosure = (caseId: string, id: string, reason: string) =>
  send<CaseSharing>(`/cases/${caseId}/disclosures/${id}/withdrawal`, { reason });

export const partnerViewQuery = (id: string) =>
  queryOptions({
    queryKey: ['partner-view', id],
    queryFn: () => read<contract.PartnerView>(`/partner-views/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
