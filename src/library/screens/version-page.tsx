import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import {
  type ChangedLine,
  decideVersion,
  type OpenedText,
  type OpenedVersion,
  type TextPlace,
  textQuery,
  versionQuery,
  withdrawVersion,
} from '../../console/api/library.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole, useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { libraryDeskWords } from './words/index.ts';

const Line = ({ line: { kind, text } }: { line: ChangedLine }) => {
  const { t } = useWords(libraryDeskWords);
  if (kind === 'left-out') return <li className="change-gap">{t('version.left-out', { count: Number(text) })}</li>;
  if (kind === 'same') return <li className="change-same">{text}</li>;
  return (
    <li className={`change-${kind}`}>
      <span className="unseen">{t(`version.${kind}`)} </span>
      {kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
    </li>
  );
};

const Changes = ({ changes, language }: { changes: readonly ChangedLine[]; language: string }) => (
  <ol className="changes" lang={language} dir="auto">
    {changes.map((line, nth) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and the list never changes
      <Line key={nth} line={line} />
    ))}
  </ol>
);

const useSettled = (place: TextPlace) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (opened: OpenedText) => {
    client.setQueryData(textQuery(place).queryKey, opened);
    void client.invalidateQueries({ queryKey: ['library-texts'] });
    void client.invalidateQueries({ queryKey: ['library-version'] });
    navigate(`/library/texts/${place.language}/${place.id}`);
  };
};

interface DecisionProps {
  place: TextPlace;
  number: number;
  position: number;
}

const Decision = ({ place, number, position }: DecisionProps) => {
  const { t } = useWords(libraryDeskWords);
  const settled = useSettled(place);
  const form = useForm<{ decision: '' | 'approve' | 'return'; words: string }, OpenedText>({
    draft: `library decision ${place.language} ${place.id} ${number}`,
    initial: { decision: '', words: '' },
    check: ({ decision, words }) => ({
      ...(decision === '' && { decision: t('version.missing-decision') }),
      ...(decision === 'return' && words.trim() === '' && { words: t('version.missing-words') }),
    }),
    send: ({ decision, words }) =>
      decideVersion(place, number, { decision: decision || 'return', words: words.trim(), position }),
    done: settled,
    said: t('version.decided'),
  });
  return (
    <Part title={t('version.decide')}>
      <Form form={form} act={t('version.decide-act')} name={t('version.decide')}>
        <OneOf
          form={form}
          name="decision"
          legend={t('version.decide')}
          options={(['approve', 'return'] as const).map((value) => ({ value, label: t(`version.${value}`) }))}
        />
        <TextArea
          form={form}
          name="words"
          label={t('version.words')}
          hint={t('version.words-hint')}
          rows={3}
          optional
        />
      </Form>
    </Part>
  );
};

const Withdrawal = ({ place, number }: { place: TextPlace; number: number }) => {
  const { t } = useWords(libraryDeskWords);
  const withdraw = useMutation({ mutationFn: () => withdrawVersion(place, number), onSuccess: useSettled(place) });
  return (
    <>
      {withdraw.error && <RefusalNotice refusal={refusalOf(withdraw.error)} />}
      <button type="button" onClick={() => withdraw.mutate()} disabled={withdraw.isPending}>
        {t('version.withdraw')}
      </button>
    </>
  );
};

const Written = ({ opened: { version } }: { opened: OpenedVersion }) => {
  const { t } = useWords(libraryDeskWords);
  const { decider, decidedAt } = version;
  return (
    <>
      <Facts
        rows={[
          [t('version.written'), <span key="by">{version.author.name}</span>],
          [t('due.since'), <Moment key="at" at={version.writtenAt} />],
          decider !== null &&
            decidedAt !== null && [
              t('version.decided-by'),
              <span key="decided">
                {decider.name} · <Moment at={decidedAt} />
              </span>,
            ],
        ]}
      />
      {version.words && <Words>{version.words}</Words>}
    </>
  );
};

const Opened = ({ opened, place, position }: { opened: OpenedVersion; place: TextPlace; position: number }) => {
  const { t } = useWords(libraryDeskWords);
  const { person } = useSession();
  const mayWrite = useHasRole('coordinator', 'administrator');
  const { version, changes, fields } = opened;
  const isOpen = version.state === 'waiting' || version.state === 'draft';
  const isOwn = version.author.id === person.id;
  return (
    <>
      <Written opened={opened} />
      {version.state === 'waiting' && isOwn && (
        <Notice>
          <p>{t('version.own')}</p>
        </Notice>
      )}
      <Part title={t('version.changes')}>
        <Changes changes={changes} language={place.language} />
      </Part>
      <details className="fold">
        <summary>{t('version.preview')}</summary>
        <pre className="fold-inside written-body" lang={place.language} dir="auto">
          {fields.body}
        </pre>
      </details>
      {version.state === 'waiting' && !isOwn && <Decision place={place} number={version.number} position={position} />}
      {isOpen && mayWrite && <Withdrawal place={place} number={version.number} />}
    </>
  );
};

/** One version of a text: who wrote it, what it changes line by line, and the decision of a second person. */
export const VersionPage = () => {
  const { t } = useWords(libraryDeskWords);
  const { language = '', text: id = '', number = '' } = useParams();
  const place = { language, id };
  const version = useQuery(versionQuery(place, Number(number)));
  const text = useQuery(textQuery(place));
  const state = version.data?.version.state;
  return (
    <Page
      title={t('version.title', { number })}
      kicker={
        <>
          <Link to={`/library/texts/${language}/${id}`}>{text.data?.fields?.title ?? id}</Link> · {language}
        </>
      }
      beside={state && <StateMark tone={state === 'approved' ? 'good' : 'quiet'}>{t(`state.${state}`)}</StateMark>}
    >
      <Reading of={version}>
        {(opened) => (
          <Reading of={text}>{({ position }) => <Opened opened={opened} place={place} position={position} />}</Reading>
        )}
      </Reading>
    </Page>
  );
};
