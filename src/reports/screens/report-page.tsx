import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { refusalOf } from '../../console/api/refusal.ts';
import { type OpenedReport, reportQuery } from '../../console/api/reports.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { StateMark, UrgencyMark } from '../../console/kit/marks.tsx';
import { Due, Moment } from '../../console/kit/moments.tsx';
import { Fold, Page, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { IdentityOfReport } from '../../identities/screens/part-of-report.tsx';
import { ownNames } from '../../platform/i18n/index.ts';
import { KeepingPart } from '../../retention/screens/part-of-record.tsx';
import { AddImages } from './add-images.tsx';
import { ConcernWords } from './concern-words.tsx';
import { Conversation } from './conversation.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecideRow, DeskRow } from './desk-row.tsx';
import { Handovers } from './handovers.tsx';
import { LadderStory } from './ladder.tsx';
import { ReasonForm } from './reason-form.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { ReportStory } from './report-story.tsx';
import { Similar } from './similar.tsx';
import { UrgencyForm } from './urgency-form.tsx';
import { VerificationCard } from './verification-card.tsx';
import { deskWords } from './words/index.ts';
import { ladderWords } from './words/ladder/index.ts';

const State = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  if (report.outcome) return <StateMark tone="good">{t(`outcome.${report.outcome}`)}</StateMark>;
  return <StateMark>{t('report.waits-for-decision')}</StateMark>;
};

const Standing = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  return (
    <div className={`standing standing-${report.urgency}`}>
      <Facts
        rows={[
          [t('report.responsible'), report.responsible.name],
          report.nextDueAt !== null && [
            t(report.state === 'waiting' ? 'report.due-decision' : 'report.due-handover'),
            <Due key="due" at={report.nextDueAt} />,
          ],
          [t('report.state'), <State key="state" report={report} />],
          [
            t('report.urgency'),
            <span key="urgency">
              <UrgencyMark urgency={report.urgency} /> {t(`rule.${report.rule}`)}
            </span>,
          ],
          report.behind.length > 0 && [
            t('report.behind'),
            report.behind.map((reason) => t(`behind.${reason}`)).join(' '),
          ],
          report.originalUrgency !== report.urgency && [
            t('report.original-urgency'),
            <UrgencyMark key="original" urgency={report.originalUrgency} />,
          ],
          report.climbedTo !== 'duty' && [t('report.climbed'), t(`climbed.${report.climbedTo}`)],
          [
            t('report.received'),
            <span key="received">
              <Moment at={report.receivedAt} /> · {t(`channel.${report.channel}`)}
              {report.receivedBy && ` · ${t('report.received-by', { name: report.receivedBy.name })}`}
            </span>,
          ],
          [t('report.language'), ownNames[report.language]],
          report.sealedPast && [t('report.sealed'), t('report.sealed-words')],
          report.caseId !== null && [
            t('report.case'),
            <Link key="case" to={`/cases/${report.caseId}`}>
              {t('report.to-case')}
            </Link>,
          ],
        ]}
      />
    </div>
  );
};

const Tools = ({ report, again }: { report: OpenedReport; again(): void }) => {
  const { t } = useWords(deskWords);
  if (report.state === 'decided')
    return (
      <Fold title={t('reopen.title')}>
        <ReopenForm report={report} done={again} />
      </Fold>
    );
  return (
    <>
      <Part title={t('decide.title')}>
        <DecisionForm report={report} done={again} />
      </Part>
      <Fold title={t('urgency.title')}>
        <UrgencyForm report={report} done={again} />
      </Fold>
    </>
  );
};

const ReportView = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(deskWords);
  const shared = useConsoleWords();
  const ladder = useWords(ladderWords);
  const client = useQueryClient();
  const again = () => {
    void client.invalidateQueries({ queryKey: ['report', report.id] });
    void client.invalidateQueries({ queryKey: ['triage'] });
    void client.invalidateQueries({ queryKey: ['my-day'] });
  };
  return (
    <Page title={t('report.title', { number: report.number })}>
      <Standing report={report} />
      <Part title={t('concern.title')}>
        <ConcernWords report={report} />
        <Fold title={shared.t('pictures.add')}>
          <AddImages reportId={report.id} />
        </Fold>
      </Part>
      <DeskRow report={report} />
      <DecideRow report={report} />
      <Similar report={report} />
      <Part title={t('conversation.title')}>
        <Conversation report={report} done={again} />
      </Part>
      {report.handovers.length > 0 && (
        <Part title={t('handover.title')}>
          <Handovers report={report} done={again} />
        </Part>
      )}
      <Part title={ladder.t('ladder.title')}>
        <LadderStory report={report} />
      </Part>
      <VerificationCard report={report} done={again} />
      <Part title={t('story.title')}>
        <ReportStory report={report} />
      </Part>
      <Tools report={report} again={again} />
      <IdentityOfReport reportId={report.id} />
      <KeepingPart kind="report" id={report.id} />
    </Page>
  );
};

/** One report, opened: whose it is and what is due, what was told, what happened since, and what can be done. */
export const ReportPage = () => {
  const { reportId = '' } = useParams();
  const { t } = useWords(deskWords);
  const report = useQuery(reportQuery(reportId));
  if (report.data === undefined)
    return (
      <Page title={t('report.one')}>
        {report.error !== null && refusalOf(report.error).kind === 'reason-needed' ? (
          <ReasonForm reportId={reportId} done={() => report.refetch()} />
        ) : (
          <Reading of={report}>{() => null}</Reading>
        )}
      </Page>
    );
  return <ReportView key={reportId} report={report.data} />;
};
