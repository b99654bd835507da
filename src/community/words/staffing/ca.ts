import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'staffing.title':
    '{count, plural, one {Una promesa no es pot complir amb les persones que hi ha} other {# promeses no es poden complir amb les persones que hi ha}}',
  'staffing.second-officer':
    'No hi ha segona persona de guàrdia: un avís que ningú no atén no pot pujar enlloc. Doni la taula a algú més.',
  'staffing.cover-for-recusal':
    'Ningú no pot entrar a la taula quan una persona de guàrdia s’ha d’apartar o és fora. Cal una tercera persona, o una que deixi una comunitat associada.',
  'staffing.lead-and-deputy':
    'Un cas necessita una persona que el porti i una suplent, diferents. Només n’hi ha una que pugui.',
  'staffing.two-raters': 'El nivell de preocupació el valoren dues persones. Només n’hi ha una.',
  'staffing.two-sides':
    'Una identitat segellada només s’obre amb una persona custòdia i una de supervisió. En falta una, i per això no se’n pot rebre cap.',
  'staffing.oversight':
    'Ningú no veu des de fora que les coses es facin. Una comunitat associada pot deixar una persona de supervisió.',
  'staffing.vouching':
    'Si algú dels que poden respondre pels altres perd totes les entrades, no hi ha dues persones més que en responguin: només hi ajuden els codis o el joc de recuperació. Calen tres persones de coordinació, administració o custòdia.',
  'staffing.second-coordinator':
    'Hi ha una sola persona de coordinació: tot el que puja acaba en ella, també de nit i de vacances. En nomeni una segona, o que una comunitat associada cobreixi hores acordades.',
};
