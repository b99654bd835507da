import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'privacy.title': 'Ce que nous faisons de ce que vous nous dites',
  'privacy.not-yet':
    '{community} n’a pas encore écrit ici qui répond des données personnelles. Demandez-le directement.',
  'privacy.controller': 'Qui en répond',
  'privacy.contact': 'Comment les joindre',
  'privacy.officer': 'Délégué à la protection des données',
  'privacy.authority': 'Où vous plaindre',
  'privacy.what-title': 'Ce que nous gardons',
  'privacy.what':
    'Ce que vous écrivez et les images que vous ajoutez, scellé pour que seules les personnes qui s’en occupent le lisent. Un moyen de vous joindre seulement si vous en donnez un. Ni l’adresse de votre appareil, ni cookie, ni nom que vous n’auriez écrit.',
  'privacy.why-title': 'Pourquoi',
  'privacy.why':
    'Pour éviter que quelqu’un soit blessé, et pour aider qui en a besoin. Pour rien d’autre : personne ne reçoit de note, rien n’est vendu ni transmis à des annonceurs.',
  'privacy.who-title': 'Qui le lit',
  'privacy.who':
    'La personne de permanence et, si un dossier est ouvert, son équipe. Chaque lecture est consignée. Si quelqu’un est en danger, le nécessaire est dit aux secours.',
  'privacy.long-title': 'Combien de temps',
  'privacy.long':
    'Seulement le temps nécessaire, selon les durées fixées par la communauté. Ensuite la clé est détruite : plus personne ne peut le lire, même dans une sauvegarde.',
  'privacy.report-no-concern': 'Un signalement sans inquiétude : {days} jours après la décision.',
  'privacy.report-passed-on': 'Un signalement transmis : {days} jours après.',
  'privacy.case-closed': 'Un dossier et ses signalements : {days} jours après sa clôture.',
  'privacy.rights-title': 'Vos droits',
  'privacy.rights':
    'Vous pouvez demander ce qui est gardé sur vous, le faire corriger ou effacer, et vous opposer. Écrivez à l’adresse ci-dessus. Si un signalement est anonyme, nous ne savons pas lequel est le vôtre : utilisez votre reçu.',
  'privacy.cannot-title': 'Ce que nous ne pouvons pas cacher',
  'privacy.cannot':
    'Un appareil surveillé, le réseau d’une école ou d’un travail, et des mots qu’une seule personne aurait pu écrire.',
  'privacy.own': 'Ce que {community} ajoute',
};
