import type { en } from './en.ts';

export const es: Record<keyof typeof en, string> = {
  'legal.title': 'Derecho y plazos',
  'legal.words':
    'Qué familia jurídica se aplica aquí. De ella salen cuánto tiempo se guardan los registros, con qué fundamentos se puede compartir, cuándo hay que responder a la otra parte y desde qué edad se consiente. Forestall propone; no da asesoramiento jurídico.',
  'legal.not-chosen':
    'Nadie lo ha elegido todavía. El país sugiere: {profile}. Hasta que alguien elija, valen los plazos propios del programa.',
  'legal.unsigned':
    'La asesoría jurídica de la comunidad no ha firmado este texto de {edition}. Hasta entonces, todo lo que dice está sin verificar.',
  'legal.signed':
    '{counsel}, {office}, firmó el texto de {edition} el {day}; lo anotó {name}. Lo que no se confirmó sigue sin verificar.',
  'profile.us-school': 'Estados Unidos: escuelas y campus',
  'profile.spain': 'España y Cataluña',
  'profile.france': 'Francia',
  'profile.european-union': 'Unión Europea, otros países',
  'profile.united-kingdom': 'Reino Unido',
  'profile.elsewhere': 'Otro país, o ninguno de estos',
  'legal.choose': 'Elegir el derecho aplicable',
  'legal.choose-hint':
    'Los plazos que la comunidad ha fijado se mantienen, hasta el máximo. Si los días son menos, lo que ya ha vencido se destruye en la ronda siguiente: reténgalo antes si hace falta.',
  'legal.chosen': 'Se ha guardado la elección; sus plazos valen desde ahora.',
  'legal.periods': 'Cuánto tiempo se guardan los registros',
  'legal.period': 'Después de',
  'legal.days': 'Días',
  'legal.ceiling': 'Como máximo',
  'legal.source': 'Dónde consta',
  'legal.own-proposal': 'propuesta propia del programa',
  'legal.as-counsel-names-it': 'según indique la asesoría jurídica',
  'legal.change-days': 'Ver qué vale aquí y cambiar los días',
  'legal.beyond-ceiling':
    'Un caso, abierto o cerrado, puede guardarse los días de «Como máximo» desde que se abre. Antes de que acaben, quien lo lleva dice con su nombre y un motivo que aún hace falta, y los días vuelven a empezar. Si no se dice, un caso cerrado se destruye; uno abierto, nunca: consta con retraso para coordinación y supervisión.',
  'rule.report-no-concern': 'un aviso sin preocupación',
  'rule.report-passed-on': 'un aviso derivado o que su caso ha dejado',
  'rule.case-closed': 'un caso cerrado',
  'legal.bases': 'Fundamentos para compartir',
  'legal.bases-words': 'Según la ley que obliga a quien comparte.',
  'legal.emergency': 'solo en una emergencia',
  'legal.consent': 'Edad de consentimiento',
  'legal.consent-age': 'Desde los {age} años',
  'legal.no-consent': 'Aquí no se indica ninguna ley. Pregunte a la asesoría jurídica.',
  'legal.answering': 'Respuestas a la otra parte',
  'legal.answering-words':
    'Lo que pide sobre un caso la persona que preocupa, o quien ejerce su tutela, se responde antes de este día.',
  'legal.answer-within': 'Respuesta en {within}',
  'legal.answer-further': 'Se puede ampliar una vez, {further}.',
  'legal.answer-no-further': 'No se puede ampliar.',
  'legal.verified': 'confirmado',
  'legal.unverified': 'sin verificar',
  'sign.title': 'Anotar qué ha firmado la asesoría jurídica',
  'sign.words':
    'Dé esta página a quien asesora jurídicamente a la comunidad. Anote aquí quién ha firmado, cuándo, y exactamente qué ha confirmado.',
  'sign.counsel': 'Nombre del asesor o asesora',
  'sign.office': 'Servicio o despacho',
  'sign.day': 'Firmado el',
  'sign.day-hint': 'Por ejemplo, 2026-11-20.',
  'sign.confirmed': 'Confirmado por la asesoría jurídica',
  'sign.none': 'Marque qué ha confirmado la asesoría jurídica.',
  'sign.missing': 'Escriba al menos tres letras.',
  'sign.act': 'Anotar la firma',
  'sign.done': 'La firma consta.',
  'set-up.law': 'Familia jurídica',
  'set-up.law-hint':
    'Si lo deja vacío: la del país. Fija cuánto tiempo se guardan los registros; la asesoría jurídica lo confirma después, en Configuración.',
  'set-up.usual': 'Si lo deja vacío: {numbers}. Llame una vez para comprobarlo.',
};
