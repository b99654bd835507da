import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Facts } from '../../../console/kit/facts.tsx';
import { TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Page } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useHasRole } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Tick } from '../../../console/kit/ticks.tsx';
import type { GroupSettings } from '../../contract.ts';
import { groupSettingsQuery, setGroupSettings } from '../calls.ts';
import { groupWords } from './words/index.ts';

type Group = { name: string; people: number | null };

const linesOf = (groups: readonly Group[]): string =>
  groups.map(({ name, people }) => (people === null ? name : `${name}: ${people}`)).join('\n');

/** One group a line, its people after the last colon; null where a line says something else there. */
const groupsIn = (typed: string): Group[] | null => {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const groups = lines.map((line) => {
    const [, name, people] = /^(.*?)(?::([^:]*))?$/.exec(line.trim())!;
    return { name: name!.trim(), people: people === undefined ? null : Number(people.replaceAll(/[\s.,]/g, '')) };
  });
  const isRight = ({ name, people }: Group) =>
    name !== '' && (people === null || (Number.isInteger(people) && people > 0));
  return groups.every(isRight) ? groups : null;
};

const valuesOf = ({ isOn, heading, groups, document, section, counsel, threshold }: GroupSettings) => ({
  isOn,
  document,
  section,
  counsel,
  heading,
  list: linesOf(groups),
  threshold: String(threshold),
});
type Values = ReturnType<typeof valuesOf>;

const useMissing = () => {
  const { t } = useWords(groupWords);
  return (values: Values) => {
    const groups = groupsIn(values.list);
    const needed = (['document', 'section', 'heading'] as const).filter((name) => values[name].trim() === '');
    return {
      ...(values.isOn && Object.fromEntries(needed.map((name) => [name, t('groups.needed')]))),
      ...(values.isOn && groups && groups.length < 2 && { list: t('groups.two-at-least') }),
      ...(!groups && { list: t('groups.wrong-line') }),
      ...(!/^([5-9]|[1-9]\d|100)$/.test(values.threshold.trim()) && { threshold: t('groups.not-a-number') }),
    };
  };
};

const GroupsForm = ({ settings }: { settings: GroupSettings }) => {
  const { t } = useWords(groupWords);
  const client = useQueryClient();
  const form = useForm<Values, GroupSettings>({
    draft: 'groups',
    initial: valuesOf(settings),
    check: useMissing(),
    version: settings.version,
    send: ({ list, threshold, ...values }, version) =>
      setGroupSettings({ ...values, groups: groupsIn(list) ?? [], threshold: Number(threshold), version }),
    done: (given) => client.setQueryData(groupSettingsQuery.queryKey, given),
    said: t('groups.done'),
  });
  const told = (values: Values) => (
    <Facts
      rows={[
        [t('groups.is-on'), t(values.isOn ? 'groups.yes' : 'groups.no')],
        [t('groups.document'), `${values.document} ${values.section}`],
        [t('groups.heading'), values.heading],
        [t('groups.list'), values.list],
        [t('groups.threshold'), values.threshold],
      ]}
    />
  );
  return (
    <Form form={form} act={t('groups.act')} name={t('groups.title')}>
      <Newer form={form} theirs={told(valuesOf(settings))} mine={told(form.values)} />
      <Tick form={form} name="isOn" label={t('groups.is-on')} />
      <p className="hint">{t('groups.off-hint')}</p>
      <TextBox form={form} name="document" label={t('groups.document')} hint={t('groups.document-hint')} />
      <TextBox form={form} name="section" label={t('groups.section')} />
      <TextBox form={form} name="counsel" label={t('groups.counsel')} optional />
      <TextBox form={form} name="heading" label={t('groups.heading')} hint={t('groups.heading-hint')} />
      <TextArea form={form} name="list" label={t('groups.list')} hint={t('groups.list-hint')} rows={6} />
      <TextBox
        form={form}
        name="threshold"
        label={t('groups.threshold')}
        hint={t('groups.threshold-hint')}
        inputMode="numeric"
        narrow
      />
    </Form>
  );
};

/** Under which law groups are recorded here, and who says so; or that they are not. */
const Standing = ({ settings }: { settings: GroupSettings }) => {
  const { t } = useWords(groupWords);
  const { isOn, document, section, counsel, changedBy, changedAt } = settings;
  return (
    <Notice tone={isOn && counsel === '' ? 'careful' : 'quiet'}>
      <p>{isOn ? t('groups.on-now', { ground: `${document}, ${section}` }) : t('groups.off-now')}</p>
      {isOn && <p>{counsel === '' ? t('groups.unverified') : t('groups.verified', { counsel })}</p>}
      {changedBy !== null && changedAt !== null && (
        <p className="hint">
          {t('groups.changed', { name: changedBy })} <Moment at={changedAt} />
        </p>
      )}
    </Notice>
  );
};

/** Whether the community records groups, on which ground, and which: for everybody to see, for coordinators and custodians to set. */
export const GroupsPage = () => {
  const { t } = useWords(groupWords);
  const settings = useQuery(groupSettingsQuery);
  const maySet = useHasRole('coordinator', 'custodian');
  return (
    <Page title={t('groups.title')}>
      <p>{t('groups.about')}</p>
      <Reading of={settings}>
        {(given) => (
          <>
            <Standing settings={given} />
            {maySet && <GroupsForm settings={given} />}
          </>
        )}
      </Reading>
    </Page>
  );
};
