export const en = {
  'page.waiting': 'Forestall: somebody waits for you. Open the desk.',
  'page.test': 'Forestall: this is a test page. Open the rota and acknowledge it.',
} as const;
