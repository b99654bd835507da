import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { caseQuery, type OpenedCase } from '../../console/api/cases.ts';
import { Page } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { caseWords } from '../words/index.ts';
import { stageWords } from './stages/words/index.ts';

interface OpenedPageProps {
  title(opened: OpenedCase): string;
  children(opened: OpenedCase): ReactNode;
}

/** A further page of one case, under its number and name, with the way back to the case. */
export const OpenedPage = ({ title, children }: OpenedPageProps) => {
  const { caseId = '' } = useParams();
  const { t } = useWords(caseWords);
  const stage = useWords(stageWords);
  const opened = useQuery(caseQuery(caseId));
  const back = <Link to={`/cases/${caseId}`}>{stage.t('stage.back')}</Link>;
  if (opened.data === undefined)
    return (
      <Page title={t('case.one')}>
        <Reading of={opened}>{() => null}</Reading>
      </Page>
    );
  const kicker = `${t('case.kicker', { number: opened.data.number })} · ${opened.data.title}`;
  return (
    <Page key={caseId} title={title(opened.data)} kicker={kicker} beside={back}>
      {children(opened.data)}
    </Page>
  );
};
