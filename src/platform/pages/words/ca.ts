import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'shell.skip': 'Ves al contingut',
  'shell.emergency.now': 'Perill ara? Truca al',
  'shell.emergency.everything': 'emergències',
  'shell.emergency.police': 'policia',
  'shell.emergency.text': 'per missatge de text',
  'shell.leave': 'Surt de pressa',
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
