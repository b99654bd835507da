import { useQuery } from '@tanstack/react-query';
import { type Person, peopleQuery } from '../api/community.ts';
import { isConsoleKey } from '../words/index.ts';
import type { Option } from './fields.tsx';
import { useConsoleWords } from './speech.tsx';

/** The active people of the community as options: name and discipline, in the order of the alphabet. */
export const usePeopleOptions = (isWanted: (person: Person) => boolean = () => true): Option[] => {
  const { t, language } = useConsoleWords();
  const { data } = useQuery(peopleQuery);
  return (data?.people ?? [])
    .filter((person) => person.state === 'active' && isWanted(person))
    .sort((a, b) => a.name.localeCompare(b.name, language))
    .map((person) => ({ value: person.id, label: `${person.name} · ${disciplineWords(t, person.discipline)}` }));
};

type Speak = ReturnType<typeof useConsoleWords>['t'];

/** A discipline in words; one that we have no word for stays as it is written. */
export const disciplineWords = (t: Speak, discipline: string): string => {
  const key = `discipline.${discipline}`;
  return isConsoleKey(key) ? t(key) : discipline;
};
