import { useQueryClient } from '@tanstack/react-query';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { MomentBox, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { OneOf } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { extendRequest, recordRequest, requestsQuery, type SubjectRequest, type SubjectRequests } from './calls.ts';
import { requestWords } from './words/index.ts';

/** Keeps what the server answers as what is read from now on. */
export const useRequestsAnswer = (caseId: string) => {
  const client = useQueryClient();
  return (answer: SubjectRequests) => client.setQueryData(requestsQuery(caseId).queryKey, answer);
};

const kinds = ['access', 'correction', 'restriction', 'objection'] as const;
const askers = ['subject', 'guardian'] as const;
const blank = { kind: '', askedBy: '', receivedAt: '', words: '', identity: '' };

/** Records what somebody asked, and how one made sure who it is. */
export const RecordForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(requestWords);
  const { timeZone } = useSpeech();
  const form = useForm<typeof blank, SubjectRequests>({
    draft: `request ${opened.id}`,
    initial: blank,
    check: ({ kind, askedBy, receivedAt, words, identity }) => ({
      ...(kind === '' && { kind: t('asks.missing-kind') }),
      ...(askedBy === '' && { askedBy: t('asks.missing-asker') }),
      ...(receivedAt === '' && { receivedAt: t('asks.missing-received') }),
      ...(words.trim() === '' && { words: t('asks.missing-words') }),
      ...(identity.trim() === '' && { identity: t('asks.missing-identity') }),
    }),
    send: (values) =>
      recordRequest(opened.id, {
        ...values,
        kind: values.kind as (typeof kinds)[number],
        askedBy: values.askedBy as (typeof askers)[number],
        receivedAt: instantOf(values.receivedAt, timeZone),
      }),
    done: useRequestsAnswer(opened.id),
    said: t('asks.done'),
  });
  return (
    <Form form={form} act={t('asks.act')} name={t('asks.record')} lesser>
      <OneOf
        form={form}
        name="kind"
        legend={t('asks.kind')}
        options={kinds.map((value) => ({ value, label: t(`asks.kind.${value}`) }))}
      />
      <OneOf
        form={form}
        name="askedBy"
        legend={t('asks.asker')}
        options={askers.map((value) => ({ value, label: t(`asks.asker.${value}`) }))}
      />
      <MomentBox form={form} name="receivedAt" label={t('asks.received')} />
      <TextArea form={form} name="words" label={t('asks.words')} rows={3} />
      <TextBox form={form} name="identity" label={t('asks.identity')} />
    </Form>
  );
};

/** Takes the further time that the law allows, once. */
export const ExtendForm = ({ caseId, request }: { caseId: string; request: SubjectRequest }) => {
  const { t } = useWords(requestWords);
  const form = useForm<{ reason: string; told: string }, SubjectRequests>({
    draft: `request later ${request.id}`,
    initial: { reason: '', told: '' },
    check: ({ reason, told }) => ({
      ...(reason.trim().length < 3 && { reason: t('asks.missing-reason') }),
      ...(told.trim().length < 3 && { told: t('asks.missing-told') }),
    }),
    send: (values) => extendRequest(caseId, request.id, { version: request.version, ...values }),
    done: useRequestsAnswer(caseId),
    said: t('asks.extend-done'),
  });
  return (
    <Form form={form} act={t('asks.extend-act')} name={t('asks.extend')} lesser>
      <TextArea form={form} name="reason" label={t('asks.extend-reason')} rows={2} />
      <TextBox form={form} name="told" label={t('asks.told')} />
    </Form>
  );
};
