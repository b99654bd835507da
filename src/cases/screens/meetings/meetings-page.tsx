import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { MomentBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { StateMark } from '../../../console/kit/marks.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Empty, Fold, Page } from '../../../console/kit/page.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useHasRole, useSession } from '../../../console/kit/session.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { callMeeting, type MeetingList, meetingsQuery } from './calls.ts';
import { meetingWords } from './words/index.ts';

const MeetingRow = ({ row }: { row: MeetingList['rows'][number] }) => {
  const { t } = useWords(meetingWords);
  return (
    <Link className="row" data-row to={`/meetings/${row.id}`}>
      <span className="row-first">
        <span>
          <Moment at={row.heldAt} />
        </span>
        <StateMark tone={row.state === 'running' ? 'good' : 'quiet'}>{t(`meeting.state.${row.state}`)}</StateMark>
      </span>
      <span className="row-second">
        <span className="number">{row.number}</span>
        <span>{row.chair.name}</span>
        <span>{t('meetings.asked', { count: row.asked })}</span>
      </span>
    </Link>
  );
};

const CallForm = () => {
  const { t } = useWords(meetingWords);
  const { timeZone } = useSpeech();
  const { person } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const people = usePeopleOptions(
    ({ id, roles }) => id !== person.id && roles.some((role) => !['overseer', 'administrator'].includes(role)),
  );
  const form = useForm({
    draft: 'call meeting',
    initial: { heldAt: '', personIds: [] as string[] },
    check: ({ heldAt, personIds }) => ({
      ...(heldAt === '' && { heldAt: t('meetings.missing-when') }),
      ...(personIds.length === 0 && { personIds: t('meetings.missing-whom') }),
    }),
    send: ({ heldAt, personIds }) => callMeeting({ heldAt: instantOf(heldAt, timeZone), personIds }),
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['meetings'] });
      void navigate(`/meetings/${id}`);
    },
    said: t('meetings.called'),
  });
  return (
    <Form form={form} act={t('meetings.call-act')} name={t('meetings.call')}>
      <MomentBox form={form} name="heldAt" label={t('meetings.when')} />
      <Ticks form={form} name="personIds" legend={t('meetings.whom')} options={people} />
    </Form>
  );
};

/** The meetings to which one is asked, and the way to call one. */
export const MeetingsPage = () => {
  const { t } = useWords(meetingWords);
  const meetings = useQuery(meetingsQuery);
  const mayCall = useHasRole('coordinator', 'duty-officer', 'team-member');
  return (
    <Page title={t('meetings.title')}>
      <p>{t('meetings.about')}</p>
      <Reading of={meetings}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t('meetings.none')}</Empty>
          ) : (
            <ul className="rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <MeetingRow row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
      {mayCall && (
        <Fold title={t('meetings.call')}>
          <CallForm />
        </Fold>
      )}
    </Page>
  );
};
