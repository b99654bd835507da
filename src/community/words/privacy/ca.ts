import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'privacy.title': 'Què en fem, del que ens expliques',
  'privacy.not-yet': '{community} encara no ha escrit aquí qui respon de les dades personals. Pregunta-ho directament.',
  'privacy.controller': 'Qui en respon',
  'privacy.contact': 'Com s’hi contacta',
  'privacy.officer': 'Delegat de protecció de dades',
  'privacy.authority': 'On et pots queixar',
  'privacy.what-title': 'Què guardem',
  'privacy.what':
    'El que escrius i les imatges que hi afegeixes, segellat perquè només ho llegeixin les persones que se n’ocupen. Una manera de contactar-te només si la dones. Ni l’adreça del teu dispositiu, ni galetes, ni cap nom que no escriguis tu.',
  'privacy.why-title': 'Per què',
  'privacy.why':
    'Per evitar que ningú prengui mal i per ajudar qui ho necessita. Per a res més: ningú no rep una puntuació, i no es ven res ni es passa a anunciants.',
  'privacy.who-title': 'Qui ho llegeix',
  'privacy.who':
    'La persona de guàrdia i, si s’obre un cas, el seu equip. Cada lectura queda registrada. Si algú corre perill, es diu el que cal als serveis d’emergència.',
  'privacy.long-title': 'Durant quant de temps',
  'privacy.long':
    'Només mentre cal, segons els terminis que ha fixat la comunitat. Després se’n destrueix la clau, de manera que ningú no ho pot tornar a llegir, ni en una còpia de seguretat.',
  'privacy.report-no-concern': 'Un avís sense preocupació: {days} dies després de la decisió.',
  'privacy.report-passed-on': 'Un avís que s’ha derivat: {days} dies després.',
  'privacy.case-closed': 'Un cas amb els seus avisos: {days} dies després de tancar-lo.',
  'privacy.rights-title': 'Els teus drets',
  'privacy.rights':
    'Pots demanar què es guarda de tu, fer-ho corregir o esborrar, i oposar-t’hi. Escriu a l’adreça de dalt. Si un avís és anònim, no podem saber quin és el teu: fes servir el comprovant.',
  'privacy.cannot-title': 'El que no podem amagar',
  'privacy.cannot':
    'Un dispositiu que algú vigila, la xarxa d’una escola o d’una feina, i unes paraules que només podria haver escrit una persona.',
  'privacy.own': 'El que hi afegeix {community}',
};
