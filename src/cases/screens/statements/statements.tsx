import { useState } from 'react';
import { Link } from 'react-router';
import type { OpenedCase, Statement } from '../../../console/api/cases.ts';
import { Event, Story, Words } from '../../../console/kit/facts.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { AddPictures, Pictures } from '../../../console/kit/pictures.tsx';
import { useConsoleWords, useWords } from '../../../console/kit/speech.tsx';
import { caseWords } from '../../words/index.ts';
import { inquiryWords } from '../inquiries/words/index.ts';
import { knownWords } from '../known/words/index.ts';
import { meetingWords } from '../meetings/words/index.ts';
import { peopleWords } from '../people/words/index.ts';
import { sharingWords } from '../sharing/words/index.ts';
import { addPictures, pictureAddress, useTakeFiles } from './calls.ts';
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

interface StatementProps {
  opened: OpenedCase;
  statement: Statement;
  mayWrite: boolean;
}

/** The pictures on a statement, and a way to add more. */
const StatementPictures = ({ opened, statement, mayWrite }: StatementProps) => {
  const { t } = useConsoleWords();
  const take = useTakeFiles(opened.id, statement.id);
  const [adds, setAdds] = useState(false);
  const pictures = statement.files.map(({ id, bytes, addedAt }) => ({
    id,
    bytes,
    at: addedAt,
    address: pictureAddress(opened.id, statement.id, id),
  }));
  return (
    <>
      <Pictures pictures={pictures} />
      {mayWrite && (
        <button type="button" className="link" aria-expanded={adds} onClick={() => setAdds(!adds)}>
          {t('pictures.add')}
        </button>
      )}
      {adds && (
        <AddPictures
          draft={`pictures ${statement.id}`}
          send={(images) => addPictures(opened.id, statement.id, images)}
          done={take}
        />
      )}
    </>
  );
};

const OneStatement = ({ opened, statement, mayWrite }: StatementProps) => {
  const { t } = useWords(caseWords);
  const known = useWords(knownWords);
  const how = statement.how && `(${known.t(`form.${statement.how}`)})`;
  const saidBy = statement.saidBy && `(${known.t('said.by', { pseudonym: statement.saidBy.pseudonym })})`;
  const about = statement.names.map(({ pseudonym }) => pseudonym).join(', ');
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
        {[t('statement.from', { source: statement.source }), saidBy, how].filter(Boolean).join(' ')}
        {whence && ` · ${whence}`}
      </p>
      {about && <p className="hint">{known.t('said.about', { people: about })}</p>}
      <Standing statement={statement} all={opened.statements} />
      <StatementPictures opened={opened} statement={statement} mayWrite={mayWrite} />
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
  const writes = opened.state === 'open' && mayWrite.includes(opened.myPart);
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
          <OneStatement key={statement.id} opened={opened} statement={statement} mayWrite={writes} />
        ))}
      </Story>
      {writes && (
        <Fold title={t('statement.add')}>
          <StatementForm opened={opened} />
        </Fold>
      )}
    </>
  );
};
