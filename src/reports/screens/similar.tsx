import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  addIdentifier,
  changeRow,
  type IdentifierField,
  linkReport,
  type OpenedReport,
  removeIdentifier,
  type SimilarReports,
  similarQuery,
} from '../../console/api/reports.ts';
import { Choice, TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark, UrgencyMark } from '../../console/kit/marks.tsx';
import { Ago } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Empty, Fold, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
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

const IdentifierForm = ({ report }: { report: OpenedReport }) => {
  const { t } = useWords(linkingWords);
  const client = useQueryClient();
  const form = useForm({
    draft: `identifier ${report.id}`,
    initial: { field: '' as IdentifierField | '', value: '' },
    check: ({ field, value }) => ({
      ...(field === '' && { field: t('identifier.missing-field') }),
      ...(value.trim().length < 3 && { value: t('identifier.missing-value') }),
    }),
    send: ({ field, value }) => addIdentifier(report.id, { field: field as IdentifierField, value }),
    done: () => void client.invalidateQueries({ queryKey: ['similar', report.id] }),
    said: t('identifier.done'),
  });
  const options = (['name', 'phone', 'plate', 'account'] as const).map((value) => ({
    value,
    label: t(`identifier.${value}`),
  }));
  return (
    <Form form={form} act={t('identifier.act')} name={t('identifier.title')} lesser>
      <p>{t('identifier.words')}</p>
      <Choice form={form} name="field" label={t('identifier.field')} options={options} />
      <TextBox form={form} name="value" label={t('identifier.value')} narrow />
    </Form>
  );
};

const Identifiers = ({ report, identifiers }: { report: OpenedReport; identifiers: SimilarReports['identifiers'] }) => {
  const { t } = useWords(linkingWords);
  const { busy, act, refusal } = useActing();
  return (
    <>
      {refusal}
      <ul className="plain">
        {identifiers.map(({ id, field, value }) => (
          <li key={id}>
            {t(`identifier.${field}`)}: {value}{' '}
            <button
              type="button"
              disabled={busy}
              onClick={() => act(() => removeIdentifier(report.id, id), t('identifier.removed'))}
            >
              {t('identifier.remove', { value })}
            </button>
          </li>
        ))}
      </ul>
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
          <IdentifierForm report={report} />
        </Fold>
      )}
    </Part>
  );
};
