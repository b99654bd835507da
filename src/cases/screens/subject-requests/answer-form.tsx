import type { OpenedCase } from '../../../console/api/cases.ts';
import { TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OneOf, Ticks } from '../../../console/kit/ticks.tsx';
import { answerRequest, type SubjectRequest, type SubjectRequests } from './calls.ts';
import { useRequestsAnswer } from './request-forms.tsx';
import { requestWords } from './words/index.ts';

const outcomes = ['granted', 'in-part', 'refused'] as const;
type Values = { outcome: string; words: string; give: string[]; blackOut: string; withheld: string; hearing: string };

const short = (words: string) => (words.length > 160 ? `${words.slice(0, 160)}…` : words);

/** What can be given: everything of the case but who told and recorded it; what somebody told is not ticked by itself. */
const usePartsOf = (opened: OpenedCase) => {
  const { t } = useWords(requestWords);
  return [
    ...(opened.summary === ''
      ? []
      : [{ value: 'summary', label: t('asks.give-summary', { words: short(opened.summary) }), isTold: false }]),
    { value: 'level', label: t('asks.give-level'), isTold: false },
    ...opened.statements.map(({ id, kind, words }) => ({
      value: `statement ${id}`,
      label: t('asks.give-statement', { kind: t(`asks.kind-${kind}`), words: short(words) }),
      isTold: kind === 'told',
    })),
    ...opened.actions.map(({ id, words }) => ({
      value: `action ${id}`,
      label: t('asks.give-action', { words: short(words) }),
      isTold: false,
    })),
  ];
};

const idsOf = (give: readonly string[], what: 'statement' | 'action') =>
  give.filter((each) => each.startsWith(`${what} `)).map((each) => each.slice(what.length + 1));

/** Answers for good: the words to the asker, what is given with them, what is blacked out, and why something is left out. */
export const AnswerForm = ({ opened, request }: { opened: OpenedCase; request: SubjectRequest }) => {
  const { t } = useWords(requestWords);
  const parts = usePartsOf(opened);
  const form = useForm<Values, SubjectRequests>({
    draft: `request answer ${request.id}`,
    initial: {
      outcome: '',
      words: '',
      give: request.kind === 'access' ? parts.filter(({ isTold }) => !isTold).map(({ value }) => value) : [],
      blackOut: '',
      withheld: '',
      hearing: '',
    },
    check: ({ outcome, words, withheld }) => ({
      ...(outcome === '' && { outcome: t('asks.missing-outcome') }),
      ...(words.trim() === '' && { words: t('asks.missing-letter') }),
      ...(outcome !== 'granted' && withheld.trim().length < 3 && { withheld: t('asks.missing-withheld') }),
    }),
    send: ({ outcome, give, blackOut, ...said }) =>
      answerRequest(opened.id, request.id, {
        ...said,
        version: request.version,
        outcome: outcome as (typeof outcomes)[number],
        give: {
          summary: give.includes('summary'),
          level: give.includes('level'),
          statements: idsOf(give, 'statement'),
          actions: idsOf(give, 'action'),
        },
        blackOut: blackOut
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line.length > 1),
      }),
    done: useRequestsAnswer(opened.id),
    said: t('asks.answer-done'),
  });
  return (
    <Form form={form} act={t('asks.answer-act')} name={t('asks.answer')} grave>
      <OneOf
        form={form}
        name="outcome"
        legend={t('asks.outcome')}
        options={outcomes.map((value) => ({ value, label: t(`asks.outcome.${value}`) }))}
      />
      <TextArea form={form} name="words" label={t('asks.letter')} rows={5} />
      <Ticks form={form} name="give" legend={t('asks.give')} hint={t('asks.give-hint')} options={parts} />
      <TextArea
        form={form}
        name="blackOut"
        label={t('asks.black-out')}
        hint={t('asks.black-out-hint')}
        rows={3}
        optional
      />
      <TextArea form={form} name="withheld" label={t('asks.withheld')} rows={3} />
      <TextArea form={form} name="hearing" label={t('asks.hearing')} rows={3} optional />
    </Form>
  );
};
