import type { OpenedCase } from '../../../console/api/cases.ts';
import { Facts, Words } from '../../../console/kit/facts.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Due, Moment } from '../../../console/kit/moments.tsx';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { guideQuestions } from '../../words/vocabulary.ts';
import type { Inquiry } from '../calls.ts';
import { OpenedPage } from '../opened-page.tsx';
import { EndForm, PlanForm } from './inquiry-forms.tsx';
import { inquiryWords } from './words/index.ts';

/** A few open questions to begin with; what is asked beyond them is for whoever asks. */
const Guide = ({ guide }: { guide: NonNullable<Inquiry['guide']> }) => {
  const { t } = useWords(inquiryWords);
  return (
    <Fold title={t('inquiry.guide-title')}>
      <ol>
        {guideQuestions.map((number) => (
          <li key={number}>{t(`guide.${guide}.${number}`)}</li>
        ))}
      </ol>
    </Fold>
  );
};

const InquiryCard = ({ opened, inquiry, mayWrite }: { opened: OpenedCase; inquiry: Inquiry; mayWrite: boolean }) => {
  const { t } = useWords(inquiryWords);
  const isPlanned = inquiry.state === 'planned';
  return (
    <li className="card">
      <p className="row-first">
        <span>{inquiry.who}</span>
        <StateMark tone={inquiry.state === 'done' ? 'good' : 'quiet'}>{t(`state.${inquiry.state}`)}</StateMark>
      </p>
      <p className="hint">{inquiry.guide ? t(`guide.${inquiry.guide}`) : t('inquiry.record-request')}</p>
      <Words>{inquiry.purpose}</Words>
      <Facts
        rows={[
          [t('inquiry.asker'), inquiry.asker.name],
          [
            t('inquiry.due'),
            isPlanned ? <Due key="due" at={inquiry.dueAt} /> : <Moment key="due" at={inquiry.dueAt} />,
          ],
          inquiry.companion !== null && [t('inquiry.companion'), inquiry.companion],
          inquiry.guardianNotice !== null && [
            t('inquiry.guardian'),
            [t(`inquiry.${inquiry.guardianNotice}`), inquiry.guardianReason].filter(Boolean).join(': '),
          ],
          inquiry.interpreter !== '' && [t('inquiry.interpreter'), inquiry.interpreter],
          inquiry.liaison !== '' && [t('inquiry.liaison'), inquiry.liaison],
          inquiry.outcome !== null && [t('end.title'), <Words key="outcome">{inquiry.outcome}</Words>],
        ]}
      />
      {isPlanned && inquiry.guide && <Guide guide={inquiry.guide} />}
      {isPlanned && mayWrite && (
        <Fold title={t('end.title')}>
          <EndForm opened={opened} inquiry={inquiry} />
        </Fold>
      )}
    </li>
  );
};

/** Whom the team asks, who asks, by when, and what came back. */
export const InquiriesPage = () => {
  const { t } = useWords(inquiryWords);
  return (
    <OpenedPage title={() => t('inquiry.title')}>
      {(opened) => {
        const mayWrite = opened.state === 'open' && ['lead', 'deputy', 'member'].includes(opened.myPart);
        return (
          <>
            {opened.inquiries.length === 0 && <Empty>{t('inquiry.none')}</Empty>}
            <ul className="cards">
              {opened.inquiries.map((inquiry) => (
                <InquiryCard key={inquiry.id} opened={opened} inquiry={inquiry} mayWrite={mayWrite} />
              ))}
            </ul>
            {mayWrite && (
              <Fold title={t('inquiry.plan')}>
                <PlanForm opened={opened} />
              </Fold>
            )}
          </>
        );
      }}
    </OpenedPage>
  );
};
