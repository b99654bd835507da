import { attachmentAddress, type OpenedReport } from '../../console/api/reports.ts';
import { Facts, Words } from '../../console/kit/facts.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Pictures } from '../../console/kit/pictures.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { useSignWords } from './sign-words.ts';
import { deskWords } from './words/index.ts';

const Signs = ({ report: { concern } }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  const { sign } = useSignWords();
  if (concern.signs.length === 0) return <p className="hint">{t('concern.no-signs')}</p>;
  return (
    <ul>
      {concern.signs.map((code) => (
        <li key={code}>{sign(code)}</li>
      ))}
    </ul>
  );
};

const DangerNow = ({ report: { concern } }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  const { flag } = useSignWords();
  if (!concern.dangerNow && concern.imminence.length === 0) return null;
  return (
    <Notice tone="bad" title={concern.dangerNow ? t('concern.danger-now') : t('concern.imminence')}>
      {concern.imminence.length > 0 && (
        <ul>
          {concern.imminence.map((code) => (
            <li key={code}>{flag(code)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
};

/** The pictures that came with the report, or with one message of its reporter. */
export const Images = ({ report, messageId }: { report: OpenedReport; messageId: string | null }) => (
  <Pictures
    pictures={report.attachments
      .filter((attachment) => attachment.messageId === messageId)
      .map(({ id, bytes, receivedAt }) => ({ id, bytes, at: receivedAt, address: attachmentAddress(report.id, id) }))}
  />
);

/** What the reporter told, in full and in their own words. */
export const ConcernWords = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  const { concern } = report;
  const text = (words: string) => words !== '' && <Words lang={report.language}>{words}</Words>;
  const fact = (label: string, words: string) => words !== '' && ([label, text(words)] as const);
  return (
    <>
      <DangerNow report={report} />
      {concern.selfHarm && (
        <Notice tone="careful">
          <p>{t('concern.self-harm')}</p>
        </Notice>
      )}
      {text(concern.what)}
      <Images report={report} messageId={null} />
      <Facts
        rows={[
          [t('concern.about'), t(`about.${concern.about}`)],
          fact(t('concern.staff-name'), concern.staffName),
          fact(t('concern.about-whom'), concern.aboutWhom),
          fact(t('concern.when'), concern.when),
          [t('concern.where'), concern.where ? text(concern.where) : t(`place.${concern.whereKind}`)],
          concern.howKnown.length > 0 && [
            t('concern.how-known'),
            concern.howKnown.map((way) => t(`known.${way}`)).join(', '),
          ],
          fact(t('concern.who-else'), concern.whoElseKnows),
          concern.targetOrTimeNamed && [t('concern.named'), t('concern.named-yes')],
          fact(t('concern.earlier'), concern.earlierReport),
        ]}
      />
      <h3>{t('concern.signs')}</h3>
      <Signs report={report} />
    </>
  );
};
