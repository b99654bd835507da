import { useState } from 'react';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { type CaseSharing, type Shared, shareFromCase } from './calls.ts';
import { ParcelView } from './parcel-view.tsx';
import { GroundStep, type StepProps, WayStep, WhatStep, WhomStep } from './wizard-steps.tsx';
import { empty, inputOf, missingAt, previewOf } from './wizard-values.ts';
import { sharingWords } from './words/index.ts';

const last = 5;
type Step = 1 | 2 | 3 | 4 | 5;

/** The last look: this and nothing else, to this recipient, in this way. */
const LookStep = ({ form, opened }: StepProps) => {
  const { t } = useWords(sharingWords);
  const { values } = form;
  const now = opened.openedAt;
  const parcel = {
    ...previewOf(values, opened),
    community: '',
    reference: opened.number,
    to: values.name,
    basis: '',
    isEmergency: values.isEmergency,
    sharedAt: now,
    endsAt: now,
    language: 'en' as const,
  };
  return (
    <>
      <p>{t('look.to', { name: values.name, way: t(`gone.${values.way as 'pdf'}`) })}</p>
      <p>{t('look.words')}</p>
      <ParcelView parcel={parcel} />
    </>
  );
};

const steps = { 1: WhatStep, 2: WhomStep, 3: GroundStep, 4: WayStep, 5: LookStep };

interface WizardProps {
  opened: OpenedCase;
  sharing: CaseSharing;
  done: (shared: Shared) => void;
}

/** Shares in five steps, one question group each; nothing leaves before the last. What is typed outlives a lost session. */
export const ShareWizard = ({ opened, sharing, done }: WizardProps) => {
  const { t } = useWords(sharingWords);
  const { language, timeZone } = useSpeech();
  const [step, setStep] = useState<Step>(1);
  const form = useForm({
    draft: `share ${opened.id}`,
    initial: { ...empty, language },
    check: (values) => missingAt(step, values, sharing, t),
    send: async (values): Promise<Shared | null> =>
      step === last ? await shareFromCase(opened.id, inputOf(values, language, timeZone)) : null,
    keepAfter: (answer) => answer === null,
    done: (answer) => (answer === null ? setStep((step + 1) as Step) : done(answer)),
    said: step === last ? t('look.done') : t(`step.${(step + 1) as Step}`),
  });
  const back = step > 1 && (
    <button type="button" onClick={() => setStep((step - 1) as Step)}>
      {t('step.back')}
    </button>
  );
  const Fields = steps[step];
  return (
    <>
      <p className="hint">{t('step.of', { step })}</p>
      <h2>{t(`step.${step}`)}</h2>
      <Form
        form={form}
        act={step === last ? t('look.act') : t('step.next')}
        name={t('sharing.share')}
        grave={step === last}
        beside={back}
      >
        <Fields form={form} opened={opened} sharing={sharing} />
      </Form>
    </>
  );
};
