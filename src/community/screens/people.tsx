import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type People, type Person, peopleQuery } from '../../console/api/community.ts';
import { Facts } from '../../console/kit/facts.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Moment } from '../../console/kit/moments.tsx';
import { Empty, Fold, Page, Part } from '../../console/kit/page.tsx';
import { disciplineWords } from '../../console/kit/people.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useHasRole, useSession } from '../../console/kit/session.tsx';
import { useConsoleWords, useWords } from '../../console/kit/speech.tsx';
import { DueCourses } from '../../library/screens/part-of-person.tsx';
import { communityWords } from '../words/index.ts';
import { lendingWords } from '../words/lending/index.ts';
import { InviteForm } from './invite-form.tsx';
import { LendForm } from './lending/lend-form.tsx';
import { LendingsPart } from './lending/lendings.tsx';
import { RolesForm } from './roles-form.tsx';
import { Staffing } from './staffing.tsx';
import { StandingForm } from './standing-form.tsx';
import { Vouching } from './vouching.tsx';

const PersonTools = ({ person }: { person: Person }) => {
  const { t } = useWords(communityWords);
  return (
    <>
      {person.state === 'active' && (
        <Fold title={t('people.change-roles')}>
          <RolesForm person={person} />
        </Fold>
      )}
      {person.state !== 'left' && (
        <Fold key={person.state} title={person.state === 'active' ? t('people.suspend') : t('people.reinstate')}>
          <StandingForm person={person} />
        </Fold>
      )}
    </>
  );
};

const PersonCard = ({ person, mayChange }: { person: Person; mayChange: boolean }) => {
  const { t } = useWords(communityWords);
  const shared = useConsoleWords();
  const lending = useWords(lendingWords);
  const session = useSession();
  const seesCourses = useHasRole('coordinator');
  return (
    <li className="card">
      <h2>
        {person.name} {person.state !== 'active' && <StateMark tone="late">{t(`people.${person.state}`)}</StateMark>}
      </h2>
      <Facts
        rows={[
          [t('people.email'), person.email],
          [t('people.roles'), person.roles.map((role) => shared.t(`role.${role}`)).join(', ')],
          [
            t('people.discipline'),
            [disciplineWords(shared.t, person.discipline), person.agency].filter(Boolean).join(' · '),
          ],
          [
            t('people.work'),
            t('people.work-counts', { leads: person.leads, deputy: person.deputyOf, actions: person.openActions }),
          ],
          person.lentUntil !== null && [lending.t('lending.lent-until'), <Moment key="lent" at={person.lentUntil} />],
        ]}
      />
      {seesCourses && <DueCourses personId={person.id} />}
      {mayChange && person.id !== session.person.id && <PersonTools person={person} />}
    </li>
  );
};

const Invitations = ({ invitations }: { invitations: People['invitations'] }) => {
  const { t } = useWords(communityWords);
  if (invitations.length === 0) return null;
  return (
    <Part title={t('people.invitations')}>
      <ul className="cards">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="card">
            <strong>{invitation.name}</strong> · {invitation.email}
            <span className="hint">
              {t('people.expires')} <Moment at={invitation.expiresAt} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
};

const isFound = (person: Person, sought: string): boolean =>
  [person.name, person.email, person.agency].some((words) => words.toLowerCase().includes(sought.trim().toLowerCase()));

const PeopleList = ({ data, mayChange }: { data: People; mayChange: boolean }) => {
  const { t } = useWords(communityWords);
  const [sought, setSought] = useState('');
  const found = data.people.filter((person) => isFound(person, sought));
  return (
    <>
      <div className="find">
        <label htmlFor="find-person">{t('people.find')}</label>
        <input
          id="find-person"
          data-find
          type="search"
          autoComplete="off"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      {found.length === 0 && <Empty>{t('people.none-found')}</Empty>}
      <ul className="cards">
        {found.map((person) => (
          <PersonCard key={person.id} person={person} mayChange={mayChange} />
        ))}
      </ul>
      <Invitations invitations={data.invitations} />
    </>
  );
};

/** Who works here, with which roles and how much they carry; invites, changes roles, suspends and reinstates. */
export const PeoplePage = () => {
  const { t } = useWords(communityWords);
  const mayChange = useHasRole('coordinator', 'administrator');
  const isCoordinator = useHasRole('coordinator');
  const mayVouch = useHasRole('coordinator', 'administrator', 'custodian');
  const people = useQuery(peopleQuery);
  return (
    <Page title={t('people.title')}>
      {mayChange && (
        <Fold title={t('people.invite')}>
          <InviteForm />
        </Fold>
      )}
      {isCoordinator && <LendForm />}
      {mayVouch && <Vouching />}
      <LendingsPart />
      <Reading of={people}>
        {(data) => (
          <>
            <Staffing unkept={data.unkept} />
            <PeopleList data={data} mayChange={mayChange} />
          </>
        )}
      </Reading>
    </Page>
  );
};
