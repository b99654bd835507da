import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'staffing.title':
    '{count, plural, one {Una promesa no se puede cumplir con las personas que hay} other {# promesas no se pueden cumplir con las personas que hay}}',
  'staffing.second-officer':
    'No hay segunda persona de guardia: un aviso que nadie atiende no puede subir a nadie. Dé la mesa a alguien más.',
  'staffing.cover-for-recusal':
    'Nadie puede entrar en la mesa cuando una persona de guardia debe apartarse o no está. Hace falta una tercera, o una que preste una comunidad asociada.',
  'staffing.lead-and-deputy':
    'Un caso necesita una persona que lo lleve y una suplente, distintas. Solo hay una que pueda.',
  'staffing.two-raters': 'El nivel de preocupación lo valoran dos personas. Solo hay una.',
  'staffing.two-sides':
    'Una identidad sellada solo se abre con una persona custodia y una de supervisión. Falta una, y por eso no se puede recibir ninguna.',
  'staffing.oversight':
    'Nadie ve desde fuera que las cosas se hagan. Una comunidad asociada puede prestar una persona de supervisión.',
  'staffing.vouching':
    'Si alguien de quienes pueden responder por los demás pierde todas las entradas, no hay otras dos que respondan: solo ayudan los códigos o el juego de recuperación. Hacen falta tres personas de coordinación, administración o custodia.',
  'staffing.second-coordinator':
    'Hay una sola persona de coordinación: todo lo que sube acaba en ella, también de noche y de vacaciones. Nombre a una segunda, o que una comunidad asociada cubra horas acordadas.',
};
