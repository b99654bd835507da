import { useQuery, useQueryClient } from '@tanstack/react-query';
import { confirmKitHalf, type RecoveryKitState, recoveryKitQuery } from '../../console/api/identities.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole, useSession } from '../../console/kit/session.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { identityWords } from '../words/index.ts';

const Holder = ({ holder }: { holder: RecoveryKitState['A'] }) => {
  const { t } = useWords(identityWords);
  if (holder === null) return t('kit.nobody');
  return (
    <>
      {holder.by.name} · <Moment at={holder.at} />
    </>
  );
};

const ConfirmForm = ({ half }: { half: 'A' | 'B' }) => {
  const { t } = useWords(identityWords);
  const client = useQueryClient();
  const form = useForm({
    draft: `kit ${half}`,
    initial: { mark: '' },
    check: ({ mark }) => (mark.trim().length < 8 ? { mark: t('kit.mark.hint') } : {}),
    send: ({ mark }) => confirmKitHalf(half, mark.trim().slice(0, 12)),
    done: (kit) => client.setQueryData(recoveryKitQuery.queryKey, kit),
    said: t('kit.done'),
  });
  return (
    <Form form={form} act={t('kit.act', { half })} name={t('kit.act', { half })} lesser>
      <TextBox form={form} name="mark" label={t('kit.mark')} hint={t('kit.mark.hint')} narrow />
    </Form>
  );
};

/** Who holds the two sheets of the recovery kit; a reporter can leave a contact only once both sides do. */
export const RecoveryKit = () => {
  const { t } = useWords(identityWords);
  const kit = useQuery(recoveryKitQuery);
  const me = useSession().person.id;
  const [isCustodian, isOverseer] = [useHasRole('custodian'), useHasRole('overseer')];
  const mine = isCustodian ? 'A' : isOverseer ? 'B' : null;
  return (
    <Reading of={kit}>
      {(state) => (
        <>
          <p>{t(state.isOffered ? 'kit.offered' : 'kit.not-offered')}</p>
          <Facts
            rows={[
              [t('kit.A'), <Holder key="A" holder={state.A} />],
              [t('kit.B'), <Holder key="B" holder={state.B} />],
            ]}
          />
          {mine && state[mine]?.by.id !== me && <ConfirmForm half={mine} />}
        </>
      )}
    </Reading>
  );
};
