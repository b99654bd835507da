import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { apiAddress, read } from '../../../console/api/client.ts';
import { Facts } from '../../../console/kit/facts.tsx';
import { Page } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { Table } from '../../../console/kit/table.tsx';
import { isLanguage } from '../../../platform/i18n/language.ts';
import type { CaseDocument, DocumentSection } from '../../contract.ts';
import { documentWords } from '../../words/documents/index.ts';

const Cells = ({ name, table }: { name: string; table: NonNullable<DocumentSection['table']> }) => (
  <Table name={name} heads={table.head}>
    {table.rows.map((row, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a document stand still
      <tr key={at}>
        {row.map((cell, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: so do its cells
          <td key={column}>{cell}</td>
        ))}
      </tr>
    ))}
  </Table>
);

const Section = ({ section }: { section: DocumentSection }) => (
  <section className="part">
    <h2>{section.heading}</h2>
    {section.paragraphs.map((text, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a document stand still
      <p key={at} className="words">
        {text}
      </p>
    ))}
    {section.table && <Cells name={section.heading} table={section.table} />}
    {section.signatures.map((who) => (
      <p key={who} className="signature">
        {who}
      </p>
    ))}
  </section>
);

const Paper = ({ paper, address, back }: { paper: CaseDocument; address: string; back: string }) => {
  const { t } = useWords(documentWords);
  const beside = (
    <>
      <button type="button" className="primary" onClick={() => window.print()}>
        {t('documents.print')}
      </button>
      <a className="button" href={apiAddress(`${address}/file?language=${paper.language}`)} download>
        {t('documents.file')}
      </a>
      <Link to={back}>{t('documents.title')}</Link>
    </>
  );
  return (
    <div lang={paper.language} className="paper">
      <Page title={paper.title} kicker={paper.community} beside={beside}>
        <Facts rows={paper.facts.map(({ label, value }) => [label, value])} />
        {paper.sections.map((section) => (
          <Section key={section.heading} section={section} />
        ))}
        <p className="hint">{paper.footer}</p>
      </Page>
    </div>
  );
};

/** One document of a case, or the minutes of a meeting, as it is printed; each making is on record. */
export const PaperPage = () => {
  const { caseId, kind, meetingId } = useParams();
  const [query] = useSearchParams();
  const { t } = useWords(documentWords);
  const speech = useSpeech();
  const asked = query.get('language') ?? '';
  const language = isLanguage(asked) ? asked : speech.language;
  const address = meetingId ? `/meetings/${meetingId}/minutes` : `/cases/${caseId}/documents/${kind}`;
  const back = meetingId ? `/meetings/${meetingId}` : `/cases/${caseId}/documents`;
  const paper = useQuery({
    queryKey: ['paper', address, language],
    queryFn: () => read<CaseDocument>(`${address}?language=${language}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (paper.data === undefined)
    return (
      <Page title={t('documents.title')}>
        <Reading of={paper}>{() => null}</Reading>
      </Page>
    );
  return <Paper paper={paper.data} address={address} back={back} />;
};
