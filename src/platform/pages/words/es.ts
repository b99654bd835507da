import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'shell.skip': 'Ir al contenido',
  'shell.emergency.now': '¿Peligro ahora? Llama al',
  'shell.emergency.everything': 'emergencias',
  'shell.emergency.police': 'policía',
  'shell.emergency.text': 'por mensaje de texto',
  'shell.leave': 'Salir rápido',
  'shell.sending': 'Enviando…',
  'shell.not-sent':
    'No sabemos si esto ha llegado. Tus palabras siguen aquí. Envíalo otra vez cuando tengas conexión: la misma página enviada dos veces cuenta una sola vez. Si no puede esperar, llama al {number}.',
  'shell.help': 'Ayuda: cómo funciona, cómo salir rápido',
  'shell.accessibility': 'Accesibilidad',
  'shell.privacy': 'Privacidad',
  'shell.languages': 'Idioma',
  'shell.choose.title': '¿De qué comunidad?',
  'shell.choose.words':
    'Varias comunidades comparten esta página. Elige la tuya: lo que cuentes llega solo a esa comunidad.',
  'shell.choose.list': 'Comunidades',
  'shell.footer.not-emergency': 'Esta página no es un servicio de emergencias: no envía a nadie.',
  'shell.footer.free': 'Hecha con Forestall, software libre y gratuito.',
  'shell.library': 'Biblioteca: señales, consejos, cursos',
  'shell.footer.staff': 'Acceso para el personal',
};
