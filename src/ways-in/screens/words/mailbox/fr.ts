import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'mailbox.title': 'Courriel à une boîte',
  'mailbox.words':
    'Qui écrit à cette adresse atteint la permanence. Chaque courriel devient un signalement : ses mots et ses images scellés, l’adresse de qui écrit seulement dans l’identité scellée. Le courriel n’est pas anonyme et peut être lu en chemin : le formulaire est plus sûr.',
  'mailbox.none': 'Aucune boîte n’est encore indiquée.',
  'mailbox.named': 'Les courriels à {user} sur {host} deviennent des signalements.',
  'mailbox.taken': '{count, plural, =0 {Aucun encore.} one {# jusqu’ici.} other {# jusqu’ici.}}',
  'mailbox.checked': 'Dernier relevé :',
  'mailbox.trouble.unreachable': 'le serveur ne répond pas',
  'mailbox.trouble.certificate':
    'son certificat n’est pas pour ce nom, a expiré ou ne vient de personne de confiance : rien n’a été envoyé',
  'mailbox.trouble.refused': 'le serveur refuse l’utilisateur ou le mot de passe',
  'mailbox.trouble.no-such-folder': 'ce dossier n’existe pas',
  'mailbox.settings': 'Changer la boîte',
  'mailbox.host': 'Serveur (IMAP)',
  'mailbox.host-hint': 'Vide : plus aucun courriel ne devient un signalement.',
  'mailbox.port': 'Port',
  'mailbox.port-hint': '993 avec TLS dès le début, sinon 143.',
  'mailbox.port-wrong': 'Écrivez un nombre.',
  'mailbox.tls': 'TLS dès le début',
  'mailbox.authority': 'Certificat de votre propre autorité',
  'mailbox.authority-hint':
    'Seulement si le certificat du serveur vient d’une autorité à vous : le texte de BEGIN CERTIFICATE à END CERTIFICATE.',
  'mailbox.user': 'Utilisateur',
  'mailbox.password': 'Mot de passe',
  'mailbox.password-kept': 'Vide : le mot de passe gardé reste.',
  'mailbox.password-hint': 'Il est gardé scellé et n’est plus jamais montré.',
  'mailbox.folder': 'Dossier',
  'mailbox.afterwards': 'Ce que devient un courriel une fois son signalement gardé',
  'mailbox.afterwards-hint': 'Un courriel qui contient plus que son signalement reste toujours.',
  'mailbox.keep': 'Il reste, marqué',
  'mailbox.remove': 'Il est supprimé',
  'mailbox.answers': 'Répondre à qui a écrit qu’une personne le lira, sans répéter un mot',
  'mailbox.save': 'Enregistrer la boîte',
  'mailbox.saved': 'La boîte est enregistrée. Elle sera relevée d’ici une demi-minute.',
};
