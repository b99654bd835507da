import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'ladder.title': 'A qui s’ha avisat i qui és el següent',
  'ladder.by-mail': 'per correu',
  'ladder.by-telephone': 'per telèfon',
  'ladder.delivered': 'lliurat',
  'ladder.waiting': 'espera per sortir',
  'ladder.given-up': 'no s’ha pogut avisar',
  'ladder.opened': '{name} l’ha obert',
  'ladder.accepted': '{recipient}: {name} ho ha acceptat',
  'ladder.open-handover':
    '{recipient}: allà encara no ho ha acceptat ningú; {name} en continua responsable i se li recordarà',
  'ladder.next-second': 'Sense decisió, passa a la segona persona, {name}:',
  'ladder.next-coordinator': 'Sense decisió, passa a la coordinació, {name}:',
  'reading.title': 'Per què llegeix aquest avís?',
  'reading.explain':
    'Espera una altra persona. El pot obrir, però abans digui per què. Les seves paraules es desen amb l’avís: qui el pot llegir veu qui l’ha llegit i per què.',
  'reading.label': 'El seu motiu',
  'reading.hint': 'Amb una frase n’hi ha prou. Val durant dotze hores.',
  'reading.missing': 'Escrigui en poques paraules per què el llegeix.',
  'reading.act': 'Obrir l’avís',
  'reading.said': 'L’avís és obert.',
  'reading.gave': '{name} ha dit per què el llegeix: «{words}»',
};
