import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'ladder.title': 'A quién se ha avisado y quién sigue',
  'ladder.by-mail': 'por correo',
  'ladder.by-telephone': 'por teléfono',
  'ladder.delivered': 'entregado',
  'ladder.waiting': 'espera para salir',
  'ladder.given-up': 'no se pudo avisar',
  'ladder.opened': '{name} lo ha abierto',
  'ladder.accepted': '{recipient}: {name} lo ha aceptado',
  'ladder.open-handover':
    '{recipient}: allí todavía no lo ha aceptado nadie; {name} sigue siendo responsable y se le recordará',
  'ladder.next-second': 'Sin decisión, pasa a la segunda persona, {name}:',
  'ladder.next-coordinator': 'Sin decisión, pasa a la coordinación, {name}:',
};
