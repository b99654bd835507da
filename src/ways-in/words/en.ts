export const en = {
  'help.title': 'Help',
  'help.lead': 'How this site works, what to do when it does not, and how to leave it fast.',
  'help.danger': 'Somebody is in danger now? Do not write here first. Call {number}.',
  'help.tell.title': 'Tell us what worries you',
  'help.tell.form':
    'Only two questions need an answer: is anyone in danger now, and what did you see or hear. You need no account and no name.',
  'help.tell.receipt':
    'Afterwards you get a receipt of 24 digits. With it you can read our answer and add to what you told. Nobody can find it again for you.',
  'help.tell.open': 'Report a concern',
  'help.tell.return': 'Come back with your receipt',
  'help.leave.title': 'Leaving fast',
  'help.leave.link':
    '“Leave fast” at the top of every page opens an encyclopaedia in place of this site, and empties what you typed.',
  'help.leave.key': 'On a keyboard, press Escape three times within two seconds.',
  'help.leave.back':
    'After that the Back button does not lead here. So Back does not lead from one page of the form to another either: it leaves this site.',
  'help.leave.plain':
    'Where your browser runs no scripts, the link still opens the other site, but Back can lead here. Then close the tab as well.',
  'help.leave.cannot':
    'No site can empty the list of visited pages of your browser, or hide from whoever watches your device or network that it was opened. A private window helps with the first.',
  'help.ways.title': 'Other ways to tell us',
  'help.ways.people':
    'Speak to somebody you trust at your school, work or town hall. They can enter it for you, and give you the receipt.',
  'help.ways.paper': 'Print the paper form, fill it in, and hand it in or post it.',
  'help.ways.paper-link': 'Paper form',
  'help.ways.poster': 'Poster with a code for the wall',
  'help.ways.card': 'Card for the pocket',
  'help.wrong.title': 'When something does not work',
  'help.wrong.again':
    'Send it again: the same page sent twice counts once, and what you typed comes back with the page.',
  'help.wrong.sure': 'Only a receipt tells you that something arrived. No receipt: count it as not sent.',
  'help.wrong.images':
    'Pictures only: JPEG, PNG, WebP, GIF, AVIF or TIFF, ten at most, 20 MB each. We redraw each, so that no place, time or device stays in it. Text documents, PDF, sound and video are not taken: tell us that you have them.',
  'help.more.title': 'More',
  'help.more.accessibility': 'How accessible this site is',
  'access.title': 'Accessibility',
  'access.lead':
    'Everybody must be able to tell us something. This page says what we did for that, how it was tested, and what still stands in the way.',
  'access.scope.title': 'What this is about',
  'access.scope.words':
    'The public pages of {community} on this site: the first page, the report form, the receipt, the conversation, the library, help and errors. The desk of the staff is tested too. The measure is WCAG 2.2, levels A and AA.',
  'access.status.title': 'Where it stands',
  'access.status.words':
    'Partly tested: the automatic tests below find no fault. The tests by people have not been made on this installation unless its operator says so here. We therefore do not claim full conformance.',
  'access.tested.title': 'Tested by machine with every change',
  'access.tested.rules':
    'the rules that a machine can check, on every page in each of its states, light, dark and with colours of one’s own;',
  'access.tested.keyboard':
    'reporting, coming back and answering with the keyboard alone, without script, at a width of 320 points;',
  'access.tested.focus':
    'that the focus is seen and covered by nothing, that targets are large enough, that letters twice as large break nothing;',
  'access.tested.errors': 'that each error says what to do and leads to its field;',
  'access.tested.desk': 'the main work of the staff by keyboard and by the names that a screen reader speaks.',
  'access.people.title': 'What only a person can check',
  'access.people.reader': 'whether the pages make sense when a screen reader (NVDA, VoiceOver, TalkBack) speaks them;',
  'access.people.words': 'whether the words are plain enough for a frightened child, and right in each language;',
  'access.people.order': 'whether the order of reading, the headings and the descriptions of pictures help;',
  'access.people.speech': 'whether the pages can be used by voice, with a switch, with a magnifier.',
  'access.limits.title': 'Known limits',
  'access.limits.code':
    'The square code of the receipt cannot be read without sight; the same digits stand beside it as text.',
  'access.limits.sign': 'There is no version in sign language or easy-read pictures.',
  'access.limits.pictures':
    'Pictures that people send carry no description; the staff describes them where it matters.',
  'access.contact.title': 'Tell us what stands in your way',
  'access.contact.words':
    'Use the report form, choose that nobody is in danger, and begin with the word “accessibility”. A person reads it and answers with your receipt. You can also say it to anyone at {community}, by voice or on paper.',
  'access.contact.authority':
    'If the answer does not help, the authority of your country for the accessibility of public sites can.',
  'access.date': 'This page describes the program as it was on {date}.',
  'paper.title': 'Paper form',
  'paper.print': 'Print this page: four pages of A4, or two sheets on both sides. Who fills it in needs nothing else.',
  'paper.heading': 'Tell us what worries you',
  'paper.slow': 'Paper is slow. If somebody is in danger now, call {number}.',
  'paper.faster': 'Faster: {address}',
  'paper.open':
    'You need not give your name. Fill in what you know, leave the rest empty. Put it into an envelope and give it to somebody you trust there, or into the box that they name.',
  'paper.receipt': 'Whoever enters it gets a receipt of 24 digits. Ask for it if you want to read an answer.',
  'paper.staff':
    'For the person who enters this: the code opens the entry page in this language. It holds nothing of what is written here.',
  'paper.code': 'Code for staff: opens the entry page',
  'paper.received': 'Received on (day and hour)',
  'paper.form': 'Form {version}',
} as const;
