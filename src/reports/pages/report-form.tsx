import type { RefusedFile } from '../../platform/files/read-images.ts';
import { EmergencyNumbers } from '../../platform/pages/call-link.tsx';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { puzzle } from '../surge/proof-of-work.ts';
import { proofScript, proofWorker } from '../surge/proof-scripts.ts';
import { DangerPart } from './danger-part.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { AboutPart, MorePart, WhatPart } from './form-parts.tsx';
import { emptyReportForm, type ReportErrors, type ReportFormValues } from './form-values.ts';
import { RefusedFiles } from './images-field.tsx';
import { type PageWords, wordsFor } from './page-words.ts';
import { trapField } from './parse-report-form.ts';

/** Why a filled-in form comes back although nothing in it is wrong. */
export type FormFailure = 'unavailable' | 'busy' | 'bug';

export interface ReportFormProps {
  setting: PublicSetting;
  /** One-time token; makes a second submit of this page the same report. */
  token: string;
  values?: ReportFormValues;
  errors?: ReportErrors;
  refused?: readonly RefusedFile[];
  failure?: { kind: FormFailure; reference?: string };
  /** True where pictures had been chosen that the browser does not keep. */
  chooseFilesAgain?: boolean;
}

interface FailureProps {
  failure: NonNullable<ReportFormProps['failure']>;
  setting: PublicSetting;
  words: PageWords;
}

const Failure = ({ failure, setting, words }: FailureProps) => (
  <section className="summary" role="alert" aria-labelledby="failure-title">
    <h2 id="failure-title">{words.t(`reports.failure.${failure.kind}.title`)}</h2>
    {failure.kind === 'unavailable' && <EmergencyNumbers numbers={setting.emergencyNumbers} words={words} />}
    <p>{words.t(`reports.failure.${failure.kind}.words`)}</p>
    {failure.reference && <p>{words.t('reports.problem.reference', { reference: failure.reference })}</p>}
  </section>
);

const Form = (props: ReportFormProps & { words: PageWords }) => {
  const { setting, token, values = emptyReportForm, errors = {}, words, chooseFilesAgain = false } = props;
  const part = { setting, values, errors, words };
  return (
    <form
      className="report"
      method="post"
      action={`/${setting.language}/report`}
      encType="multipart/form-data"
      autoComplete="off"
      noValidate
      data-proof-worker={proofWorker.path}
      data-proof-parts={puzzle.parts}
      data-proof-bits={puzzle.bits}
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="proof" value="" />
      <Trap words={words} />
      <DangerPart {...part} />
      <WhatPart {...part} />
      <AboutPart {...part} />
      <MorePart {...part} chooseFilesAgain={chooseFilesAgain} />
      <div className="part send">
        <button type="submit">{words.t('reports.form.send')}</button>
        <p className="hint after">{words.t('reports.form.send.next')}</p>
      </div>
    </form>
  );
};

/** A field that nobody sees: what stands in it was not written by a person. */
const Trap = ({ words }: { words: PageWords }) => (
  <div className="trap" aria-hidden="true">
    <label htmlFor={trapField}>{words.t('reports.form.trap')}</label>
    <input type="text" id={trapField} name={trapField} tabIndex={-1} autoComplete="off" defaultValue="" />
  </div>
);

/** The report form on one page: empty, or with everything that was typed and what is to mend. */
export const renderReportForm = (props: ReportFormProps): string => {
  const { setting, values, errors = {}, refused = [], failure } = props;
  const words = wordsFor(setting);
  return renderPublicPage({
    setting,
    title: words.t('reports.form.title'),
    ...(values === undefined ? { path: '/report' } : { isPrivate: true }),
    children: (
      <>
        <div className="intro stack">
          {failure && <Failure failure={failure} setting={setting} words={words} />}
          <ErrorSummary errors={errors} words={words} />
          <RefusedFiles refused={refused} words={words} arrived={false} />
          <h1>{words.t('reports.form.title')}</h1>
          <p className="lead">{words.t('reports.form.lead')}</p>
        </div>
        <Form {...props} words={words} />
        <script src={proofScript.path} defer />
      </>
    ),
  });
};
