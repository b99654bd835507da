import type { Role } from '../api/community.ts';

export interface Place {
  name:
    | 'my-day'
    | 'reports'
    | 'cases'
    | 'find'
    | 'library'
    | 'rota'
    | 'people'
    | 'ways-in'
    | 'identities'
    | 'keeping'
    | 'oversight'
    | 'programme'
    | 'settings';
  to: string;
  /** The second key after `g`. */
  key: string;
  /** Who finds it in the rail; everybody where nothing is said. */
  roles?: readonly Role[];
}

/** Where one can go, in the order of the rail. */
export const places: readonly Place[] = [
  { name: 'my-day', to: '/', key: 'd' },
  { name: 'reports', to: '/reports', key: 'r', roles: ['duty-officer', 'coordinator'] },
  {
    name: 'cases',
    to: '/cases',
    key: 'c',
    roles: ['duty-officer', 'coordinator', 'custodian', 'team-member', 'consultant', 'leader'],
  },
  {
    name: 'find',
    to: '/find',
    key: 'f',
    roles: ['duty-officer', 'coordinator', 'custodian', 'team-member', 'leader'],
  },
  { name: 'library', to: '/library', key: 'l' },
  { name: 'rota', to: '/rota', key: 't', roles: ['duty-officer', 'coordinator', 'administrator'] },
  { name: 'ways-in', to: '/ways-in', key: 'w', roles: ['coordinator', 'administrator'] },
  { name: 'people', to: '/people', key: 'p', roles: ['coordinator', 'administrator', 'custodian'] },
  { name: 'identities', to: '/identities', key: 'i', roles: ['custodian', 'overseer'] },
  { name: 'keeping', to: '/keeping', key: 'k', roles: ['custodian', 'coordinator', 'overseer'] },
  { name: 'oversight', to: '/oversight', key: 'o', roles: ['overseer', 'coordinator'] },
  { name: 'programme', to: '/programme', key: 'm', roles: ['overseer', 'coordinator'] },
  { name: 'settings', to: '/settings', key: 's', roles: ['coordinator', 'administrator'] },
];

/** The places that these roles lead to. */
export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  places.filter((place) => place.roles === undefined || place.roles.some((role) => roles.includes(role)));
