import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'legal.title': 'Dret i terminis',
  'legal.words':
    'Quina família jurídica s’aplica aquí. D’ella surten quant de temps es guarden els registres, amb quins fonaments es pot compartir, quan s’ha de respondre a l’altra part i des de quina edat es consent. Forestall proposa; no dona assessorament jurídic.',
  'legal.not-chosen':
    'Encara no ho ha triat ningú. El país suggereix: {profile}. Fins que algú triï, valen els terminis propis del programa.',
  'legal.unsigned':
    'L’assessoria jurídica de la comunitat no ha signat aquest text de {edition}. Fins aleshores, tot el que hi diu està sense verificar.',
  'legal.signed':
    '{counsel}, {office}, va signar el text de {edition} el {day}; ho va anotar {name}. El que no es va confirmar continua sense verificar.',
  'profile.us-school': 'Estats Units: escoles i campus',
  'profile.spain': 'Espanya i Catalunya',
  'profile.france': 'França',
  'profile.european-union': 'Unió Europea, altres països',
  'profile.united-kingdom': 'Regne Unit',
  'profile.elsewhere': 'Un altre país, o cap d’aquests',
  'legal.choose': 'Triar el dret aplicable',
  'legal.choose-hint':
    'Els terminis que la comunitat ha fixat es mantenen, fins al màxim. Si els dies són menys, el que ja ha vençut es destrueix a la ronda següent: reteniu-ho abans si cal.',
  'legal.chosen': 'S’ha desat la tria; els seus terminis valen des d’ara.',
  'legal.periods': 'Quant de temps es guarden els registres',
  'legal.period': 'Després de',
  'legal.days': 'Dies',
  'legal.ceiling': 'Com a màxim',
  'legal.source': 'On consta',
  'legal.own-proposal': 'proposta pròpia del programa',
  'legal.as-counsel-names-it': 'segons indiqui l’assessoria jurídica',
  'legal.change-days': 'Veure què val aquí i canviar els dies',
  'legal.beyond-ceiling':
    'Un cas, obert o tancat, es pot guardar els dies de «Com a màxim» des que s’obre. Abans que s’acabin, qui el porta diu amb el seu nom i un motiu que encara cal, i els dies tornen a començar. Si no es diu, un cas tancat es destrueix; un d’obert, mai: consta com a endarrerit per a coordinació i supervisió.',
  'rule.report-no-concern': 'un avís sense preocupació',
  'rule.report-passed-on': 'un avís derivat o que el seu cas ha deixat',
  'rule.case-closed': 'un cas tancat',
  'legal.bases': 'Fonaments per compartir',
  'legal.bases-words': 'Segons la llei que obliga qui comparteix.',
  'legal.emergency': 'només en una emergència',
  'legal.consent': 'Edat de consentiment',
  'legal.consent-age': 'A partir dels {age} anys',
  'legal.no-consent': 'Aquí no s’indica cap llei. Pregunteu-ho a l’assessoria jurídica.',
  'legal.answering': 'Respostes a l’altra part',
  'legal.answering-words':
    'El que demana sobre un cas la persona que preocupa, o qui n’exerceix la tutela, es respon abans d’aquest dia.',
  'legal.answer-within': 'Resposta en {within}',
  'legal.answer-further': 'Es pot ampliar una vegada, {further}.',
  'legal.answer-no-further': 'No es pot ampliar.',
  'legal.verified': 'confirmat',
  'legal.unverified': 'sense verificar',
  'sign.title': 'Anotar què ha signat l’assessoria jurídica',
  'sign.words':
    'Doneu aquesta pàgina a qui assessora jurídicament la comunitat. Anoteu aquí qui ha signat, quan, i exactament què ha confirmat.',
  'sign.counsel': 'Nom de l’assessor o assessora',
  'sign.office': 'Servei o despatx',
  'sign.day': 'Signat el',
  'sign.day-hint': 'Per exemple, 2026-11-20.',
  'sign.confirmed': 'Confirmat per l’assessoria jurídica',
  'sign.none': 'Marqueu què ha confirmat l’assessoria jurídica.',
  'sign.missing': 'Escriviu com a mínim tres lletres.',
  'sign.act': 'Anotar la signatura',
  'sign.done': 'La signatura consta.',
  'set-up.law': 'Família jurídica',
  'set-up.law-hint':
    'Si ho deixeu buit: la del país. Fixa quant de temps es guarden els registres; l’assessoria jurídica ho confirma després, a Configuració.',
  'set-up.usual': 'Si ho deixeu buit: {numbers}. Truqueu-hi un cop per comprovar-ho.',
};
