import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'email.nothing-readable': 'Ha arribat un correu en què no s’ha pogut llegir res. És a la bústia.',
  'email.is-cut': 'El correu és més llarg que un avís: la resta és a la bústia.',
  'email.left':
    '{count, plural, one {# adjunt no és una imatge que es pogués desar} other {# adjunts no són imatges que es poguessin desar}}; el correu encara és a la bústia.',
  'email.answer-subject': 'El teu missatge ha arribat',
  'email.answer':
    'El teu missatge ha arribat a {name}. El llegirà una persona.\n\nSi algú corre perill ara, truca al {emergency}.\n\nEl correu es pot llegir pel camí. Per tornar a escriure sense correu i sense dir com et dius: {link}\n\nAquesta resposta l’ha enviada un programa. Ningú no llegeix el que s’hi respongui.',
};
