import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'mailbox.title': 'Correo electrónico a un buzón',
  'mailbox.words':
    'Quien escribe a esta dirección llega a la guardia. Cada correo se convierte en un aviso: sus palabras e imágenes selladas, la dirección de quien escribe solo en la identidad sellada. El correo no es anónimo y se puede leer por el camino: el formulario es más seguro.',
  'mailbox.none': 'Todavía no hay ningún buzón.',
  'mailbox.named': 'Los correos a {user} en {host} se convierten en avisos.',
  'mailbox.taken': '{count, plural, =0 {Ninguno todavía.} one {# hasta ahora.} other {# hasta ahora.}}',
  'mailbox.checked': 'Última consulta:',
  'mailbox.trouble.unreachable': 'el servidor no responde',
  'mailbox.trouble.certificate':
    'su certificado no es para este nombre, ha caducado o no viene de nadie de confianza: no se ha enviado nada',
  'mailbox.trouble.refused': 'el servidor no acepta el usuario o la contraseña',
  'mailbox.trouble.no-such-folder': 'esa carpeta no existe',
  'mailbox.settings': 'Cambiar el buzón',
  'mailbox.host': 'Servidor (IMAP)',
  'mailbox.host-hint': 'Vacío: ningún correo se convierte ya en aviso.',
  'mailbox.port': 'Puerto',
  'mailbox.port-hint': '993 con TLS desde el principio; si no, 143.',
  'mailbox.port-wrong': 'Escriba un número.',
  'mailbox.tls': 'TLS desde el principio',
  'mailbox.authority': 'Certificado de la autoridad propia',
  'mailbox.authority-hint':
    'Solo si el certificado del servidor viene de una autoridad suya: el texto de BEGIN CERTIFICATE a END CERTIFICATE.',
  'mailbox.user': 'Usuario',
  'mailbox.password': 'Contraseña',
  'mailbox.password-kept': 'Vacío: se mantiene la contraseña guardada.',
  'mailbox.password-hint': 'Se guarda sellada y no vuelve a mostrarse.',
  'mailbox.folder': 'Carpeta',
  'mailbox.afterwards': 'Qué pasa con un correo cuando su aviso ya está guardado',
  'mailbox.afterwards-hint': 'Un correo que contiene más que su aviso se queda siempre.',
  'mailbox.keep': 'Se queda, marcado',
  'mailbox.remove': 'Se borra',
  'mailbox.answers': 'Responder a quien ha escrito que lo leerá una persona, sin repetir ninguna palabra',
  'mailbox.save': 'Guardar el buzón',
  'mailbox.saved': 'El buzón se ha guardado. Se consultará en medio minuto.',
};
