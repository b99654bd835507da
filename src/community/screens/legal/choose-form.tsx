import { useQueryClient } from '@tanstack/react-query';
import {
  chooseProfile,
  type LegalProfile,
  type LegalProfileId,
  legalProfileQuery,
} from '../../../console/api/legal.ts';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OneOf } from '../../../console/kit/ticks.tsx';
import { legalProfileIds } from '../../contract.ts';
import { legalWords } from '../../words/legal/index.ts';

/** Chooses the family of law; nobody overwrites a choice that they have not seen. */
export const ChooseForm = ({ profile }: { profile: LegalProfile }) => {
  const { t } = useWords(legalWords);
  const client = useQueryClient();
  const form = useForm<{ profile: LegalProfileId }, LegalProfile>({
    draft: 'legal profile',
    initial: { profile: profile.id },
    version: profile.version,
    send: (values, version) => chooseProfile({ profile: values.profile, version }),
    done: (given) => {
      client.setQueryData(legalProfileQuery.queryKey, given);
      void client.invalidateQueries({ queryKey: ['keeping'] });
    },
    said: t('legal.chosen'),
  });
  const name = (id: LegalProfileId) => <p>{t(`profile.${id}`)}</p>;
  return (
    <Fold title={t('legal.choose')} open={!profile.isChosen}>
      <Form form={form} act={t('legal.choose')} name={t('legal.choose')} lesser>
        <Newer form={form} theirs={name(profile.id)} mine={name(form.values.profile)} />
        <OneOf
          form={form}
          name="profile"
          legend={t('legal.choose')}
          hint={t('legal.choose-hint')}
          options={legalProfileIds.map((value) => ({ value, label: t(`profile.${value}`) }))}
        />
      </Form>
    </Fold>
  );
};
