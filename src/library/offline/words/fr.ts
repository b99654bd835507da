export const fr = {
  'offline.title': 'Pas de réseau',
  'offline.lead': 'Cette page a besoin du réseau. Ce que vous avez gardé de la bibliothèque est là malgré tout.',
  'offline.not-sent': 'Rien de ce que vous avez écrit n’a été envoyé.',
  'offline.library': 'Vers la bibliothèque',
} as const;
