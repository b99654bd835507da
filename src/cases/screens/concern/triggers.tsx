import type { OpenedCase } from '../../../console/api/cases.ts';
import { Choice, MomentBox, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { triggerKinds } from '../../words/vocabulary.ts';
import { addTrigger, askConcern } from '../calls.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { concernWords } from './words/index.ts';

type Kind = (typeof triggerKinds)[number];

const TriggerForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(concernWords);
  const { timeZone } = useSpeech();
  const form = useForm({
    draft: `trigger ${opened.id}`,
    initial: { kind: '', at: '', note: '' },
    check: ({ kind, at }) => ({
      ...(kind === '' && { kind: t('ask.missing-why') }),
      ...(at === '' && { at: t('trigger.missing-at') }),
    }),
    send: ({ kind, at, note }) => addTrigger(opened.id, { kind: kind as Kind, note, at: instantOf(at, timeZone) }),
    done: useCaseAnswer(),
    said: t('trigger.done'),
  });
  const kinds = triggerKinds.map((value) => ({ value, label: t(`why.${value}`) }));
  return (
    <Form form={form} act={t('trigger.act')} name={t('trigger.add')} lesser>
      <Choice form={form} name="kind" label={t('trigger.kind')} options={kinds} />
      <MomentBox form={form} name="at" label={t('trigger.at')} />
      <TextBox form={form} name="note" label={t('trigger.note')} optional />
    </Form>
  );
};

/** The dates ahead that could weigh; on each of them the level is asked again. */
export const Triggers = ({ opened, mayWrite }: { opened: OpenedCase; mayWrite: boolean }) => {
  const { t } = useWords(concernWords);
  const { triggers } = opened.concern;
  return (
    <>
      {triggers.length === 0 && <Empty>{t('trigger.none')}</Empty>}
      <ul>
        {triggers.map((trigger) => (
          <li key={trigger.id}>
            <Moment at={trigger.at} /> · {t(`why.${trigger.kind}`)} {trigger.note && `· ${trigger.note}`}{' '}
            {trigger.askedAt && `(${t('trigger.asked')})`}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Fold title={t('trigger.add')}>
          <TriggerForm opened={opened} />
        </Fold>
      )}
    </>
  );
};

/** Asks two people to rate anew, because something has changed. */
export const AskForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(concernWords);
  const form = useForm({
    draft: `ask concern ${opened.id}`,
    initial: { why: '' },
    check: ({ why }) => (why === '' ? { why: t('ask.missing-why') } : {}),
    send: ({ why }) => askConcern(opened.id, { why: why as Kind | 'review' }),
    done: useCaseAnswer(),
    said: t('ask.done'),
  });
  const kinds = (['review', ...triggerKinds] as const).map((value) => ({ value, label: t(`why.${value}`) }));
  return (
    <Form form={form} act={t('ask.act')} name={t('ask.title')} lesser>
      <Choice form={form} name="why" label={t('ask.why')} options={kinds} />
    </Form>
  );
};
