import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'page.waiting': 'Forestall: alguien le espera. Abra la mesa de guardia.',
  'page.test': 'Forestall: esto es una prueba. Abra el turno de guardias y confírmela.',
};
