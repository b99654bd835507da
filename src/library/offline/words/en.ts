export const en = {
  'offline.title': 'No network',
  'offline.lead': 'This page needs a network. What you have kept of the library is here all the same.',
  'offline.not-sent': 'Nothing that you typed was sent.',
  'offline.library': 'To the library',
} as const;
