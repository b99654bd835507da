import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'by-group.title': 'Par groupe',
  'by-group.about':
    'Si certains groupes sont plus signalés, plus aidés ou plus orientés ailleurs que d’autres, une année à la fois. Cela dit qu’il faut regarder, pas pourquoi.',
  'by-group.link': 'Dossiers par groupe',
  'by-group.off':
    'Aucun groupe n’est noté ici. La coordination ou la protection des données peut l’activer là où une loi le permet.',
  'by-group.settings': 'Ce qui est noté, et pourquoi cela se peut',
  'by-group.none': 'Aucune année n’est encore comptée. Une année peut être comptée une fois terminée.',
  'by-group.ended': 'Années qui peuvent être comptées',
  'by-group.ended-hint':
    'Une année est comptée une seule fois, pour de bon : deux comptes côte à côte trahiraient de petits nombres. Attendez que tout ce qui doit être noté le soit.',
  'by-group.cases': '{count, plural, one {# dossier} other {# dossiers}}, une note sur {recorded}',
  'by-group.by-overseer': 'C’est la supervision qui compte : elle seule en a la clé.',
  'by-group.count': 'Compter {year}, pour de bon',
  'by-group.counted': '{year} est comptée.',
  'by-group.year': '{heading}, {year}',
  'by-group.when': 'Compté par {name},',
  'by-group.ground': 'En vertu de {ground}.',
  'by-group.verified': 'Confirmé par le conseil juridique : {counsel}.',
  'by-group.unverified': 'Non confirmé par le conseil juridique au moment du compte.',
  'by-group.rule':
    'Les nombres de 1 à {most} sont réservés, et autant d’autres qu’il faut pour qu’aucun ne puisse être déduit. Les zéros sont montrés.',
  'by-group.file': 'Sortir {year} (CSV)',
  'by-group.table.opened': 'Dossiers ouverts, {year}',
  'by-group.table.closed': 'Comment les dossiers ont été clos, {year}',
  'by-group.group': 'Groupe',
  'by-group.column.opened': 'Ouverts',
  'by-group.column.unfounded': 'Sans motif de préoccupation',
  'by-group.column.helped': 'Réglés, ou avec un soutien',
  'by-group.column.passed-on': 'Transmis, départ ou décès',
  'by-group.column.legal': 'Terminés par la justice',
  'by-group.column.together': 'Ensemble',
  'by-group.people': 'Personnes',
  'by-group.rate': 'Ouverts pour 1 000 personnes',
  'by-group.not-recorded': 'Non noté',
  'by-group.all': 'Tous',
  'by-group.held-back': 'réservé',
  'by-group.left-out': 'Trop peu pour être dits par groupe : {names}.',
  'by-group.too-few': 'Il y en avait trop peu pour être dits par groupe.',
};
