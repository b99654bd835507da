import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'help.title': 'Aide',
  'help.lead': 'Comment ce site marche, que faire quand il ne marche pas, et comment le quitter vite.',
  'help.danger': 'Quelqu’un est en danger maintenant ? N’écrivez pas ici d’abord. Appelez le {number}.',
  'help.tell.title': 'Dire ce qui vous inquiète',
  'help.tell.form':
    'Deux questions seulement demandent une réponse : quelqu’un est-il en danger, et qu’avez-vous vu ou entendu. Ni compte ni nom.',
  'help.tell.receipt':
    'Ensuite vous recevez un reçu de 24 chiffres. Avec lui, vous lisez notre réponse et ajoutez des choses. Perdu, personne ne peut le retrouver.',
  'help.tell.open': 'Signaler une inquiétude',
  'help.tell.return': 'Revenir avec votre reçu',
  'help.leave.title': 'Quitter vite',
  'help.leave.link':
    '« Quitter vite », en haut de chaque page, ouvre une encyclopédie à la place de ce site et efface ce que vous aviez écrit.',
  'help.leave.key': 'Au clavier, appuyez trois fois sur Échap en deux secondes.',
  'help.leave.back':
    'Ensuite, le bouton Retour ne ramène plus ici. Il ne mène donc pas non plus d’une page du formulaire à l’autre : il quitte ce site.',
  'help.leave.plain':
    'Si votre navigateur n’exécute pas de scripts, le lien ouvre bien l’autre site, mais Retour peut ramener ici. Fermez aussi l’onglet.',
  'help.leave.cannot':
    'Aucun site ne peut vider la liste des pages visitées du navigateur, ni cacher la visite à qui surveille votre appareil ou votre réseau. Une fenêtre privée aide pour la première.',
  'help.ways.title': 'D’autres façons de nous le dire',
  'help.ways.people':
    'Parlez à une personne de confiance à l’école, au travail ou à la mairie. Elle peut le saisir pour vous et vous donner le reçu.',
  'help.ways.paper': 'Imprimez le formulaire papier, remplissez-le, puis remettez-le ou postez-le.',
  'help.ways.paper-link': 'Formulaire papier',
  'help.ways.poster': 'Affiche avec un code pour le mur',
  'help.ways.card': 'Carte de poche',
  'help.wrong.title': 'Quand quelque chose ne marche pas',
  'help.wrong.again':
    'Envoyez encore : la même page envoyée deux fois compte une seule fois, et ce que vous avez écrit revient avec la page.',
  'help.wrong.sure': 'Seul un reçu vous dit que c’est arrivé. Sans reçu, considérez que rien n’est parti.',
  'help.wrong.images':
    'Des images seulement : JPEG, PNG, WebP, GIF, AVIF ou TIFF, dix au plus, 20 Mo chacune. Nous les redessinons pour qu’il n’y reste ni lieu, ni heure, ni appareil. Ni textes, ni PDF, ni son, ni vidéo : dites-nous que vous en avez.',
  'help.more.title': 'Plus',
  'help.more.accessibility': 'À quel point ce site est accessible',
  'access.title': 'Accessibilité',
  'access.lead':
    'Chacun doit pouvoir nous dire quelque chose. Cette page dit ce que nous avons fait, comment c’est testé, et ce qui gêne encore.',
  'access.scope.title': 'De quoi il s’agit',
  'access.scope.words':
    'Les pages publiques de {community} sur ce site : première page, formulaire, reçu, conversation, bibliothèque, aide et erreurs. Le bureau du personnel est testé aussi. La mesure : WCAG 2.2, niveaux A et AA.',
  'access.status.title': 'Où nous en sommes',
  'access.status.words':
    'Testé en partie : les tests automatiques ci-dessous ne trouvent aucun défaut. Les tests par des personnes n’ont pas été faits sur cette installation, sauf si son responsable le dit ici. Nous n’affirmons donc pas une conformité totale.',
  'access.tested.title': 'Testé par machine à chaque changement',
  'access.tested.rules':
    'les règles qu’une machine peut vérifier, sur chaque page et dans chaque état, en clair, en sombre et avec ses propres couleurs ;',
  'access.tested.keyboard': 'signaler, revenir et répondre au clavier seul, sans script, sur 320 points de large ;',
  'access.tested.focus':
    'que le focus se voit et n’est pas couvert, que les cibles sont assez grandes, que des lettres deux fois plus grandes ne cassent rien ;',
  'access.tested.errors': 'que chaque erreur dit quoi faire et mène à son champ ;',
  'access.tested.desk': 'le travail principal du personnel au clavier et par les noms qu’énonce un lecteur d’écran.',
  'access.people.title': 'Ce que seule une personne peut vérifier',
  'access.people.reader': 'si les pages se comprennent lues par un lecteur d’écran (NVDA, VoiceOver, TalkBack) ;',
  'access.people.words': 'si les mots sont assez simples pour un enfant effrayé, et justes dans chaque langue ;',
  'access.people.order': 'si l’ordre de lecture, les titres et les descriptions d’images aident ;',
  'access.people.speech': 'si les pages s’utilisent à la voix, au contacteur, à la loupe.',
  'access.limits.title': 'Limites connues',
  'access.limits.code': 'Le code carré du reçu ne se lit pas sans voir ; les mêmes chiffres sont à côté en texte.',
  'access.limits.sign': 'Il n’y a pas de version en langue des signes ni en pictogrammes faciles à lire.',
  'access.limits.pictures': 'Les images envoyées n’ont pas de description ; le personnel les décrit si nécessaire.',
  'access.contact.title': 'Dites-nous ce qui vous gêne',
  'access.contact.words':
    'Utilisez le formulaire, choisissez que personne n’est en danger, et commencez par le mot « accessibilité ». Une personne le lit et répond avec votre reçu. Vous pouvez aussi le dire à {community}, de vive voix ou sur papier.',
  'access.contact.authority':
    'Si la réponse ne suffit pas, l’autorité de votre pays pour l’accessibilité des sites publics peut aider.',
  'access.date': 'Cette page décrit le programme tel qu’il était le {date}.',
  'paper.title': 'Formulaire papier',
  'paper.print':
    'Imprimez cette page : quatre pages A4, ou deux feuilles recto verso. Qui la remplit n’a besoin de rien d’autre.',
  'paper.heading': 'Dites ce qui vous inquiète',
  'paper.slow': 'Le papier est lent. Si quelqu’un est en danger maintenant, appelez le {number}.',
  'paper.faster': 'Plus rapide : {address}',
  'paper.open':
    'Vous n’avez pas à donner votre nom. Remplissez ce que vous savez, laissez le reste vide. Mettez-le sous enveloppe et donnez-le à une personne de confiance, ou dans la boîte qu’on vous indique.',
  'paper.receipt':
    'La personne qui le saisit reçoit un reçu de 24 chiffres. Demandez-le si vous voulez lire une réponse.',
  'paper.staff':
    'Pour qui le saisit : le code ouvre la page de saisie dans cette langue. Il ne contient rien de ce qui est écrit ici.',
  'paper.code': 'Code pour le personnel : ouvre la page de saisie',
  'paper.received': 'Reçu le (jour et heure)',
  'paper.form': 'Formulaire {version}',
};
