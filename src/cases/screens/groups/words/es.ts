import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'groups.title': 'Grupos',
  'groups.about':
    'Donde la ley lo permite, puede anotar en un caso a qué grupo pertenece la persona que preocupa, para ver si hay grupos que reciben un trato distinto. Solo lo cuenta quien supervisa, una vez al año, y los números pequeños se reservan. Nadie lo lee junto a un nivel de preocupación.',
  'groups.off-now': 'Aquí no se anotan grupos.',
  'groups.on-now': 'Aquí se anotan grupos, conforme a: {ground}.',
  'groups.verified': 'Confirmado: {counsel}',
  'groups.unverified': 'La asesoría jurídica aún no lo ha confirmado.',
  'groups.changed': 'Último cambio: {name},',
  'groups.is-on': 'Anotar grupos en los casos',
  'groups.off-hint':
    'Si se desactiva, todo lo anotado en los casos se destruye al instante. Los años ya contados se conservan.',
  'groups.document': 'La ley que lo permite: documento',
  'groups.document-hint':
    'Por ejemplo, una ley de protección de datos, o la ley que obliga a informar de estas cifras.',
  'groups.section': 'Artículo o apartado',
  'groups.counsel': 'Confirmado por la asesoría jurídica: quién y cuándo',
  'groups.heading': 'Según qué se forman los grupos',
  'groups.heading-hint': 'Por ejemplo: lengua que se habla en casa.',
  'groups.list': 'Los grupos, uno en cada línea',
  'groups.list-hint':
    'Después de dos puntos, cuántas personas de la comunidad pertenecen a él, si lo sabe: «Catalán: 5200». Un grupo que cambia de nombre o se quita cuenta como no anotado.',
  'groups.threshold': 'Número más pequeño que se muestra',
  'groups.threshold-hint':
    '11 al principio, como pide la norma de la oficina de Medicare de Estados Unidos. Como mínimo 5.',
  'groups.not-a-number': 'Escriba un número entero de 5 a 100.',
  'groups.wrong-line': 'Escriba un grupo en cada línea y, después de los dos puntos, un número entero.',
  'groups.needed': 'Rellénelo antes de activarlo.',
  'groups.two-at-least': 'Indique al menos dos grupos.',
  'groups.act': 'Guardar',
  'groups.done': 'Los grupos se han guardado.',
  'groups.yes': 'Activado',
  'groups.no': 'Desactivado',
  'group.title': 'Grupo',
  'group.about':
    'Es voluntario, y solo como lo dice la persona o un registro que pueda usarse. Nunca lo adivine. Lo ven quien dirige el caso y quien le sustituye, nadie más; la página del caso no lo muestra.',
  'group.off': 'En esta comunidad no se anotan grupos.',
  'group.none': 'No hay nada anotado.',
  'group.now': 'Anotado: {name}',
  'group.by': 'por {name},',
  'group.choose-hint': 'Déjelo vacío para quitar la anotación.',
  'group.act': 'Anotar',
  'group.done': 'Queda anotado.',
  'group.closed': 'El caso está cerrado: ya no se anota nada.',
};
