export const en = {
  'shell.skip': 'Skip to the page',
  'shell.emergency.now': 'Danger now? Call',
  'shell.emergency.everything': 'emergency',
  'shell.emergency.police': 'police',
  'shell.emergency.text': 'by text message',
  'shell.leave': 'Leave fast',
  'shell.languages': 'Language',
  'shell.footer.not-emergency': 'This page is not an emergency service. Nobody is sent by it.',
  'shell.footer.free': 'Made with Forestall, free and open software.',
  'shell.library': 'Library: warning signs, advice, courses',
  'shell.footer.staff': 'For staff',
} as const;
