/** Invented people of an invented place; none resembles anybody. */
export const demoPeople = [
  {
    key: 'nora',
    name: 'Nora Vidal',
    email: 'nora@demo.example',
    language: 'ca',
    roles: ['coordinator', 'team-member', 'administrator'],
    discipline: 'school',
    agency: 'Riba Alta school service',
  },
  {
    key: 'pau',
    name: 'Pau Serra',
    email: 'pau@demo.example',
    language: 'en',
    roles: ['duty-officer', 'team-member'],
    discipline: 'social-services',
    agency: 'Riba Alta town hall',
  },
  {
    key: 'ines',
    name: 'Inés Molina',
    email: 'ines@demo.example',
    language: 'es',
    roles: ['duty-officer', 'team-member'],
    discipline: 'police',
    agency: 'Riba Alta local police',
  },
  {
    key: 'claire',
    name: 'Claire Aubert',
    email: 'claire@demo.example',
    language: 'fr',
    roles: ['team-member', 'custodian'],
    discipline: 'mental-health',
    agency: 'Riba Alta health centre',
  },
  {
    key: 'tom',
    name: 'Tom Keller',
    email: 'tom@demo.example',
    language: 'en',
    roles: ['team-member', 'site-manager'],
    discipline: 'site-security',
    agency: 'Riba Alta town hall',
  },
  {
    key: 'marc',
    name: 'Marc Oliva',
    email: 'marc@demo.example',
    language: 'ca',
    roles: ['consultant'],
    discipline: 'mental-health',
    agency: 'Youth practice, Riba Alta',
  },
  {
    key: 'olga',
    name: 'Olga Prats',
    email: 'olga@demo.example',
    language: 'en',
    roles: ['overseer'],
    discipline: 'governance',
    agency: 'Riba Alta town council',
  },
] as const;

export type DemoKey = (typeof demoPeople)[number]['key'];

/** What each of them shows, for the lines that the start prints. */
export const demoParts: Record<DemoKey, string> = {
  nora: 'coordinator: people, rota, every row',
  pau: 'duty officer today: the triage desk, leads a case',
  ines: 'second officer, team member',
  claire: 'team member, custodian',
  tom: 'team member, asked to lead a case',
  marc: 'consultant: what he was given of one case, and his answer',
  olga: 'overseer: that all is owned and on time, no content',
};

export const demoCommunity = {
  name: 'Riba Alta (demonstration)',
  slug: 'riba-alta',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  defaultLanguage: 'en',
  emergencyNumbers: [{ number: '112', for: 'everything' }],
  crisisLines: [{ number: '024', name: 'Línea 024', hours: '24/7' }],
  legalProfile: 'spain' as const,
};
