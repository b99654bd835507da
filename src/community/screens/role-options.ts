import type { Discipline, Role } from '../../console/api/community.ts';
import { useConsoleWords } from '../../console/kit/speech.tsx';

const roles = Object.keys({
  'duty-officer': true,
  coordinator: true,
  custodian: true,
  overseer: true,
  'team-member': true,
  consultant: true,
  leader: true,
  'site-manager': true,
  administrator: true,
} satisfies Record<Role, true>) as Role[];

const disciplines = Object.keys({
  school: true,
  'mental-health': true,
  'social-services': true,
  police: true,
  health: true,
  legal: true,
  'site-security': true,
  'victim-services': true,
  faith: true,
  employer: true,
  governance: true,
  administration: true,
} satisfies Record<Discipline, true>) as Discipline[];

/** Every role and every discipline in words, as options. */
export const useRoleOptions = () => {
  const { t } = useConsoleWords();
  return {
    roles: roles.map((value) => ({ value, label: t(`role.${value}`) })),
    disciplines: disciplines.map((value) => ({ value, label: t(`discipline.${value}`) })),
  };
};
