import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'by-group.title': 'Por grupos',
  'by-group.about':
    'Si de unos grupos se avisa más que de otros, o reciben más ayuda o se derivan más, año por año. Dice que hay que mirarlo, no por qué ocurre.',
  'by-group.link': 'Casos por grupos',
  'by-group.off':
    'Aquí no se anotan grupos. La coordinación o la custodia de la privacidad puede activarlo donde una ley lo permite.',
  'by-group.settings': 'Qué se anota, y por qué se puede',
  'by-group.none': 'Aún no hay ningún año contado. Un año se puede contar cuando ha terminado.',
  'by-group.ended': 'Años que se pueden contar',
  'by-group.ended-hint':
    'Un año se cuenta una sola vez, para siempre: dos recuentos uno al lado del otro delatarían números pequeños. Espere hasta que se haya anotado lo que deba anotarse.',
  'by-group.cases': '{count, plural, one {# caso} other {# casos}}, con anotación en {recorded}',
  'by-group.by-overseer': 'Lo cuenta quien supervisa: solo quien supervisa tiene la clave.',
  'by-group.count': 'Contar {year}, para siempre',
  'by-group.counted': '{year} queda contado.',
  'by-group.year': '{heading}, {year}',
  'by-group.when': 'Contado por {name},',
  'by-group.ground': 'Conforme a {ground}.',
  'by-group.verified': 'Confirmado por la asesoría jurídica: {counsel}.',
  'by-group.unverified': 'Cuando se contó, la asesoría jurídica no lo había confirmado.',
  'by-group.rule':
    'Los números de 1 a {most} se reservan, y también tantos otros como haga falta para que ninguno pueda deducirse. Los ceros se muestran.',
  'by-group.file': 'Sacar {year} (CSV)',
  'by-group.table.opened': 'Casos abiertos, {year}',
  'by-group.table.closed': 'Cómo se cerraron los casos, {year}',
  'by-group.group': 'Grupo',
  'by-group.column.opened': 'Abiertos',
  'by-group.column.unfounded': 'Sin motivo de preocupación',
  'by-group.column.helped': 'Resueltos, o con apoyo',
  'by-group.column.passed-on': 'Derivados, traslado o muerte',
  'by-group.column.legal': 'Terminados por la justicia',
  'by-group.column.together': 'En conjunto',
  'by-group.people': 'Personas',
  'by-group.rate': 'Abiertos por cada 1000 personas',
  'by-group.not-recorded': 'No anotado',
  'by-group.all': 'Todos',
  'by-group.held-back': 'reservado',
  'by-group.left-out': 'Demasiado pocos para decirlos por grupos: {names}.',
  'by-group.too-few': 'Había demasiado pocos para decirlos por grupos.',
};
