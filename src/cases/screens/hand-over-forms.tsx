import { changeDeputy, type OpenedCase, offerLead } from '../../console/api/cases.ts';
import { Choice, MomentBox, TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Newer } from '../../console/kit/newer.tsx';
import { useNow } from '../../console/kit/now.tsx';
import { usePeopleOptions } from '../../console/kit/people.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { Ticks } from '../../console/kit/ticks.tsx';
import { instantOf, wallTime } from '../../console/kit/zoned.ts';
import { caseWords } from '../words/index.ts';
import { LeadStory } from './lead-story.tsx';
import { useCaseAnswer } from './use-case-answer.ts';

const aDay = 24 * 60 * 60_000;

interface OfferValues {
  toIds: string[];
  deputyAfterId: string;
  expiresAt: string;
  note: string;
}

/** Offers the lead to one person or to several; until one of them accepts, nothing changes. */
export const OfferForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const { timeZone } = useSpeech();
  const now = useNow();
  const people = usePeopleOptions(({ roles }) => roles.some((role) => !['overseer', 'administrator'].includes(role)));
  const form = useForm<OfferValues, OpenedCase>({
    draft: `offer ${opened.id}`,
    initial: {
      toIds: [],
      deputyAfterId: opened.deputy.id,
      expiresAt: wallTime(now + aDay, timeZone),
      note: '',
    },
    check: ({ toIds, deputyAfterId, expiresAt }) => ({
      ...(toIds.length === 0 && { toIds: t('hand-over.missing-to') }),
      ...(toIds.length > 8 && { toIds: t('hand-over.too-many') }),
      ...(deputyAfterId === '' && { deputyAfterId: t('hand-over.missing-deputy') }),
      ...(toIds.includes(deputyAfterId) && { deputyAfterId: t('hand-over.same-person') }),
      ...(expiresAt === '' && { expiresAt: t('hand-over.missing-expiry') }),
    }),
    version: opened.version,
    send: (values, version) =>
      offerLead(opened.id, {
        ...values,
        expiresAt: instantOf(values.expiresAt, timeZone),
        version,
      }),
    done: useCaseAnswer(),
    said: t('hand-over.done'),
  });
  const others = people.filter(({ value }) => value !== opened.lead.id);
  return (
    <Form form={form} act={t('hand-over.act')} name={t('hand-over.title')} lesser>
      <p>{t('hand-over.words')}</p>
      <Newer form={form} theirs={<LeadStory opened={opened} />} mine={<p>{form.values.note}</p>} />
      <Ticks form={form} name="toIds" legend={t('hand-over.to')} hint={t('hand-over.to-hint')} options={others} />
      <Choice form={form} name="deputyAfterId" label={t('hand-over.deputy-after')} options={people} />
      <MomentBox form={form} name="expiresAt" label={t('hand-over.expires')} />
      <TextArea form={form} name="note" label={t('hand-over.note')} rows={2} optional />
    </Form>
  );
};

/** Names another deputy, at once. */
export const DeputyForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const people = usePeopleOptions(({ id }) => id !== opened.lead.id && id !== opened.deputy.id);
  const form = useForm({
    draft: `deputy ${opened.id}`,
    initial: { deputyId: '' },
    check: ({ deputyId }) => (deputyId === '' ? { deputyId: t('deputy.missing') } : {}),
    version: opened.version,
    send: ({ deputyId }, version) => changeDeputy(opened.id, { deputyId, version }),
    done: useCaseAnswer(),
    said: t('deputy.done'),
  });
  const mine = people.find(({ value }) => value === form.values.deputyId)?.label;
  return (
    <Form form={form} act={t('deputy.act')} name={t('deputy.title')} lesser>
      <Newer form={form} theirs={<LeadStory opened={opened} />} mine={<p>{mine}</p>} />
      <Choice form={form} name="deputyId" label={t('deputy.new')} options={people} />
    </Form>
  );
};
