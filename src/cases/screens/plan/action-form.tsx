import { addAction, type CaseAction, type OpenedCase } from '../../../console/api/cases.ts';
import { Choice, MomentBox, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { caseWords } from '../../words/index.ts';
import {
  type ActionCategory,
  type ActionKind,
  actionCatalogue,
  actionCategories,
  entryOf,
} from '../../words/vocabulary.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { planWords } from './words/index.ts';

interface Preset {
  category: ActionCategory;
  kind: ActionKind;
  words: string;
}

interface Values {
  words: string;
  category: string;
  kind: string;
  service: string;
  fallback: string;
  assigneeId: string;
  dueAt: string;
  resultDueAt: string;
  needsVerification: boolean;
}

const kindsIn = (category: string) =>
  category === '' ? [] : (Object.keys(actionCatalogue[category as ActionCategory]) as ActionKind[]);

const isReferral = ({ category, kind }: Values): boolean =>
  kind !== '' && entryOf(category as ActionCategory, kind as ActionKind)?.referral === true;

const valuesOf = (preset: Preset | undefined): Values => ({
  words: preset?.words ?? '',
  category: preset?.category ?? '',
  kind: preset?.kind ?? '',
  service: '',
  fallback: '',
  assigneeId: '',
  dueAt: '',
  resultDueAt: '',
  needsVerification: false,
});

/** Gives something out of the catalogue, or of one's own, to somebody of the team. */
export const ActionForm = ({ opened, preset }: { opened: OpenedCase; preset?: Preset }) => {
  const { t } = useWords(caseWords);
  const plan = useWords(planWords);
  const { timeZone } = useSpeech();
  const form = useForm<Values, OpenedCase>({
    draft: `action ${opened.id} ${preset?.kind ?? ''}`,
    initial: valuesOf(preset),
    check: (values) => ({
      ...(values.words.trim() === '' && { words: t('action.missing-words') }),
      ...(values.category === '' && { category: t('action.missing-category') }),
      ...(values.assigneeId === '' && { assigneeId: t('action.missing-assignee') }),
      ...(values.dueAt === '' && { dueAt: t('action.missing-due') }),
      ...(isReferral(values) && values.service.trim() === '' && { service: plan.t('plan.missing-service') }),
      ...(isReferral(values) && values.fallback.trim() === '' && { fallback: plan.t('plan.missing-fallback') }),
    }),
    send: (values) =>
      addAction(opened.id, {
        words: values.words,
        assigneeId: values.assigneeId,
        needsVerification: values.needsVerification,
        category: values.category as CaseAction['category'],
        kind: (kindsIn(values.category) as string[]).includes(values.kind) ? (values.kind as ActionKind) : null,
        dueAt: instantOf(values.dueAt, timeZone),
        resultDueAt: values.resultDueAt ? instantOf(values.resultDueAt, timeZone) : null,
        ...(isReferral(values) ? { service: values.service, fallback: values.fallback } : {}),
      }),
    done: useCaseAnswer(),
    said: t('action.done-adding'),
  });
  const { values } = form;
  const categories = actionCategories.map((value) => ({ value, label: t(`category.${value}`) }));
  const kinds = kindsIn(values.category).map((value) => ({ value, label: plan.t(`kind.${value}`) }));
  const team = opened.team
    .filter(({ part }) => part !== 'consultant')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form form={form} act={t('action.act')} name={preset?.words ?? t('action.add')} lesser>
      {!preset && (
        <>
          <Choice form={form} name="category" label={t('action.category')} options={categories} />
          {kinds.length > 0 && (
            <Choice
              form={form}
              name="kind"
              label={plan.t('plan.kind')}
              hint={plan.t('plan.kind-hint')}
              options={kinds}
              optional
            />
          )}
        </>
      )}
      <TextArea form={form} name="words" label={t('action.words')} rows={2} />
      {isReferral(values) && (
        <>
          <TextBox form={form} name="service" label={plan.t('plan.service')} hint={plan.t('plan.service-hint')} />
          <TextArea form={form} name="fallback" label={plan.t('plan.fallback')} rows={2} />
        </>
      )}
      <Choice form={form} name="assigneeId" label={t('action.assignee')} options={team} />
      <MomentBox form={form} name="dueAt" label={t('action.due')} />
      <MomentBox
        form={form}
        name="resultDueAt"
        label={plan.t('plan.result-due')}
        hint={plan.t('plan.result-due-hint')}
        optional
      />
      <Tick form={form} name="needsVerification" label={plan.t('plan.verify')} />
    </Form>
  );
};
