import { useQuery, useQueryClient } from '@tanstack/react-query';
import { changePassword, keepPagerNumber, type PagerNumber, pagerNumberQuery } from '../../console/api/recovery.ts';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Fold, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { recoveryWords } from '../words/recovery/index.ts';
import { NewPassword, useNewPassword } from './new-password.tsx';

/** Changes one's own password; whoever is signed in with the old one elsewhere is signed out. */
export const OwnPassword = () => {
  const { t } = useWords(recoveryWords);
  const faults = useNewPassword();
  const form = useForm({
    draft: 'own password',
    initial: { current: '', password: '', repeated: '' },
    check: ({ current, password, repeated }) => ({
      ...(current === '' && { current: t('own.missing-current') }),
      ...faults('password', password, repeated),
    }),
    send: ({ current, password }) => changePassword({ current, password }),
    said: t('own.changed'),
  });
  return (
    <Part title={t('own.password')}>
      <Fold title={t('own.change')}>
        <Form form={form} act={t('own.change')} name={t('own.password')} lesser>
          <p>{t('own.words')}</p>
          <TextBox
            form={form}
            name="current"
            type="password"
            label={t('own.current')}
            autoComplete="current-password"
          />
          <NewPassword form={form} name="password" />
        </Form>
      </Fold>
    </Part>
  );
};

const PagerForm = ({ known }: { known: PagerNumber }) => {
  const { t } = useWords(recoveryWords);
  const client = useQueryClient();
  const form = useForm<{ number: string; way: string }, unknown>({
    draft: 'pager number',
    initial: known,
    send: ({ number, way }) => keepPagerNumber({ number, way: way === 'voice' ? 'voice' : 'sms' }),
    done: () => client.invalidateQueries({ queryKey: ['pager-number'] }),
    said: t('pager.done'),
  });
  return (
    <Form form={form} act={t('pager.act')} name={t('pager.title')} lesser>
      <TextBox
        form={form}
        name="number"
        label={t('pager.number')}
        hint={t('pager.hint')}
        autoComplete="tel"
        optional
        narrow
      />
      <OneOf
        form={form}
        name="way"
        legend={t('pager.way')}
        options={[
          { value: 'sms', label: t('pager.sms') },
          { value: 'voice', label: t('pager.voice') },
        ]}
      />
    </Form>
  );
};

/** Where somebody is reached by telephone when a report waits and they are on duty. */
export const OwnPager = () => {
  const { t } = useWords(recoveryWords);
  const known = useQuery(pagerNumberQuery);
  return (
    <Part title={t('pager.title')}>
      <p>{t('pager.words')}</p>
      <Reading of={known}>{(data) => <PagerForm known={data} />}</Reading>
    </Part>
  );
};
