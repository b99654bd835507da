import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OpenedCase } from '../../../console/api/cases.ts';
import { Words } from '../../../console/kit/facts.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../../console/kit/notice.tsx';
import { Empty, Fold } from '../../../console/kit/page.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { IdentifierForm, IdentifierList } from '../../../reports/screens/part-of-identifiers.tsx';
import { knownWords } from '../known/words/index.ts';
import { OpenedPage } from '../opened-page.tsx';
import {
  type CasePeople,
  type CasePerson,
  identifyPerson,
  linkPerson,
  peopleQuery,
  removePerson,
  usePeopleAct,
  useTakePeople,
} from './calls.ts';
import { PersonForm } from './person-forms.tsx';
import { peopleWords } from './words/index.ts';

type Other = Pick<CasePeople['matches'][number], 'kind' | 'recordId' | 'number' | 'pseudonym'>;
interface PersonProps {
  opened: OpenedCase;
  caseId: string;
  person: CasePerson;
  people: CasePeople;
  mayWrite: boolean;
}

const OtherLink = ({ other }: { other: Other }) => {
  const { t } = useWords(peopleWords);
  const { kind, recordId, number, pseudonym } = other;
  const name = pseudonym === null ? t(`same.${kind}`, { number }) : t('same.case-with', { number, pseudonym });
  return <Link to={kind === 'case' ? `/cases/${recordId}/people` : `/reports/${recordId}`}>{name}</Link>;
};

/** Who may be the same elsewhere, and who was said to be. */
const SamePerson = ({ caseId, person, people, mayWrite }: PersonProps) => {
  const { t } = useWords(peopleWords);
  const { act, busy, refusal } = usePeopleAct(caseId);
  const matches = people.matches.filter(({ personId }) => personId === person.id);
  const links = people.links.filter(({ personId }) => personId === person.id);
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ul className="plain">
        {links.map((link) => (
          <li key={link.id}>
            <strong>{t('same.is')}</strong> <OtherLink other={link} /> · {t('same.by', { name: link.by.name })} ·{' '}
            <Moment at={link.at} />{' '}
            {mayWrite && (
              <button
                type="button"
                disabled={busy}
                onClick={() =>
                  act(() => linkPerson(caseId, person.id, { act: 'undo', linkId: link.id }), t('same.undone'))
                }
              >
                {t('same.undo')}
              </button>
            )}
          </li>
        ))}
        {matches.map((match) => {
          const otherId = match.kind === 'report' ? match.recordId : match.otherPersonId;
          return (
            <li key={`${match.recordId} ${match.field} ${match.otherPersonId}`}>
              <OtherLink other={match} /> {t('same.match', { field: t(`identifier.${match.field}`) })}{' '}
              {mayWrite && otherId !== null && (
                <button
                  type="button"
                  disabled={busy}
                  onClick={() =>
                    act(
                      () => linkPerson(caseId, person.id, { act: 'link', kind: match.kind, otherId }),
                      t('same.linked'),
                    )
                  }
                >
                  {t('same.link')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {matches.length + links.length > 0 && <p className="hint">{t('same.right')}</p>}
    </>
  );
};

const Identifiers = ({ caseId, person, mayWrite }: Omit<PersonProps, 'people' | 'opened'>) => {
  const { act, busy, refusal } = usePeopleAct(caseId);
  const remove = (identifierId: string, said: string) =>
    act(() => identifyPerson(caseId, person.id, { act: 'remove', identifierId }), said);
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <IdentifierList identifiers={person.identifiers} busy={busy} remove={mayWrite ? remove : null} />
    </>
  );
};

/** The statements of the case that name somebody, or that they made. */
const NamedIn = ({ opened, person }: Pick<PersonProps, 'opened' | 'person'>) => {
  const { t } = useWords(peopleWords);
  const known = useWords(knownWords);
  const naming = opened.statements.filter(
    ({ names, saidBy }) => saidBy?.id === person.id || names.some(({ id }) => id === person.id),
  );
  if (naming.length === 0) return null;
  return (
    <Fold title={t('people.named-in')}>
      {naming.map(({ id, position, words }) => (
        <div key={id}>
          <p className="hint">{known.t('known.statement', { position })}</p>
          <Words>{words}</Words>
        </div>
      ))}
    </Fold>
  );
};

const PersonCard = (props: PersonProps) => {
  const { caseId, person, mayWrite } = props;
  const { t } = useWords(peopleWords);
  const take = useTakePeople(caseId);
  const { act, busy, refusal } = usePeopleAct(caseId);
  return (
    <li className="card">
      <p className="row-first">
        <strong>{person.pseudonym}</strong>
        <span>{t(`part.${person.part}`)}</span>
      </p>
      {person.name && <p>{person.name}</p>}
      {person.note && <Words>{person.note}</Words>}
      <Identifiers {...props} />
      <SamePerson {...props} />
      <NamedIn {...props} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {mayWrite && (
        <>
          <Fold title={t('identifier.title')}>
            <p className="hint">{t('people.rule')}</p>
            <IdentifierForm
              draft={`identifier ${person.id}`}
              send={(field, value) => identifyPerson(caseId, person.id, { act: 'enter', field, value })}
              done={take}
            />
          </Fold>
          <Fold title={t('people.change')}>
            <PersonForm caseId={caseId} person={person} />
            <button
              type="button"
              disabled={busy}
              onClick={() => act(() => removePerson(caseId, person.id), t('people.removed'))}
            >
              {t('people.remove', { pseudonym: person.pseudonym })}
            </button>
          </Fold>
        </>
      )}
    </li>
  );
};

const People = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(peopleWords);
  const mayWrite = opened.state === 'open' && ['lead', 'deputy', 'member'].includes(opened.myPart);
  return (
    <Reading of={useQuery(peopleQuery(opened.id))}>
      {(people) => (
        <>
          {people.askCoordinator && (
            <Notice tone="careful">
              <p>{t('people.ask-coordinator')}</p>
            </Notice>
          )}
          {people.people.length === 0 && <Empty>{t('people.none')}</Empty>}
          <ul className="cards">
            {people.people.map((person) => (
              <PersonCard
                key={person.id}
                opened={opened}
                caseId={opened.id}
                person={person}
                people={people}
                mayWrite={mayWrite}
              />
            ))}
          </ul>
          {mayWrite && (
            <Fold key={people.people.length} title={t('people.enter')}>
              <PersonForm caseId={opened.id} person={null} />
            </Fold>
          )}
        </>
      )}
    </Reading>
  );
};

/** The people of one case, each by a pseudonym first, and who may be the same elsewhere. */
export const PeopleOfCasePage = () => {
  const { t } = useWords(peopleWords);
  return <OpenedPage title={() => t('people.title')}>{(opened) => <People opened={opened} />}</OpenedPage>;
};
