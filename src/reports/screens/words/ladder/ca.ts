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
};
