import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { Choice } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Newer } from '../../../console/kit/newer.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Empty } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { CaseGroup, GroupSettings } from '../../contract.ts';
import { caseGroupQuery, groupSettingsQuery, recordGroup } from '../calls.ts';
import { OpenedPage } from '../opened-page.tsx';
import { groupWords } from './words/index.ts';

const nameOf = ({ groups }: GroupSettings, groupId: string | null): string =>
  groups.find(({ id }) => id === groupId)?.name ?? '';

const Recorded = ({ group, settings }: { group: CaseGroup; settings: GroupSettings }) => {
  const { t } = useWords(groupWords);
  const { groupId, recordedBy, recordedAt } = group;
  if (groupId === null || recordedAt === null) return <Empty>{t('group.none')}</Empty>;
  return (
    <Notice>
      <p>{t('group.now', { name: nameOf(settings, groupId) })}</p>
      <p className="hint">
        {t('group.by', { name: recordedBy ?? '' })} <Moment at={recordedAt} />
      </p>
    </Notice>
  );
};

const GroupForm = ({ caseId, group, settings }: { caseId: string; group: CaseGroup; settings: GroupSettings }) => {
  const { t } = useWords(groupWords);
  const client = useQueryClient();
  const form = useForm<{ groupId: string }, CaseGroup>({
    draft: `group ${caseId}`,
    initial: { groupId: group.groupId ?? '' },
    version: group.version,
    send: ({ groupId }, version) => recordGroup(caseId, { version, groupId: groupId || null }),
    done: (given) => client.setQueryData(caseGroupQuery(caseId).queryKey, given),
    said: t('group.done'),
  });
  const said = (groupId: string | null) => <p>{nameOf(settings, groupId) || t('group.none')}</p>;
  return (
    <Form form={form} act={t('group.act')} name={t('group.title')}>
      <Newer form={form} theirs={said(group.groupId)} mine={said(form.values.groupId)} />
      <Choice
        form={form}
        name="groupId"
        label={settings.heading}
        hint={t('group.choose-hint')}
        options={settings.groups.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
    </Form>
  );
};

const GroupOfCase = ({ opened, settings }: { opened: OpenedCase; settings: GroupSettings }) => {
  const { t } = useWords(groupWords);
  const group = useQuery(caseGroupQuery(opened.id));
  return (
    <Reading of={group}>
      {(given) => (
        <>
          <Recorded group={given} settings={settings} />
          {opened.state === 'open' ? (
            <GroupForm caseId={opened.id} group={given} settings={settings} />
          ) : (
            <p className="hint">{t('group.closed')}</p>
          )}
        </>
      )}
    </Reading>
  );
};

/** Which group a case is recorded under, by choice; for its lead and deputy alone. */
export const GroupPage = () => {
  const { t } = useWords(groupWords);
  const settings = useQuery(groupSettingsQuery);
  return (
    <OpenedPage title={() => t('group.title')}>
      {(opened) => (
        <>
          <p>{t('group.about')}</p>
          <Reading of={settings}>
            {(given) =>
              given.isOn ? <GroupOfCase opened={opened} settings={given} /> : <Empty>{t('group.off')}</Empty>
            }
          </Reading>
        </>
      )}
    </OpenedPage>
  );
};

/** The way there, where groups are recorded at all. */
export const GroupLink = ({ caseId }: { caseId: string }) => {
  const { t } = useWords(groupWords);
  const settings = useQuery(groupSettingsQuery);
  if (!settings.data?.isOn) return null;
  return (
    <p>
      <Link to={`/cases/${caseId}/group`}>{t('group.title')}</Link>
    </p>
  );
};
