export const ca = {
  'offline.title': 'Sense connexió',
  'offline.lead': 'Aquesta pàgina necessita connexió. El que s’ha desat de la biblioteca hi és igualment.',
  'offline.not-sent': 'No s’ha enviat res del que s’ha escrit.',
  'offline.library': 'A la biblioteca',
} as const;
