import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'shell.skip': 'Ves al contingut',
  'shell.emergency.now': 'Perill ara? Truca al',
  'shell.emergency.everything': 'emergències',
  'shell.emergency.police': 'policia',
  'shell.emergency.text': 'per missatge de text',
  'shell.leave': 'Surt de pressa',
  'shell.sending': 'S’està enviant…',
  'shell.not-sent':
    'No sabem si això ha arribat. Les teves paraules encara són aquí. Torna-ho a enviar quan tinguis connexió: la mateixa pàgina enviada dues vegades compta una sola vegada. Si no pot esperar, truca al {number}.',
  'shell.help': 'Ajuda: com funciona, com sortir de pressa',
  'shell.accessibility': 'Accessibilitat',
  'shell.privacy': 'Privacitat',
  'shell.languages': 'Llengua',
  'shell.choose.title': 'De quina comunitat?',
  'shell.choose.words':
    'Diverses comunitats comparteixen aquesta pàgina. Tria la teva: el que expliquis arriba només a aquella comunitat.',
  'shell.choose.list': 'Comunitats',
  'shell.footer.not-emergency': 'Aquesta pàgina no és un servei d’emergències: no envia ningú.',
  'shell.footer.free': 'Feta amb Forestall, programari lliure i gratuït.',
  'shell.library': 'Biblioteca: senyals, consells, cursos',
  'shell.footer.staff': 'Accés per al personal',
};
