import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'email.nothing-readable': 'Ha llegado un correo en el que no se ha podido leer nada. Está en el buzón.',
  'email.is-cut': 'El correo es más largo que un aviso: el resto está en el buzón.',
  'email.left':
    '{count, plural, one {# adjunto no es una imagen que se pudiera guardar} other {# adjuntos no son imágenes que se pudieran guardar}}; el correo sigue en el buzón.',
  'email.answer-subject': 'Tu mensaje ha llegado',
  'email.answer':
    'Tu mensaje ha llegado a {name}. Lo leerá una persona.\n\nSi alguien corre peligro ahora, llama al {emergency}.\n\nEl correo se puede leer por el camino. Para volver a escribir sin correo y sin decir cómo te llamas: {link}\n\nEsta respuesta la ha enviado un programa. Nadie lee lo que se le conteste.',
};
