import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'page.waiting': 'Forestall: algú us espera. Obriu la taula de guàrdia.',
  'page.test': 'Forestall: això és una prova. Obriu el torn de guàrdies i confirmeu-la.',
};
