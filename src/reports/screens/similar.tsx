import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  addIdentifier,
  changeRow,
  linkReport,
  type OpenedReport,
  removeIdentifier,
  type SimilarReports,
  similarQuery,
} from '../../console/api/reports.ts';
import { StateMark, UrgencyMark } from '../../console/kit/marks.tsx';
import { Ago } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Empty, Fold, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { IdentifierForm, IdentifierList } from './part-of-identifiers.tsx';
import { useActing } from './use-acting.tsx';
import { linkingWords } from './words/linking/index.ts';

type Similar = SimilarReports['reports'][number];

const SimilarRow = ({ report, similar }: { report: OpenedReport; similar: Similar }) => {
  const { t } = useWords(linkingWords);
  const { busy, act, refusal } = useActing();
  const { report: other, reasons, isLinked, caseId } = similar;
  const link = () =>
    act(
      () => linkReport(report.id, { act: isLinked ? 'unlink' : 'link', to: other.id }),
      t(isLinked ? 'similar.unlinked' : 'similar.linked'),
    );
  const fold = () => act(() => changeRow(report.id, { act: 'fold', into: other.id }), t('similar.folded'));
  const canFold = report.state === 'waiting' && other.state === 'waiting' && !report.folded && !other.sealedPast;
  return (
    <li className="card">
      <p>
        <UrgencyMark urgency={other.urgency} /> <Link to={`/reports/${other.id}`}>{other.number}</Link> ·{' '}
        <Ago at={other.receivedAt} />
        {other.outcome && <> · {t(`outcome.${other.outcome}`)}</>}
        {isLinked && (
          <>
            {' '}
            <StateMark tone="good">{t('similar.is-linked')}</StateMark>
          </>
        )}
      </p>
      {reasons.length > 0 && <p>{reasons.map((reason) => t(`reason.${reason}`)).join(' ')}</p>}
      {caseId && (
        <p>
          <Link to={`/cases/${caseId}`}>{t('report.to-case')}</Link>
        </p>
      )}
      {refusal}
      <div className="form-acts">
        <button type="button" disabled={busy} onClick={link}>
          {t(isLinked ? 'similar.unlink' : 'similar.link')}
        </button>
        {canFold && (
          <button type="button" disabled={busy} onClick={fold}>
            {t('similar.fold')}
          </button>
        )}
      </div>
    </li>
  );
};

const Identifiers = ({ report, identifiers }: { report: OpenedReport; identifiers: SimilarReports['identifiers'] }) => {
  const { busy, act, refusal } = useActing();
  return (
    <>
      {refusal}
      <IdentifierList
        identifiers={identifiers}
        busy={busy}
        remove={(id, said) => act(() => removeIdentifier(report.id, id), said)}
      />
    </>
  );
};

const Found = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(linkingWords);
  return (
    <Reading of={useQuery(similarQuery(report.id))}>
      {({ identifiers, reports, cases, askCoordinator }) => (
        <>
          {askCoordinator && (
            <Notice tone="careful">
              <p>{t('similar.ask-coordinator')}</p>
            </Notice>
          )}
          {reports.length + cases.length === 0 && <Empty>{t('similar.none')}</Empty>}
          <ul className="plain">
            {reports.map((similar) => (
              <SimilarRow key={similar.report.id} report={report} similar={similar} />
            ))}
            {cases.map(({ id, field }) => (
              <li key={`${id} ${field}`} className="card">
                <Link to={`/cases/${id}`}>{t('report.to-case')}</Link> {t(`reason.${field}`)}
              </li>
            ))}
          </ul>
          <Identifiers report={report} identifiers={identifiers} />
        </>
      )}
    </Reading>
  );
};

/** Beside an open report: what may belong to it, each with why. Looking is on record, so it is done when somebody asks for it. */
export const Similar = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(linkingWords);
  const client = useQueryClient();
  const [isAsked, ask] = useState(false);
  return (
    <Part title={t('similar.title')}>
      <p>{t('similar.words')}</p>
      {isAsked ? (
        <Found report={report} />
      ) : (
        <button type="button" onClick={() => ask(true)}>
          {t('similar.act')}
        </button>
      )}
      {isAsked && (
        <Fold title={t('identifier.title')}>
          <IdentifierForm
            draft={`identifier ${report.id}`}
            send={(field, value) => addIdentifier(report.id, { field, value })}
            done={() => void client.invalidateQueries({ queryKey: ['similar', report.id] })}
          >
            <p>{t('identifier.words')}</p>
          </IdentifierForm>
        </Fold>
      )}
    </Part>
  );
};
