import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'help.title': 'Ajuda',
  'help.lead': 'Com funciona aquest web, què pots fer quan no funciona i com sortir-ne de pressa.',
  'help.danger': 'Hi ha algú en perill ara? No escriguis aquí primer. Truca al {number}.',
  'help.tell.title': 'Explica’ns què et preocupa',
  'help.tell.form':
    'Només cal respondre dues preguntes: hi ha algú en perill ara, i què has vist o sentit. No cal compte ni nom.',
  'help.tell.receipt':
    'Després reps un rebut de 24 xifres. Amb ell pots llegir la nostra resposta i afegir-hi coses. Si el perds, ningú no te’l pot recuperar.',
  'help.tell.open': 'Explica què et preocupa',
  'help.tell.return': 'Torna amb el teu rebut',
  'help.leave.title': 'Sortir de pressa',
  'help.leave.link':
    '«Surt de pressa», a dalt de cada pàgina, obre una enciclopèdia en lloc d’aquest web i esborra el que havies escrit.',
  'help.leave.key': 'Amb el teclat, prem Escape tres vegades en dos segons.',
  'help.leave.back':
    'Després, el botó Enrere no torna aquí. Per això tampoc no porta d’una pàgina del formulari a l’altra: surt d’aquest web.',
  'help.leave.plain':
    'Si el teu navegador no executa scripts, l’enllaç obre igualment l’altre web, però Enrere pot tornar aquí. Tanca també la pestanya.',
  'help.leave.cannot':
    'Cap web no pot buidar la llista de pàgines visitades del navegador ni amagar la visita a qui vigila el teu aparell o la teva xarxa. Una finestra privada ajuda amb la primera cosa.',
  'help.ways.title': 'Altres maneres d’explicar-ho',
  'help.ways.people':
    'Parla amb algú de confiança de l’escola, la feina o l’ajuntament. Ho pot entrar per tu i donar-te el rebut.',
  'help.ways.paper': 'Imprimeix el formulari en paper, omple’l i lliura’l o envia’l.',
  'help.ways.paper-link': 'Formulari en paper',
  'help.ways.poster': 'Cartell amb un codi per a la paret',
  'help.ways.card': 'Targeta de butxaca',
  'help.wrong.title': 'Quan alguna cosa no funciona',
  'help.wrong.again':
    'Torna-ho a enviar: la mateixa pàgina enviada dues vegades compta una sola vegada, i el que has escrit torna amb la pàgina.',
  'help.wrong.sure': 'Només un rebut et diu que ha arribat. Sense rebut, dona-ho per no enviat.',
  'help.wrong.images':
    'Només imatges: JPEG, PNG, WebP, GIF, AVIF o TIFF, deu com a màxim, de 20 MB cadascuna. Les tornem a dibuixar perquè no hi quedi ni lloc, ni hora, ni aparell. No agafem documents de text, PDF, so ni vídeo: digue’ns que els tens.',
  'help.more.title': 'Més',
  'help.more.accessibility': 'Fins a quin punt és accessible aquest web',
  'access.title': 'Accessibilitat',
  'access.lead':
    'Tothom ha de poder explicar-nos alguna cosa. Aquesta pàgina diu què hem fet, com s’ha provat i què encara fa nosa.',
  'access.scope.title': 'De què parlem',
  'access.scope.words':
    'Les pàgines públiques de {community} en aquest web: la primera pàgina, el formulari, el rebut, la conversa, la biblioteca, l’ajuda i els errors. L’escriptori del personal també es prova. La mesura són les WCAG 2.2, nivells A i AA.',
  'access.status.title': 'En quin estat és',
  'access.status.words':
    'Provat en part: les proves automàtiques de sota no hi troben cap defecte. Les proves amb persones no s’han fet en aquesta instal·lació si qui la porta no ho diu aquí. Per això no afirmem una conformitat completa.',
  'access.tested.title': 'Provat per màquina a cada canvi',
  'access.tested.rules':
    'les regles que una màquina pot comprovar, a cada pàgina en cada estat, en clar, en fosc i amb colors propis;',
  'access.tested.keyboard': 'explicar, tornar i respondre només amb el teclat, sense scripts, a 320 punts d’amplada;',
  'access.tested.focus':
    'que el focus es veu i res no el tapa, que els objectius són prou grans i que amb lletres el doble de grans no es trenca res;',
  'access.tested.errors': 'que cada error diu què cal fer i porta al seu camp;',
  'access.tested.desk': 'la feina principal del personal amb el teclat i pels noms que diu un lector de pantalla.',
  'access.people.title': 'El que només pot comprovar una persona',
  'access.people.reader':
    'si les pàgines s’entenen quan les llegeix un lector de pantalla (NVDA, VoiceOver, TalkBack);',
  'access.people.words': 'si les paraules són prou planeres per a una criatura espantada, i correctes en cada llengua;',
  'access.people.order': 'si l’ordre de lectura, els títols i les descripcions de les imatges ajuden;',
  'access.people.speech': 'si les pàgines es poden fer servir amb la veu, amb un commutador, amb una lupa.',
  'access.limits.title': 'Límits coneguts',
  'access.limits.code':
    'El codi quadrat del rebut no es pot llegir sense veure-hi; les mateixes xifres hi són al costat com a text.',
  'access.limits.sign': 'No hi ha versió en llengua de signes ni amb pictogrames de lectura fàcil.',
  'access.limits.pictures': 'Les imatges que s’envien no porten descripció; el personal les descriu quan cal.',
  'access.contact.title': 'Digue’ns què et fa nosa',
  'access.contact.words':
    'Fes servir el formulari, tria que no hi ha ningú en perill i comença amb la paraula «accessibilitat». Ho llegeix una persona i respon amb el teu rebut. També ho pots dir a qualsevol persona de {community}, de veu o en paper.',
  'access.contact.authority':
    'Si la resposta no serveix, pots anar a l’autoritat del teu país per a l’accessibilitat dels webs públics.',
  'access.date': 'Aquesta pàgina descriu el programa tal com era el {date}.',
  'paper.title': 'Formulari en paper',
  'paper.print':
    'Imprimeix aquesta pàgina: quatre pàgines A4, o dos fulls a dues cares. Qui l’omple no necessita res més.',
  'paper.heading': 'Explica’ns què et preocupa',
  'paper.slow': 'El paper és lent. Si hi ha algú en perill ara, truca al {number}.',
  'paper.faster': 'Més ràpid: {address}',
  'paper.open':
    'No cal que diguis qui ets. Omple el que saps i deixa la resta en blanc. Posa-ho en un sobre i dona-ho a algú de confiança d’allà, o posa-ho a la bústia que et diguin.',
  'paper.receipt': 'Qui ho entra rep un rebut de 24 xifres. Demana’l si vols llegir una resposta.',
  'paper.staff':
    'Per a qui ho entra: el codi obre la pàgina d’entrada en aquesta llengua. No conté res del que s’hi ha escrit.',
  'paper.code': 'Codi per al personal: obre la pàgina d’entrada',
  'paper.received': 'Rebut el (dia i hora)',
  'paper.form': 'Formulari {version}',
};
