import type { OpenedCase } from '../../../console/api/cases.ts';
import { Choice, MomentBox, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import type { FormOf } from '../../../console/kit/form.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { OneOf, Tick, Ticks } from '../../../console/kit/ticks.tsx';
import { languages } from '../../../platform/i18n/index.ts';
import { given, recipientKinds, ways } from '../../contract.ts';
import type { CaseSharing } from './calls.ts';
import type { Values } from './wizard-values.ts';
import { sharingWords } from './words/index.ts';

export interface StepProps {
  form: FormOf<Values>;
  opened: OpenedCase;
  sharing: CaseSharing;
}

/** What is given: statements one by one, a summary, or only whom to ask. */
export const WhatStep = ({ form, opened }: StepProps) => {
  const { t } = useWords(sharingWords);
  const options = given.map((value) => ({
    value,
    label: t(`gives.${value}`),
    ...(value === 'contact' ? { hint: t('gives.contact-hint') } : {}),
  }));
  const statements = opened.statements.map(({ id, position, words }) => ({
    value: id,
    label: `${position}. ${words}`,
  }));
  const { gives } = form.values;
  return (
    <>
      <OneOf form={form} name="gives" legend={t('gives.legend')} options={options} />
      {gives === 'statements' &&
        (statements.length === 0 ? (
          <p>{t('gives.no-statements')}</p>
        ) : (
          <Ticks
            form={form}
            name="statementIds"
            legend={t('gives.which')}
            hint={t('gives.which-hint')}
            options={statements}
          />
        ))}
      {gives === 'summary' && (
        <TextArea form={form} name="summary" label={t('gives.summary-label')} hint={t('gives.summary-hint')} rows={6} />
      )}
      {gives === 'contact' && (
        <TextBox form={form} name="askOf" label={t('gives.ask-of')} hint={t('gives.ask-of-hint')} />
      )}
    </>
  );
};

/** To whom it goes, how they are reached, and what they read. */
export const WhomStep = ({ form }: StepProps) => {
  const { t } = useWords(sharingWords);
  return (
    <>
      <OneOf
        form={form}
        name="kind"
        legend={t('to.kind')}
        options={recipientKinds.map((value) => ({ value, label: t(`to.${value}`) }))}
      />
      <TextBox form={form} name="name" label={t('to.name')} hint={t('to.name-hint')} />
      <TextBox form={form} name="reach" label={t('to.reach')} hint={t('to.reach-hint')} optional />
      <Choice
        form={form}
        name="language"
        label={t('to.language')}
        options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
    </>
  );
};

/** Under which exception or ground, each marked until counsel has confirmed it, and why it is needed. */
export const GroundStep = ({ form, sharing }: StepProps) => {
  const { t } = useWords(sharingWords);
  const { language } = useSpeech();
  const bases = sharing.bases.filter(({ regime }) => regime === form.values.regime);
  return (
    <>
      <Choice
        form={form}
        name="regime"
        label={t('basis.regime')}
        options={sharing.regimes.map(({ id, words }) => ({ value: id, label: words[language] }))}
      />
      {bases.length > 0 && (
        <OneOf
          form={form}
          name="basis"
          legend={t('basis.legend')}
          options={bases.map(({ id, document, section, words, isEmergency, verified }) => ({
            value: id,
            label: `${document}, ${section}`,
            hint: [
              words[language],
              ...(isEmergency ? [t('basis.emergency')] : []),
              t(verified ? 'basis.verified' : 'basis.unverified'),
            ].join(' '),
          }))}
        />
      )}
      <Tick form={form} name="isEmergency" label={t('basis.is-emergency')} />
      <TextBox form={form} name="basisNote" label={t('basis.note')} optional />
      <TextArea form={form} name="necessity" label={t('basis.necessity')} hint={t('basis.necessity-hint')} rows={3} />
    </>
  );
};

/** How it is handed over, and until when it may be used. */
export const WayStep = ({ form, sharing }: StepProps) => {
  const { t } = useWords(sharingWords);
  const { way } = form.values;
  const hints = {
    pdf: 'way.pdf-hint',
    view: 'way.view-hint',
    phone: 'way.phone-hint',
    partner: 'way.partner-hint',
  } as const;
  const offered = ways.filter((value) => value !== 'partner' || sharing.partners.length > 0);
  const options = offered.map((value) => ({
    value,
    label: t(`way.${value}`),
    ...(value === 'json' ? {} : { hint: t(hints[value]) }),
  }));
  return (
    <>
      <OneOf form={form} name="way" legend={t('way.legend')} options={options} />
      {(way === 'pdf' || way === 'json') && (
        <TextBox form={form} name="ageKey" label={t('way.age-key')} hint={t('way.age-key-hint')} optional />
      )}
      {way === 'partner' && (
        <>
          <Choice
            form={form}
            name="partner"
            label={t('way.partner-community')}
            options={sharing.partners.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <TextBox form={form} name="email" type="email" label={t('way.partner-email')} />
        </>
      )}
      <MomentBox form={form} name="endsAt" label={t('way.ends')} />
      {(way === 'view' || way === 'partner') && <p className="hint">{t('way.ends-hint')}</p>}
    </>
  );
};
