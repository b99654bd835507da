import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'mailbox.title': 'Correu electrònic a una bústia',
  'mailbox.words':
    'Qui escriu a aquesta adreça arriba a la guàrdia. Cada correu esdevé un avís: les paraules i les imatges segellades, l’adreça de qui escriu només a la identitat segellada. El correu no és anònim i es pot llegir pel camí: el formulari és més segur.',
  'mailbox.none': 'Encara no hi ha cap bústia.',
  'mailbox.named': 'Els correus a {user} de {host} esdevenen avisos.',
  'mailbox.taken': '{count, plural, =0 {Cap encara.} one {# fins ara.} other {# fins ara.}}',
  'mailbox.checked': 'Última mirada:',
  'mailbox.trouble.unreachable': 'el servidor no respon',
  'mailbox.trouble.certificate':
    'el seu certificat no és per a aquest nom, ha caducat o no ve de ningú de confiança: no s’hi ha enviat res',
  'mailbox.trouble.refused': 'el servidor no accepta l’usuari o la contrasenya',
  'mailbox.trouble.no-such-folder': 'aquesta carpeta no existeix',
  'mailbox.settings': 'Canviar la bústia',
  'mailbox.host': 'Servidor (IMAP)',
  'mailbox.host-hint': 'Buit: cap correu no esdevé ja un avís.',
  'mailbox.port': 'Port',
  'mailbox.port-hint': '993 amb TLS des del principi, si no 143.',
  'mailbox.port-wrong': 'Escrigui un número.',
  'mailbox.tls': 'TLS des del principi',
  'mailbox.authority': 'Certificat de l’autoritat pròpia',
  'mailbox.authority-hint':
    'Només si el certificat del servidor ve d’una autoritat vostra: el text de BEGIN CERTIFICATE a END CERTIFICATE.',
  'mailbox.user': 'Usuari',
  'mailbox.password': 'Contrasenya',
  'mailbox.password-kept': 'Buit: es manté la contrasenya desada.',
  'mailbox.password-hint': 'Es desa segellada i no es torna a mostrar.',
  'mailbox.folder': 'Carpeta',
  'mailbox.afterwards': 'Què se’n fa, d’un correu, quan l’avís ja està desat',
  'mailbox.afterwards-hint': 'Un correu que conté més que el seu avís es queda sempre.',
  'mailbox.keep': 'Es queda, marcat',
  'mailbox.remove': 'S’esborra',
  'mailbox.answers': 'Respondre a qui ha escrit que una persona ho llegirà, sense repetir-ne cap paraula',
  'mailbox.save': 'Desar la bústia',
  'mailbox.saved': 'La bústia s’ha desat. S’hi mirarà d’aquí a mig minut.',
};
