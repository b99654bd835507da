import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'privacy.title': 'Qué hacemos con lo que nos cuentas',
  'privacy.not-yet':
    '{community} todavía no ha escrito aquí quién responde de los datos personales. Pregúntalo directamente.',
  'privacy.controller': 'Quién responde',
  'privacy.contact': 'Cómo contactar',
  'privacy.officer': 'Delegado de protección de datos',
  'privacy.authority': 'Dónde puedes reclamar',
  'privacy.what-title': 'Qué guardamos',
  'privacy.what':
    'Lo que escribes y las imágenes que añades, sellado para que solo lo lean las personas que se ocupan. Una forma de contactarte solo si la das. Ni la dirección de tu dispositivo, ni cookies, ni ningún nombre que no escribas tú.',
  'privacy.why-title': 'Por qué',
  'privacy.why':
    'Para evitar que alguien salga herido y para ayudar a quien lo necesita. Para nada más: nadie recibe una puntuación, y nada se vende ni se pasa a anunciantes.',
  'privacy.who-title': 'Quién lo lee',
  'privacy.who':
    'La persona de guardia y, si se abre un caso, su equipo. Cada lectura queda registrada. Si alguien corre peligro, se dice lo necesario a los servicios de emergencia.',
  'privacy.long-title': 'Durante cuánto tiempo',
  'privacy.long':
    'Solo mientras hace falta, según los plazos que ha fijado la comunidad. Después se destruye la clave, de modo que nadie puede volver a leerlo, ni en una copia de seguridad.',
  'privacy.report-no-concern': 'Un aviso sin preocupación: {days} días después de la decisión.',
  'privacy.report-passed-on': 'Un aviso que se ha derivado: {days} días después.',
  'privacy.case-closed': 'Un caso con sus avisos: {days} días después de cerrarlo.',
  'privacy.rights-title': 'Tus derechos',
  'privacy.rights':
    'Puedes pedir qué se guarda sobre ti, hacer que se corrija o se borre, y oponerte. Escribe a la dirección de arriba. Si un aviso es anónimo, no podemos saber cuál es el tuyo: usa tu resguardo.',
  'privacy.cannot-title': 'Lo que no podemos ocultar',
  'privacy.cannot':
    'Un dispositivo que alguien vigila, la red de una escuela o de un trabajo, y unas palabras que solo una persona podría haber escrito.',
  'privacy.own': 'Lo que añade {community}',
};
