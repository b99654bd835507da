import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'shell.skip': 'Aller au contenu',
  'shell.emergency.now': 'Danger ? Appelez le',
  'shell.emergency.everything': 'urgences',
  'shell.emergency.police': 'police',
  'shell.emergency.text': 'par SMS',
  'shell.leave': 'Quitter vite',
  'shell.sending': 'Envoi en cours…',
  'shell.not-sent':
    'Nous ne savons pas si c’est arrivé. Vos mots sont toujours ici. Renvoyez-les dès que vous avez du réseau : la même page envoyée deux fois compte une seule fois. Si cela ne peut pas attendre, appelez le {number}.',
  'shell.help': 'Aide : comment ça marche, comment quitter vite',
  'shell.accessibility': 'Accessibilité',
  'shell.privacy': 'Confidentialité',
  'shell.languages': 'Langue',
  'shell.choose.title': 'De quelle communauté ?',
  'shell.choose.words':
    'Plusieurs communautés partagent cette page. Choisissez la vôtre : ce que vous racontez n’arrive qu’à elle.',
  'shell.choose.list': 'Communautés',
  'shell.footer.not-emergency': 'Cette page n’est pas un service d’urgence : elle n’envoie personne.',
  'shell.footer.free': 'Faite avec Forestall, logiciel libre et gratuit.',
  'shell.library': 'Bibliothèque : signes, conseils, cours',
  'shell.footer.staff': 'Accès du personnel',
};
