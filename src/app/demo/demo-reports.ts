import { type Concern, concern } from '../../reports/index.ts';

type DemoReport = { minutesAgo: number; channel: 'web' | 'phone' | 'letter'; concern: Concern; contact: string };

const told = (
  minutesAgo: number,
  channel: DemoReport['channel'],
  { contact = '', ...input }: Record<string, unknown>,
): DemoReport => ({
  minutesAgo,
  channel,
  concern: concern.parse({ dangerNow: false, language: 'en', ...input }),
  contact: String(contact),
});

/** Invented concerns in the four languages, one of each kind of day; the first two are already cases. */
export const demoReports: readonly DemoReport[] = [
  told(9 * 1_440, 'web', {
    what: 'A boy in the year above keeps saying that he will “make them all pay” before the holidays. He showed a friend a page with times and rooms written down.',
    when: 'Last week, again yesterday',
    whereKind: 'place',
    where: 'School yard, and the bus home',
    aboutWhom: 'Tall, plays handball, left the club in autumn',
    howKnown: ['heard', 'told'],
    signs: ['M4', 'P1', 'X1'],
    targetOrTimeNamed: true,
  }),
  told(4 * 1_440, 'phone', {
    language: 'ca',
    what: 'Una veïna explica que el seu germà ha perdut la feina, gairebé no surt i diu que l’ajuntament li ha arruïnat la vida.',
    howKnown: ['told'],
    signs: ['M4', 'X2'],
    aboutWhom: 'El germà d’una veïna',
  }),
  told(190, 'web', {
    language: 'es',
    what: 'En un chat del instituto alguien pregunta cómo entrar por la puerta de atrás cuando hay asamblea. Puede que sea una broma.',
    whereKind: 'online',
    where: 'Chat de clase',
    howKnown: ['read'],
    signs: ['P7', 'X4'],
  }),
  told(55, 'web', {
    language: 'fr',
    what: 'Je ne sais pas si c’est grave. Une collègue a changé d’un coup, elle donne ses affaires et ne parle plus à personne.',
    selfHarm: true,
    signs: ['P9'],
  }),
  told(38, 'web', {
    what: 'I just have a bad feeling about somebody and cannot say why. I did not know where to write this.',
  }),
  told(16, 'web', {
    language: 'ca',
    what: 'M’ha dit que demà no vingui a la festa major i que ja veuré per què. Em va fer por com ho deia.',
    when: 'Ahir a la nit',
    howKnown: ['told'],
    contact: 'Berta, 600 000 000, millor a la tarda.',
    signs: ['M3', 'X1'],
    imminence: ['time-within-a-day'],
    targetOrTimeNamed: true,
  }),
  told(12, 'letter', {
    what: 'Unsigned letter: the back gate of the sports ground has been propped open three evenings in a row.',
    signs: ['P7'],
    whereKind: 'place',
    where: 'Sports ground, back gate',
  }),
];
