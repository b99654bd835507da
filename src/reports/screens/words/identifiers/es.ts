import type { en } from './en.ts';
export const es: Record<keyof typeof en, string> = {
  'identifier.title': 'Anotar un identificador',
  'identifier.field': 'Qué es',
  'identifier.value': 'Tal como consta',
  'identifier.name': 'Apellido y nombre',
  'identifier.phone': 'Teléfono',
  'identifier.plate': 'Matrícula',
  'identifier.account': 'Cuenta o dispositivo',
  'identifier.act': 'Anotarlo',
  'identifier.done': 'Está anotado.',
  'identifier.remove': 'Quitar {value}',
  'identifier.removed': 'Se ha quitado.',
  'identifier.missing-field': 'Diga qué es.',
  'identifier.missing-value': 'Escriba al menos tres caracteres.',
};
