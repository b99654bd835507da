import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'move.title': 'Llevárselo todo',
  'move.words':
    'El archivo contiene todos los avisos, casos, personas, ajustes y adjuntos de esta comunidad, y su registro. El contenido sigue bajo las claves de su gente: para leerlo aún hacen falta sus contraseñas. Lo que la instalación sella por sí sola, como la contraseña del servidor de correo y los secretos de los autenticadores, solo lo protege la frase de paso.',
  'move.after':
    'Qué se queda: las claves de acceso, los códigos de recuperación, las invitaciones abiertas y los puntos de control firmados del registro. Los resguardos de quienes avisan van con él y siguen sirviendo. Lo que aquí se destruya más tarde sigue en el archivo: destrúyalo cuando ya no haga falta.',
  'move.passphrase': 'Frase de paso',
  'move.passphrase-hint':
    'Hecha al azar, y solo se muestra aquí. Apúntela antes de empezar y guárdela lejos del archivo.',
  'move.copy': 'Copiar',
  'move.kept': 'He apuntado la frase de paso',
  'move.keep-first': 'Apunte primero la frase de paso y luego marque esto.',
  'move.act': 'Hacer el archivo',
  'move.import-title': 'Leerlo en otro lugar',
  'move.import-words':
    'En la otra instalación, de la misma versión, quien la lleva pone la frase de paso en FORESTALL_BACKUP_PASSPHRASE, prueba primero y luego importa:',
};
