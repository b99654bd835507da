import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'by-group.title': 'Per grups',
  'by-group.about':
    'Si d’uns grups se n’avisa més que d’altres, o reben més ajuda o es deriven més, any per any. Diu que cal mirar-s’ho, no per què passa.',
  'by-group.link': 'Casos per grups',
  'by-group.off':
    'Aquí no s’anoten grups. La coordinació o la custòdia de la privacitat ho pot activar on una llei ho permet.',
  'by-group.settings': 'Què s’anota, i per què es pot fer',
  'by-group.none': 'Encara no hi ha cap any comptat. Un any es pot comptar quan s’ha acabat.',
  'by-group.ended': 'Anys que es poden comptar',
  'by-group.ended-hint':
    'Un any es compta una sola vegada, per sempre: dos recomptes l’un al costat de l’altre delatarien nombres petits. Espereu fins que s’hagi anotat el que s’hagi d’anotar.',
  'by-group.cases': '{count, plural, one {# cas} other {# casos}}, amb anotació a {recorded}',
  'by-group.by-overseer': 'Ho compta qui supervisa: només qui supervisa en té la clau.',
  'by-group.count': 'Compta {year}, per sempre',
  'by-group.counted': '{year} queda comptat.',
  'by-group.year': '{heading}, {year}',
  'by-group.when': 'Comptat per {name},',
  'by-group.ground': 'D’acord amb {ground}.',
  'by-group.verified': 'Confirmat per l’assessoria jurídica: {counsel}.',
  'by-group.unverified': 'Quan es va comptar, l’assessoria jurídica no ho havia confirmat.',
  'by-group.rule':
    'Els nombres d’1 a {most} es reserven, i també tants d’altres com calgui perquè cap no es pugui deduir. Els zeros es mostren.',
  'by-group.file': 'Treu {year} (CSV)',
  'by-group.table.opened': 'Casos oberts, {year}',
  'by-group.table.closed': 'Com es van tancar els casos, {year}',
  'by-group.group': 'Grup',
  'by-group.column.opened': 'Oberts',
  'by-group.column.unfounded': 'Sense motiu de preocupació',
  'by-group.column.helped': 'Resolts, o amb suport',
  'by-group.column.passed-on': 'Derivats, trasllat o mort',
  'by-group.column.legal': 'Acabats per la justícia',
  'by-group.column.together': 'En conjunt',
  'by-group.people': 'Persones',
  'by-group.rate': 'Oberts per cada 1.000 persones',
  'by-group.not-recorded': 'No anotat',
  'by-group.all': 'Tots',
  'by-group.held-back': 'reservat',
  'by-group.left-out': 'Massa pocs per dir-los per grups: {names}.',
  'by-group.too-few': 'N’hi havia massa pocs per dir-los per grups.',
};
