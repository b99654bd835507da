export const en = {
  'shell.skip': 'Skip to the page',
  'shell.emergency.now': 'Danger now? Call',
  'shell.emergency.everything': 'emergency',
  'shell.emergency.police': 'police',
  'shell.emergency.text': 'by text message',
  'shell.leave': 'Leave fast',
  'shell.sending': 'Sending …',
  'shell.not-sent':
    'We cannot say whether this arrived. Your words are still here. Send again when you have a connection: the same page sent twice counts once. If it cannot wait, call {number}.',
  'shell.help': 'Help: how this works, how to leave fast',
  'shell.accessibility': 'Accessibility',
  'shell.privacy': 'Privacy',
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
