export const es = {
  'offline.title': 'Sin conexión',
  'offline.lead': 'Esta página necesita conexión. Lo que se ha guardado de la biblioteca está aquí igualmente.',
  'offline.not-sent': 'No se ha enviado nada de lo escrito.',
  'offline.library': 'A la biblioteca',
} as const;
