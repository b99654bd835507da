import { useMutation } from '@tanstack/react-query';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { refusalOf } from '../../../console/api/refusal.ts';
import { useAnnounce } from '../../../console/kit/announce.tsx';
import { Words } from '../../../console/kit/facts.tsx';
import { Choice, TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { useCaseAnswer } from '../use-case-answer.ts';
import { type CaseExtract, endExtract, giveExtract, takeAnswer } from './calls.ts';
import { GivenStatements } from './given-statements.tsx';
import { extractWords } from './words/index.ts';

const GiveForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(extractWords);
  const readers = opened.team.filter(({ part }) => part === 'consultant');
  const form = useForm({
    draft: `extract ${opened.id}`,
    initial: { readerId: '', question: '', statementIds: [] as string[] },
    check: ({ readerId, question, statementIds }) => ({
      ...(readerId === '' && { readerId: t('extract.missing-reader') }),
      ...(question.trim().length < 3 && { question: t('extract.missing-question') }),
      ...(statementIds.length === 0 && { statementIds: t('extract.missing-statements') }),
    }),
    send: (values) => giveExtract(opened.id, values),
    done: useCaseAnswer(),
    said: t('extract.done'),
  });
  const statements = opened.statements.map(({ id, position, words }) => ({
    value: id,
    label: `${position}. ${words}`,
  }));
  return (
    <Form form={form} act={t('extract.act')} name={t('extract.ask')} lesser>
      <Choice
        form={form}
        name="readerId"
        label={t('extract.reader')}
        options={readers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea form={form} name="question" label={t('extract.question')} hint={t('extract.question-hint')} rows={2} />
      {statements.length === 0 && <p>{t('extract.no-statements')}</p>}
      <Ticks
        form={form}
        name="statementIds"
        legend={t('extract.which')}
        hint={t('extract.which-hint')}
        options={statements}
      />
    </Form>
  );
};

interface ExtractProps {
  opened: OpenedCase;
  extract: CaseExtract;
  leads: boolean;
}

/** Runs one act about an extract, says what was done and puts the case that came back on the screen. */
const useExtractAct = () => {
  const take = useCaseAnswer();
  const announce = useAnnounce();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ work }: { work(): Promise<OpenedCase>; said: string }) => work(),
    onSuccess: (answer, { said }) => {
      take(answer);
      announce(said);
    },
  });
  return { act: mutate, busy: isPending, refusal: error && <RefusalNotice refusal={refusalOf(error)} /> };
};

const Answers = ({ opened, extract, leads }: ExtractProps) => {
  const { t } = useWords(extractWords);
  const { act, busy, refusal } = useExtractAct();
  const positionOf = (id: string) => opened.statements.find((each) => each.id === id)?.position ?? '';
  if (extract.answers.length === 0) return <p className="hint">{t('extract.no-answer')}</p>;
  return (
    <>
      {extract.answers.map(({ id, at, words, statementId }) => (
        <div key={id}>
          <p className="hint">
            {t('extract.answer')} · <Moment at={at} />
          </p>
          <Words>{words}</Words>
          {statementId !== null && (
            <p className="hint">{t('extract.recorded', { position: positionOf(statementId) })}</p>
          )}
          {statementId === null && leads && (
            <button
              type="button"
              disabled={busy}
              onClick={() => act({ work: () => takeAnswer(opened.id, extract.id, id), said: t('extract.taken') })}
            >
              {t('extract.take')}
            </button>
          )}
        </div>
      ))}
      {refusal}
    </>
  );
};

const Ended = ({ ended }: { ended: NonNullable<CaseExtract['ended']> }) => {
  const { t } = useWords(extractWords);
  return (
    <p className="hint">
      {t('extract.ended')} <Moment at={ended.at} /> ·{' '}
      {ended.by ? t('extract.ended-by', { name: ended.by.name }) : t('extract.ended-itself')}
    </p>
  );
};

const OneExtract = (props: ExtractProps) => {
  const { opened, extract, leads } = props;
  const { t } = useWords(extractWords);
  const { act, busy, refusal } = useExtractAct();
  return (
    <li className="card">
      <p>
        <strong>{t('extract.one', { reader: extract.reader.name })}</strong> ·{' '}
        {t('extract.given-by', { name: extract.by.name })} · <Moment at={extract.at} />
      </p>
      {extract.ended && <Ended ended={extract.ended} />}
      <Words>{extract.question}</Words>
      <Fold title={t('extract.what', { count: extract.statements.length })}>
        <GivenStatements statements={extract.statements} />
      </Fold>
      <Answers {...props} />
      {refusal}
      {leads && !extract.ended && (
        <p className="form-acts">
          <button
            type="button"
            disabled={busy}
            onClick={() => act({ work: () => endExtract(opened.id, extract.id), said: t('extract.end-done') })}
          >
            {t('extract.end')}
          </button>
        </p>
      )}
    </li>
  );
};

/** Who gave what to which consultant, what came back, and a way to ask; nothing where nobody is consulted. */
export const ExtractsOfCase = ({ opened, leads }: { opened: OpenedCase; leads: boolean }) => {
  const { t } = useWords(extractWords);
  const asks = leads && opened.team.some(({ part }) => part === 'consultant');
  if (!asks && opened.extracts.length === 0) return null;
  return (
    <>
      <h3>{t('extract.title')}</h3>
      <p className="hint">{t('extract.about')}</p>
      <ul className="cards">
        {opened.extracts.map((extract) => (
          <OneExtract key={extract.id} opened={opened} extract={extract} leads={leads} />
        ))}
      </ul>
      {asks && (
        <Fold title={t('extract.ask')}>
          <GiveForm opened={opened} />
        </Fold>
      )}
    </>
  );
};
