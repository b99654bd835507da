import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'page.waiting': 'Forestall : quelqu’un vous attend. Ouvrez le bureau de garde.',
  'page.test': 'Forestall : ceci est un essai. Ouvrez le planning de garde et confirmez-le.',
};
