import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'team.lacking': 'A l’equip no hi ha ningú de: {disciplines}',
  'team.add-standing': 'Afegeix l’equip permanent al cas',
  'team.declared': 'ha declarat que no hi té cap vincle',
  'team.undeclared': 'encara no ho ha declarat',
  'team.declare': 'Declaro que res no em vincula a les persones d’aquest cas',
  'recuse.title': 'Inhibir-se, o apartar algú',
  'recuse.hint':
    'Un parent, un amic, algú acusat: des d’ara no tenen cap paper en aquest cas, sigui quin sigui el seu rol. No es pot desfer.',
  'recuse.person': 'Qui',
  'recuse.missing-person': 'Triï una persona.',
  'recuse.reason': 'Per què',
  'recuse.missing-reason': 'Escrigui per què.',
  'recuse.act': 'Aparta d’aquest cas',
  'recuse.done': 'La inhibició ha quedat escrita.',
  'recuse.past': 'Apartats d’aquest cas',
  'standing.title': 'Equip permanent',
  'standing.about':
    'Es poden afegir a un cas d’un sol cop. La verificació i la formació caduquen: es mostra a qui li han vençut.',
  'standing.is': 'De l’equip permanent',
  'standing.vetted': 'Verificació fins al',
  'standing.trained': 'Formació fins al',
  'standing.date-hint': 'Any-mes-dia, com ara 2027-06-30; buit si no n’hi ha.',
  'standing.not-a-date': 'Escrigui la data com a any-mes-dia.',
  'standing.lapsed': 'caducada',
  'standing.change': 'Canviar {name}',
  'standing.act': 'Desa',
  'standing.done': 'Desat.',
};
