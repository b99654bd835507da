export const en = {
  'shell.skip': 'Skip to the page',
  'shell.emergency.now': 'Danger now? Call',
  'shell.emergency.everything': 'emergency',
  'shell.emergency.police': 'police',
  'shell.emergency.text': 'by text message',
  'shell.leave': 'Leave fast',
  'shell.languages': 'Language',
  'shell.choose.title': 'Which community?',
  'shell.choose.words':
    'Several communities share this page. Choose yours: whatever you tell goes to that community alone.',
  'shell.choose.list': 'Communities',
  'shell.footer.not-emergency': 'This page is not an emergency service. Nobody is sent by it.',
  'shell.footer.free': 'Made with Forestall, free and open software.',
  'shell.library': 'Library: warning signs, advice, courses',
  'shell.footer.staff': 'For staff',
} as const;
