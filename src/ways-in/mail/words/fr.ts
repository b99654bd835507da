import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'email.nothing-readable': 'Un courriel est arrivé dont rien n’a pu être lu. Il est dans la boîte.',
  'email.is-cut': 'Le courriel est plus long qu’un signalement : le reste est dans la boîte.',
  'email.left':
    '{count, plural, one {# pièce jointe n’est pas une image qui pouvait être gardée} other {# pièces jointes ne sont pas des images qui pouvaient être gardées}} ; le courriel est encore dans la boîte.',
  'email.answer-subject': 'Votre message est arrivé',
  'email.answer':
    'Votre message est arrivé à {name}. Une personne le lira.\n\nSi quelqu’un est en danger maintenant, appelez le {emergency}.\n\nUn courriel peut être lu en chemin. Pour écrire de nouveau sans courriel et sans donner votre nom : {link}\n\nCette réponse a été envoyée par un programme. Personne ne lit ce qui lui est renvoyé.',
};
