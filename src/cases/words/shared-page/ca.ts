export const ca = {
  'shared.title': 'Llegiu el que us han compartit',
  'shared.once':
    'S’obre una sola vegada. Obriu-ho quan tingueu temps per llegir-ho i on ningú no miri per damunt de la vostra espatlla. Es pot imprimir.',
  'shared.number': 'Número de l’enllaç',
  'shared.number-hint': 'Sis grups de quatre xifres. Amb l’enllaç ja surt escrit.',
  'shared.code': 'Codi',
  'shared.code-hint': 'Vuit xifres que us han dit per telèfon.',
  'shared.open': 'Obriu-ho ara',
  'shared.wrong': 'Amb aquest número i aquest codi no s’obre res.',
  'shared.wrong-why':
    'Potser n’hi ha un de mal escrit, potser ja s’ha obert abans o s’ha acabat el termini. Truqueu a qui us ho ha compartit.',
  'shared.tries':
    'El número és correcte i el codi no. {count, plural, =0 {No queda cap intent: s’ha tancat del tot. Demaneu-ne un de nou.} one {Queda un intent.} other {Queden # intents.}}',
  'shared.now-closed':
    'Ho esteu llegint ara. A partir d’aquí no es pot tornar a obrir: anoteu o imprimiu el que necessiteu.',
} as const;
