import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Concern, enterReport, type ReceiptAnswer, type StaffReportInput } from '../../console/api/reports.ts';
import { Choice, TextArea, TextBox } from '../../console/kit/fields.tsx';
import { Form, type FormOf, useForm } from '../../console/kit/form.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Page } from '../../console/kit/page.tsx';
import { useSession } from '../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { OneOf, Tick, Ticks } from '../../console/kit/ticks.tsx';
import { languages, ownNames } from '../../platform/i18n/index.ts';
import { flagsInOrder, signsInOrder, waysInOrder } from './codes.ts';
import { nothingTold, type Told } from './nothing-told.ts';
import { ReceiptAloud } from './receipt-aloud.tsx';
import { useSignWords } from './sign-words.ts';
import { deskWords } from './words/index.ts';

type Values = Told & {
  channel: StaffReportInput['channel'] | '';
  dangerNow: 'yes' | 'no' | '';
  language: Concern['language'];
};

const blank: Omit<Values, 'language'> = { ...nothingTold, channel: '', dangerNow: '' };

const inputOf = (values: Values): StaffReportInput => ({
  ...values,
  channel: values.channel as StaffReportInput['channel'],
  dangerNow: values.dangerNow === 'yes',
});

const EmergencyFirst = () => {
  const { t } = useWords(deskWords);
  const { community } = useSession();
  return (
    <Notice tone="bad" title={t('enter.call-first')} role="alert">
      <p className="large">{community.emergencyNumbers.map(({ number }) => number).join(' · ')}</p>
    </Notice>
  );
};

const First = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(deskWords);
  const { flag } = useSignWords();
  return (
    <>
      <OneOf
        form={form}
        name="channel"
        legend={t('enter.channel')}
        options={(['phone', 'letter', 'walk-in'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <OneOf
        form={form}
        name="dangerNow"
        legend={t('enter.danger-now')}
        options={[
          { value: 'yes', label: t('enter.yes') },
          { value: 'no', label: t('enter.no') },
        ]}
      />
      {form.values.dangerNow === 'yes' && <EmergencyFirst />}
      <Ticks
        form={form}
        name="imminence"
        legend={t('enter.imminence')}
        options={flagsInOrder.map((value) => ({ value, label: flag(value) }))}
      />
      <TextArea form={form} name="what" label={t('enter.what')} hint={t('enter.what-hint')} rows={7} />
    </>
  );
};

const Circumstances = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(deskWords);
  return (
    <>
      <TextBox form={form} name="when" label={t('concern.when')} optional />
      <OneOf
        form={form}
        name="whereKind"
        legend={t('concern.where')}
        options={(['place', 'online', 'unknown'] as const).map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextBox form={form} name="where" label={t('enter.where')} optional />
      <OneOf
        form={form}
        name="about"
        legend={t('concern.about')}
        options={(['somebody-else', 'myself', 'somebody-who-works-here'] as const).map((value) => ({
          value,
          label: t(`about.${value}`),
        }))}
      />
      {form.values.about === 'somebody-who-works-here' && (
        <TextBox form={form} name="staffName" label={t('concern.staff-name')} hint={t('enter.staff-hint')} />
      )}
      <TextArea form={form} name="aboutWhom" label={t('concern.about-whom')} rows={2} optional />
      <Tick form={form} name="selfHarm" label={t('concern.self-harm')} />
      <Ticks
        form={form}
        name="howKnown"
        legend={t('concern.how-known')}
        options={waysInOrder.map((value) => ({ value, label: t(`known.${value}`) }))}
      />
      <TextBox form={form} name="whoElseKnows" label={t('concern.who-else')} optional />
    </>
  );
};

const SignFields = ({ form }: { form: FormOf<Values> }) => {
  const { t } = useWords(deskWords);
  const { sign } = useSignWords();
  return (
    <>
      {(['motivation', 'preparation', 'exposure', 'proximal'] as const).map((group) => (
        <Ticks
          key={group}
          form={form}
          name="signs"
          legend={t(`signs.${group}`)}
          options={signsInOrder[group].map((value) => ({ value, label: sign(value) }))}
        />
      ))}
      <Tick form={form} name="targetOrTimeNamed" label={t('concern.named-yes')} />
      <TextBox form={form} name="earlierReport" label={t('concern.earlier')} optional narrow />
    </>
  );
};

const EntryForm = ({ done }: { done(answer: ReceiptAnswer): void }) => {
  const { t } = useWords(deskWords);
  const { language } = useSpeech();
  const [told] = useSearchParams();
  const isOnPaper = told.has('paper');
  const ofPaper = languages.find((each) => each === told.get('language'));
  const form = useForm<Values, ReceiptAnswer>({
    draft: isOnPaper ? 'entry of a paper form' : 'entry',
    initial: { ...blank, language: ofPaper ?? language, channel: isOnPaper ? 'letter' : '' },
    check: ({ channel, dangerNow, what }) => ({
      ...(channel === '' && { channel: t('enter.missing-channel') }),
      ...(dangerNow === '' && { dangerNow: t('enter.missing-danger') }),
      ...(what.trim() === '' && { what: t('enter.missing-what') }),
    }),
    send: (values) => enterReport(inputOf(values)),
    done,
    said: t('enter.done'),
  });
  return (
    <Form form={form} act={t('enter.act')} name={t('enter.title')}>
      <First form={form} />
      <Circumstances form={form} />
      <SignFields form={form} />
      <Choice
        form={form}
        name="language"
        label={t('enter.language')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
    </Form>
  );
};

/** The same questions as on the public page, asked for somebody who calls, writes or comes in. */
export const EnterReport = () => {
  const { t } = useWords(deskWords);
  const [receipt, setReceipt] = useState<ReceiptAnswer | null>(null);
  if (receipt) return <ReceiptAloud receipt={receipt} again={() => setReceipt(null)} />;
  return (
    <Page title={t('enter.title')}>
      <p className="back">
        <Link to="/reports">{t('desk.back')}</Link>
      </p>
      <p>{t('enter.words')}</p>
      <EntryForm done={setReceipt} />
    </Page>
  );
};
