import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'forgotten.link': 'J’ai oublié mon mot de passe ou perdu mon appareil',
  'forgotten.title': 'Retrouver l’accès',
  'forgotten.words':
    'Trois chemins, d’abord celui qui ne perd rien. Aucun ne dit à quiconque si une adresse est connue ici.',
  'forgotten.by-code': 'Avec un code de récupération',
  'forgotten.by-code-words': 'Un des dix codes que vous avez imprimés. Il sert une fois, et rien n’est perdu.',
  'forgotten.code': 'Code de récupération',
  'forgotten.by-kit': 'Avec les deux moitiés du jeu de récupération',
  'forgotten.by-kit-words':
    'Deux personnes en gardent une moitié chacune. Saisissez-les ici ensemble. Rien n’est perdu ; l’application et les clés d’accès sont à configurer de nouveau.',
  'forgotten.missing-half': 'Saisissez cette moitié du jeu.',
  'forgotten.by-two': 'Avec deux collègues qui vous connaissent',
  'forgotten.by-two-words':
    'Vous recevez un numéro et un lien. Dites le numéro à deux responsables, en personne ou de vive voix ; quand les deux l’ont confirmé, le lien vous permet de choisir un nouveau mot de passe.',
  'forgotten.by-two-lost':
    'Votre ancienne clé disparaît. Ce qu’elle seule ouvrait reste fermé jusqu’à ce qu’un collègue qui peut le lire se connecte ; ce que personne d’autre ne peut lire reste fermé pour toujours, sauf avec le jeu de récupération.',
  'forgotten.ask': 'Demander à deux collègues',
  'forgotten.asked': 'Gardez cette page jusqu’à votre retour',
  'forgotten.asked-number': 'Dites ce numéro à deux responsables, qui vérifient que c’est bien vous :',
  'forgotten.asked-link':
    'Quand les deux ont confirmé, ouvrez ce lien. Il n’est montré que maintenant et n’est envoyé à personne :',
  'forgotten.copy': 'Copier le lien',
  'forgotten.until': 'valable jusqu’au',
  'forgotten.set': 'Choisir le nouveau mot de passe',
  'forgotten.back': 'Retour à la connexion',
  'recovery.title': 'Votre nouvel accès',
  'recovery.waiting':
    '{count, plural, one {# collègue doit encore confirmer} other {# collègues doivent encore confirmer}}',
  'recovery.confirmed': 'Deux collègues se sont portés garants de vous.',
  'recovered.title': 'Le nouveau mot de passe est valable',
  'recovered.words': 'Vous avez été déconnecté partout ailleurs. Connectez-vous maintenant avec lui.',
  'recovered.waiting':
    '{count, plural, one {# dossier reste fermé pour le moment} other {# dossiers restent fermés pour le moment}}',
  'recovered.waiting-words': 'Chacun s’ouvre de nouveau de lui-même quand une personne qui peut le lire se connecte.',
  'vouch.title': 'Collègues qui ne peuvent pas se connecter',
  'vouch.words':
    'Voyez-les ou entendez-les vous-même, par un chemin que vous connaissez : pas le numéro ni l’adresse qu’un message vous donne. Deux personnes différentes confirment.',
  'vouch.asked': 'Demandé',
  'vouch.first': '{name} a confirmé. Il en faut encore une.',
  'vouch.number': 'Le numéro qu’il ou elle vous a dit',
  'vouch.number-hint': 'La personne le lit sur son écran. Il n’est pas montré ici, pour que nul ne confirme sans elle.',
  'vouch.missing': 'Saisissez le numéro.',
  'vouch.act': 'C’est bien cette personne',
  'vouch.act-one': 'Confirmer que c’est bien {name}',
  'vouch.done': 'Confirmé, et consigné.',
  'own.password': 'Mot de passe',
  'own.change': 'Changer le mot de passe',
  'own.words': 'Ailleurs, vous êtes déconnecté.',
  'own.current': 'Mot de passe actuel',
  'own.missing-current': 'Saisissez le mot de passe actuel.',
  'own.changed': 'Le mot de passe a été changé.',
  'own.remove-passkey': 'Retirer la clé d’accès {name}',
  'own.remove': 'Retirer',
  'own.remove-totp': 'Retirer l’application',
  'pager.title': 'Téléphone',
  'pager.words':
    'Quand quelqu’un attend et que vous êtes de permanence, vous êtes aussi appelé ici. Le message dit que quelqu’un attend, et rien d’autre.',
  'pager.number': 'Numéro',
  'pager.hint': 'Avec l’indicatif du pays, comme +33 6 00 00 00 00. Vide : seulement par courriel.',
  'pager.way': 'Comment',
  'pager.sms': 'Message texte',
  'pager.voice': 'Appel vocal',
  'pager.act': 'Enregistrer',
  'pager.done': 'Enregistré.',
};
