import type { en } from './en.ts';
export const ca: Record<keyof typeof en, string> = {
  'identifier.title': 'Anota un identificador',
  'identifier.field': 'Què és',
  'identifier.value': 'Tal com hi consta',
  'identifier.name': 'Cognom i nom',
  'identifier.phone': 'Telèfon',
  'identifier.plate': 'Matrícula',
  'identifier.account': 'Compte o dispositiu',
  'identifier.act': 'Anota-ho',
  'identifier.done': 'Ja està anotat.',
  'identifier.remove': 'Treu {value}',
  'identifier.removed': 'S’ha tret.',
  'identifier.missing-field': 'Digueu què és.',
  'identifier.missing-value': 'Escriviu almenys tres caràcters.',
};
