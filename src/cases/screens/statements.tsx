import { addStatement, type OpenedCase, type Statement } from '../../console/api/cases.ts';
import { Event, Story, Words } from '../../console/kit/facts.tsx';
import { TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty, Fold } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { caseWords } from '../words/index.ts';
import { useCaseAnswer } from './use-case-answer.ts';

interface Values {
  kind: Statement['kind'] | '';
  words: string;
  source: string;
  happened: string;
}

const StatementForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const form = useForm<Values, OpenedCase>({
    draft: `statement ${opened.id}`,
    initial: { kind: '', words: '', source: '', happened: '' },
    check: ({ kind, words, source }) => ({
      ...(kind === '' && { kind: t('statement.missing-kind') }),
      ...(words.trim() === '' && { words: t('statement.missing-words') }),
      ...(source.trim() === '' && { source: t('statement.missing-source') }),
    }),
    send: (values) => addStatement(opened.id, { ...values, kind: values.kind as Statement['kind'] }),
    done: useCaseAnswer(),
    said: t('statement.done'),
  });
  const kinds = (['seen', 'told', 'assessed'] as const).map((value) => ({
    value,
    label: t(`statement.${value}`),
    hint: t(`statement-hint.${value}`),
  }));
  return (
    <Form form={form} act={t('statement.act')} name={t('statement.add')} lesser>
      <OneOf form={form} name="kind" legend={t('statement.kind')} options={kinds} />
      <TextArea form={form} name="words" label={t('statement.words')} />
      <TextBox form={form} name="source" label={t('statement.source')} hint={t('statement.source-hint')} />
      <TextBox form={form} name="happened" label={t('statement.happened')} optional />
    </Form>
  );
};

const mayWrite: readonly OpenedCase['myPart'][] = ['lead', 'deputy', 'member'];

/** What is known, each sentence marked as seen, told or assessed, with its source. */
export const Statements = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  return (
    <>
      {opened.statements.length === 0 && <Empty>{t('statements.none')}</Empty>}
      <Story>
        {opened.statements.map((statement) => (
          <Event
            key={statement.id}
            when={
              <>
                <span className={`kind kind-${statement.kind}`}>{t(`statement.${statement.kind}`)}</span>{' '}
                <Moment at={statement.recordedAt} /> · {statement.recordedBy.name}
              </>
            }
          >
            <Words>{statement.words}</Words>
            <p className="hint">
              {t('statement.from', { source: statement.source })}
              {statement.happened && ` · ${statement.happened}`}
            </p>
          </Event>
        ))}
      </Story>
      {opened.state === 'open' && mayWrite.includes(opened.myPart) && (
        <Fold title={t('statement.add')}>
          <StatementForm opened={opened} />
        </Fold>
      )}
    </>
  );
};
