export const es = {
  'shared.title': 'Lea lo que le han compartido',
  'shared.once':
    'Se abre una sola vez. Ábralo cuando tenga tiempo de leerlo y donde nadie mire por encima de su hombro. Se puede imprimir.',
  'shared.number': 'Número del enlace',
  'shared.number-hint': 'Seis grupos de cuatro cifras. Con el enlace ya aparece escrito.',
  'shared.code': 'Código',
  'shared.code-hint': 'Ocho cifras que le han dicho por teléfono.',
  'shared.open': 'Abrirlo ahora',
  'shared.wrong': 'Con este número y este código no se abre nada.',
  'shared.wrong-why':
    'Quizá uno está mal escrito, quizá ya se abrió antes o terminó el plazo. Llame a quien se lo compartió.',
  'shared.tries':
    'El número es correcto y el código no. {count, plural, =0 {No queda ningún intento: se ha cerrado del todo. Pida uno nuevo.} one {Queda un intento.} other {Quedan # intentos.}}',
  'shared.now-closed':
    'Lo está leyendo ahora. A partir de aquí no se puede volver a abrir: anote o imprima lo que necesite.',
} as const;
