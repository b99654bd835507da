import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'team.lacking': 'En el equipo no hay nadie de: {disciplines}',
  'team.add-standing': 'Añadir el equipo permanente al caso',
  'team.declared': 'ha declarado no tener vínculo',
  'team.undeclared': 'aún no lo ha declarado',
  'team.declare': 'Declaro que nada me vincula a las personas de este caso',
  'recuse.title': 'Inhibirse, o apartar a alguien',
  'recuse.hint':
    'Un pariente, un amigo, alguien acusado: desde ahora no tienen ningún papel en este caso, sea cual sea su rol. No se puede deshacer.',
  'recuse.person': 'Quién',
  'recuse.missing-person': 'Elija una persona.',
  'recuse.reason': 'Por qué',
  'recuse.missing-reason': 'Escriba por qué.',
  'recuse.act': 'Apartar de este caso',
  'recuse.done': 'La recusación ha quedado escrita.',
  'recuse.past': 'Apartados de este caso',
  'standing.title': 'Equipo permanente',
  'standing.about':
    'Se pueden añadir a un caso de una vez. La verificación y la formación caducan: se muestra a quien le han vencido.',
  'standing.is': 'Del equipo permanente',
  'standing.vetted': 'Verificación hasta',
  'standing.trained': 'Formación hasta',
  'standing.date-hint': 'Año-mes-día, como 2027-06-30; vacío si no hay.',
  'standing.not-a-date': 'Escriba la fecha como año-mes-día.',
  'standing.lapsed': 'caducada',
  'standing.change': 'Cambiar {name}',
  'standing.act': 'Guardar',
  'standing.done': 'Guardado.',
};
