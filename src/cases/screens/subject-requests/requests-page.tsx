import { useQuery } from '@tanstack/react-query';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { Facts, Words } from '../../../console/kit/facts.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Due, Moment } from '../../../console/kit/moments.tsx';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { OpenedPage } from '../opened-page.tsx';
import { AnswerForm } from './answer-form.tsx';
import { requestsQuery, type SubjectRequest, type SubjectRequests } from './calls.ts';
import { ExtendForm, RecordForm } from './request-forms.tsx';
import { requestWords } from './words/index.ts';

type Answer = NonNullable<SubjectRequest['answer']>;

/** What was answered, so that it can be printed and handed over as it stands. */
const Answered = ({ answer }: { answer: Answer }) => {
  const { t } = useWords(requestWords);
  const cases = useWords(caseWords);
  const said = ({ part, words }: Answer['given'][number]) =>
    part === 'level' ? cases.t(`level.${words as OpenedCase['levelOfConcern']}`) : words;
  return (
    <>
      <Words>{answer.words}</Words>
      {answer.given.length > 0 && (
        <>
          <h2>{t('asks.given')}</h2>
          <ol className="story">
            {answer.given.map((part) => (
              <li key={`${part.part} ${part.at} ${part.words}`}>
                <Moment at={part.at} />
                <Words>{said(part)}</Words>
              </li>
            ))}
          </ol>
        </>
      )}
      <Facts
        rows={[
          answer.withheld !== '' && [t('asks.withheld'), <Words key="withheld">{answer.withheld}</Words>],
          answer.hearing !== '' && [t('asks.hearing'), <Words key="hearing">{answer.hearing}</Words>],
          [t('asks.by'), answer.by.name],
        ]}
      />
    </>
  );
};

const RequestCard = ({ opened, request }: { opened: OpenedCase; request: SubjectRequest }) => {
  const { t } = useWords(requestWords);
  const mayAnswer = request.state === 'open' && ['lead', 'deputy'].includes(opened.myPart);
  const state = request.answer ? t(`asks.outcome.${request.answer.outcome}`) : t('asks.state.open');
  return (
    <li className="card">
      <p className="row-first">
        <span>
          {t(`asks.kind.${request.kind}`)} · {t(`asks.asker.${request.askedBy}`)}
        </span>
        <StateMark tone={request.state === 'open' ? 'quiet' : 'good'}>{state}</StateMark>
      </p>
      <Words>{request.words}</Words>
      <Facts
        rows={[
          [t('asks.received'), <Moment key="received" at={request.receivedAt} />],
          [
            t('asks.due'),
            request.state === 'open' ? <Due key="due" at={request.dueAt} /> : <Moment key="due" at={request.dueAt} />,
          ],
          [t('asks.under'), request.law || t('asks.law-own')],
          [t('asks.identity'), request.identity],
          [t('asks.recorded'), request.recordedBy.name],
          request.extension !== null && [t('asks.extend-reason'), request.extension.reason],
          request.extension !== null && request.extension.told !== '' && [t('asks.told'), request.extension.told],
        ]}
      />
      {request.answer && <Answered answer={request.answer} />}
      {mayAnswer && (
        <Fold title={t('asks.answer')}>
          <AnswerForm opened={opened} request={request} />
        </Fold>
      )}
      {mayAnswer && request.mayWaitUntil !== null && (
        <Fold title={t('asks.extend')}>
          <p>
            {t('asks.may-wait')} <Moment at={request.mayWaitUntil} />
          </p>
          <ExtendForm caseId={opened.id} request={request} />
        </Fold>
      )}
    </li>
  );
};

const Law = ({ law: { unit, within, further, source, verified } }: { law: SubjectRequests['law'] }) => {
  const { t } = useWords(requestWords);
  const shared = useConsoleWords();
  const span = (count: number) => shared.t(`span.${unit}`, { count });
  const stands = source ? `${source.document}, ${source.section}` : t('asks.law-own');
  return (
    <p className="hint">
      {t('asks.law', { within: span(within), source: stands })}{' '}
      {further > 0 ? t('asks.law-further', { further: span(further) }) : t('asks.law-no-further')}{' '}
      {!verified && t('asks.law-unverified')}
    </p>
  );
};

const Requests = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(requestWords);
  const requests = useQuery(requestsQuery(opened.id));
  return (
    <Reading of={requests}>
      {({ law, requests: asked }) => (
        <>
          <p>{t('asks.about')}</p>
          <Law law={law} />
          {asked.length === 0 && <Empty>{t('asks.none')}</Empty>}
          <ul className="cards">
            {asked.map((request) => (
              <RequestCard key={request.id} opened={opened} request={request} />
            ))}
          </ul>
          {['lead', 'deputy'].includes(opened.myPart) && (
            <Fold title={t('asks.record')}>
              <RecordForm opened={opened} />
            </Fold>
          )}
        </>
      )}
    </Reading>
  );
};

/** What the person of concern or a guardian asks about the case, by when it is answered, and how it was. */
export const RequestsPage = () => {
  const { t } = useWords(requestWords);
  return <OpenedPage title={() => t('asks.title')}>{(opened) => <Requests opened={opened} />}</OpenedPage>;
};
