import { Link } from 'react-router';
import type { OpenedCase, Statement } from '../../console/api/cases.ts';
import { Event, Story, Words } from '../../console/kit/facts.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty, Fold } from '../../console/kit/page.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { inquiryWords } from './inquiries/words/index.ts';
import { knownWords } from './known/words/index.ts';
import { meetingWords } from './meetings/words/index.ts';
import { peopleWords } from './people/words/index.ts';
import { sharingWords } from './sharing/words/index.ts';
import { StatementForm } from './statement-form.tsx';

const mayWrite: readonly OpenedCase['myPart'][] = ['lead', 'deputy', 'member'];

/** What a statement shows, and how it stands to the others. */
const Standing = ({ statement, all }: { statement: Statement; all: readonly Statement[] }) => {
  const { t } = useWords(knownWords);
  const positions = (some: readonly Statement[]) => some.map(({ position }) => position).join(', ');
  const denies = all.filter(({ id }) => statement.contradicts.includes(id));
  const deniedBy = all.filter(({ contradicts }) => contradicts.includes(statement.id));
  const same = all.find(({ id }) => id === statement.sameSourceAs);
  const codes = [
    ...statement.signs.map((sign) => t(`sign.${sign}`)),
    ...statement.protective.map((factor) => t(`protective.${factor}`)),
  ];
  return (
    <>
      {codes.length > 0 && <p className="hint">{codes.join(' · ')}</p>}
      {same && <p className="hint">{t('said.same-source', { position: same.position })}</p>}
      {denies.length > 0 && <p className="hint">{t('said.contradicts', { positions: positions(denies) })}</p>}
      {deniedBy.length > 0 && (
        <p>
          <strong>{t('said.contradicted', { positions: positions(deniedBy) })}</strong>
        </p>
      )}
    </>
  );
};

const OneStatement = ({ statement, all }: { statement: Statement; all: readonly Statement[] }) => {
  const { t } = useWords(caseWords);
  const known = useWords(knownWords);
  const how = statement.how && `(${known.t(`form.${statement.how}`)})`;
  const whence = [statement.happened, statement.where].filter(Boolean).join(', ');
  return (
    <Event
      when={
        <>
          <span className={`kind kind-${statement.kind}`}>{t(`statement.${statement.kind}`)}</span>{' '}
          {known.t('known.statement', { position: statement.position })} · <Moment at={statement.recordedAt} /> ·{' '}
          {statement.recordedBy.name}
        </>
      }
    >
      <Words>{statement.words}</Words>
      <p className="hint">
        {[t('statement.from', { source: statement.source }), how].filter(Boolean).join(' ')}
        {whence && ` · ${whence}`}
      </p>
      <Standing statement={statement} all={all} />
    </Event>
  );
};

/** What is known, each sentence marked as seen, told or assessed, with its source and what contradicts it. */
export const Statements = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const known = useWords(knownWords);
  const inquiries = useWords(inquiryWords);
  const meetings = useWords(meetingWords);
  const people = useWords(peopleWords);
  const sharing = useWords(sharingWords);
  return (
    <>
      <p>
        <Link to={`/cases/${opened.id}/inquiries`}>{inquiries.t('inquiry.open')}</Link> ·{' '}
        <Link to={`/cases/${opened.id}/minutes`}>{meetings.t('minutes.title')}</Link> ·{' '}
        <Link to={`/cases/${opened.id}/people`}>{people.t('people.title')}</Link> ·{' '}
        <Link to={`/cases/${opened.id}/sharing`}>{sharing.t('sharing.title')}</Link>
      </p>
      {opened.statements.length === 0 ? (
        <Empty>{t('statements.none')}</Empty>
      ) : (
        <p>
          <Link to={`/cases/${opened.id}/known`}>{known.t('known.open')}</Link>
        </p>
      )}
      <Story>
        {opened.statements.map((statement) => (
          <OneStatement key={statement.id} statement={statement} all={opened.statements} />
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
