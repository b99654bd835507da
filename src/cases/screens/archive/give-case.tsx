import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { MomentBox, TextArea } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { ReceivingNotice } from '../../../console/kit/receiving-notice.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { useReceived } from '../../../console/kit/use-received.ts';
import { type CaseSharing, sharingQuery } from '../sharing/calls.ts';
import { GroundStep, WhomStep } from '../sharing/wizard-steps.tsx';
import { empty, inputOf, missingAt, type Values } from '../sharing/wizard-values.ts';
import { sharingWords } from '../sharing/words/index.ts';
import { archiveWords } from './words/index.ts';

const keysIn = (text: string): string[] => text.split(/\s+/).filter((key) => key !== '');

const GiveForm = ({ opened, sharing }: { opened: OpenedCase; sharing: CaseSharing }) => {
  const { t } = useWords(archiveWords);
  const share = useWords(sharingWords);
  const { language, timeZone } = useSpeech();
  const client = useQueryClient();
  const { now, begin, cancel } = useReceived();
  const send = async (values: Values & { ageKeys: string }) => {
    const { recipient, basis, basisNote, necessity, isEmergency, endsAt, ...more } = inputOf(
      values,
      language,
      timeZone,
    );
    const ageKeys = keysIn(values.ageKeys);
    const body = { recipient, basis, basisNote, necessity, isEmergency, endsAt, language: more.language, ageKeys };
    await begin(`/cases/${opened.id}/archive`, body);
    void client.invalidateQueries({ queryKey: sharingQuery(opened.id).queryKey });
  };
  const form = useForm({
    draft: `archive ${opened.id}`,
    initial: { ...empty, language, ageKeys: '' },
    check: (values) => ({
      ...missingAt(2, values, sharing, share.t),
      ...missingAt(3, values, sharing, share.t),
      ...(values.endsAt === '' && { endsAt: share.t('missing.ends') }),
      ...(!keysIn(values.ageKeys).some((key) => key.startsWith('age1')) && { ageKeys: t('archive.missing-keys') }),
    }),
    send,
    keepAfter: () => true,
  });
  return (
    <>
      <ReceivingNotice now={now} cancel={cancel} file={`${opened.number}.case.age`} />
      <Form form={form} act={t('archive.act')} name={t('archive.give')} grave>
        <WhomStep form={form} opened={opened} sharing={sharing} />
        <GroundStep form={form} opened={opened} sharing={sharing} />
        <MomentBox form={form} name="endsAt" label={t('archive.ends')} />
        <TextArea form={form} name="ageKeys" label={t('archive.keys')} hint={t('archive.keys-hint')} rows={3} />
      </Form>
    </>
  );
};

/** Gives the whole case to one recipient as an archive, on record as every disclosure is. */
export const GiveCase = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(archiveWords);
  const sharing = useQuery(sharingQuery(opened.id));
  if (opened.myPart !== 'lead' && opened.myPart !== 'deputy')
    return <p className="hint">{t('archive.only-leaders')}</p>;
  return (
    <>
      <p>{t('archive.about')}</p>
      <p>{t('archive.after')}</p>
      <Reading of={sharing}>{(read) => <GiveForm opened={opened} sharing={read} />}</Reading>
    </>
  );
};
