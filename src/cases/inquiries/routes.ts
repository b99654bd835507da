import { z } from 'zod';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { change, insideCommand, person } from '../change-of-case.ts';
import { openedCase } from '../contract.ts';
import { may, relationToCase } from '../policy.ts';
import { openCasePage } from '../queries/case-page.ts';
import { endInquiryInput, planInquiryInput } from './contract.ts';
import { endInquiry, planInquiry } from './inquire.ts';

const byInquiry = z.strictObject({ id: z.uuid(), inquiryId: z.uuid() });

/** The doors of interviews and of requests for records. */
export const inquiryRoutes: AnyRoute[] = [
  change('inquiries', 'add-statement', 'Plan an interview or a request for records', planInquiryInput, planInquiry),
  route({
    method: 'POST',
    path: '/api/v1/cases/{id}/inquiries/{inquiryId}/end',
    summary: 'Say what came back',
    permission: may('add-statement', (tx, input: { path: { id: string } }) => relationToCase(tx, input.path.id)),
    audit: insideCommand,
    input: { path: byInquiry, query: null, body: endInquiryInput },
    answer: openedCase,
    async handle(tx, input, ground) {
      await endInquiry(person(tx), ground, input.path.id, input.path.inquiryId, input.body);
      return await openCasePage(person(tx), ground, input.path.id);
    },
  }),
];
