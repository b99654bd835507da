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
  'reading.title': '¿Por qué lee este aviso?',
  'reading.explain':
    'Espera a otra persona. Puede abrirlo, pero antes diga por qué. Sus palabras se guardan con el aviso: quien puede leerlo ve quién lo ha leído y por qué.',
  'reading.label': 'Su motivo',
  'reading.hint': 'Basta una frase. Vale durante doce horas.',
  'reading.missing': 'Escriba en pocas palabras por qué lo lee.',
  'reading.act': 'Abrir el aviso',
  'reading.said': 'El aviso está abierto.',
  'reading.gave': '{name} ha dicho por qué lo lee: «{words}»',
};
