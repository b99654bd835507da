type Stage = 'triage' | 'screening' | 'assessment' | 'management' | 'monitoring' | 'closed';
type Level = 'low' | 'moderate' | 'high' | 'imminent';

export type DemoCase = {
  title: string;
  what: string;
  daysAgo: number;
  stage: Stage;
  level?: Level;
  /** Days from now to the next review; below zero it is overdue. */
  review: number;
};

const demo = (title: string, what: string, daysAgo: number, stage: Stage, review: number, level?: Level): DemoCase => ({
  title,
  what,
  daysAgo,
  stage,
  review,
  ...(level ? { level } : {}),
});

/** Invented cases of an invented place, some in every stage; none resembles anything that happened. */
export const demoCases: readonly DemoCase[] = [
  demo('A note in a locker', 'A note with angry words was found in a locker after a lost match.', 1, 'triage', 1),
  demo('Words at the swimming pool', 'A swimmer shouted that somebody would pay for the closed lane.', 1, 'triage', 1),
  demo('Una discussió al mercat', 'Dos paradistes es van cridar i un va dir que ho cremaria tot.', 1, 'triage', 1),
  demo('Un dibujo en clase', 'Un dibujo de una pelea con nombres de compañeros.', 1, 'triage', 1),
  demo('A stranger at the depot', 'Somebody took pictures of the depot gate on two mornings.', 2, 'screening', 2),
  demo('Un message anonyme au foyer', 'Un message dit que le foyer va le regretter.', 2, 'screening', 2),
  demo('A former tenant', 'A former tenant calls the housing desk every day and gets louder.', 3, 'screening', 3),
  demo('Amenaces al casal', 'Un noi expulsat del casal diu que tornarà amb amics.', 3, 'screening', 1),
  demo(
    'The quiet colleague',
    'A colleague gives away tools and has stopped eating with the others.',
    4,
    'screening',
    -1,
  ),
  demo(
    'Mensajes a una monitora',
    'Una monitora recibe mensajes cada noche desde números distintos.',
    6,
    'assessment',
    3,
    'moderate',
  ),
  demo('A list on a tablet', 'A tablet at the library showed a list with doors and hours.', 6, 'assessment', 2, 'high'),
  demo(
    'Behind the garden shed',
    'A neighbour heard two men speak of paying a foreman back.',
    7,
    'assessment',
    4,
    'moderate',
  ),
  demo(
    'Après le licenciement',
    'Un ancien employé revient chaque lundi devant la porte.',
    7,
    'assessment',
    5,
    'moderate',
  ),
  demo(
    'Two brothers',
    'Two brothers speak of settling something with a family across the river.',
    8,
    'assessment',
    1,
    'high',
  ),
  demo('La festa de barri', 'Algú pregunta on hi haurà menys gent vigilant.', 8, 'assessment', 6),
  demo(
    'A break-up at the bakery',
    'After a break-up he waits outside the bakery at closing time.',
    12,
    'management',
    2,
    'high',
  ),
  demo('The chess club', 'A member says the club ruined him and names an evening.', 14, 'management', 4, 'moderate'),
  demo(
    'Un vecino armado',
    'Un vecino enseña una escopeta de su abuelo y habla de justicia.',
    15,
    'management',
    1,
    'high',
  ),
  demo('The bus line', 'A driver is followed after his shifts by the same passenger.', 16, 'management', 6, 'moderate'),
  demo(
    'Les escales',
    'Una disputa entre veïns per les escales ha arribat a cops de porta i amenaces.',
    18,
    'management',
    9,
    'low',
  ),
  demo(
    'Rehearsal room',
    'A musician dropped from a group posts a date and nothing else.',
    19,
    'management',
    -2,
    'moderate',
  ),
  demo(
    'Tonight at the hall',
    'He told his sister that tonight at the hall everybody will see.',
    1,
    'management',
    1,
    'imminent',
  ),
  demo('Back at school', 'He is back after two weeks away; the talks go on.', 22, 'monitoring', 6, 'moderate'),
  demo('The allotments', 'The quarrel was mediated; both sides come to the monthly talk.', 23, 'monitoring', 12, 'low'),
  demo(
    'Une lettre au maire',
    'La lettre menaçante est restée seule ; un suivi est en place.',
    24,
    'monitoring',
    10,
    'low',
  ),
  demo(
    'Permiso de fin de semana',
    'Vuelve a casa los fines de semana; la familia participa.',
    25,
    'monitoring',
    5,
    'moderate',
  ),
  demo('The night porter', 'He accepts help and works days now.', 26, 'monitoring', 11, 'low'),
  demo(
    'Un any després',
    'S’acosta l’aniversari de la pèrdua; la tutora hi està al cas.',
    27,
    'monitoring',
    3,
    'moderate',
  ),
  demo('A figure of speech', 'Said in anger on the phone, taken back the same hour.', 20, 'closed', 1),
  demo('The wrong bag', 'The bag held tools for a stage set.', 18, 'closed', 1),
  demo('Un malentendido', 'La frase era de una obra de teatro.', 16, 'closed', 1),
  demo('Le jeu vidéo', 'Les plans venaient d’un jeu ; tout le monde l’a vu.', 12, 'closed', 1),
  demo('El grup de missatges', 'La broma es va aclarir amb les famílies.', 10, 'closed', 1),
  demo('A sticker on a door', 'The sticker was an advertisement.', 9, 'closed', 1),
  demo('The parking barrier', 'Twice this month somebody was shouted at over a parking barrier.', 5, 'screening', 2),
  demo(
    'Une querelle au potager',
    'Deux familles se disputent une parcelle ; l’une parle de « régler ça » un soir.',
    9,
    'assessment',
    4,
    'low',
  ),
  demo(
    'El coro y la sala',
    'Un antiguo miembro del coro escribe cada semana que la sala era suya.',
    17,
    'management',
    7,
    'low',
  ),
  demo(
    'El taller de bicis',
    'El noi torna al taller dos dies per setmana; el monitor hi parla.',
    21,
    'monitoring',
    8,
    'low',
  ),
  demo('A poem on a notice board', 'The poem was homework about a storm.', 14, 'closed', 1),
  demo('Les clés du gymnase', 'Les clés avaient été prêtées pour une répétition.', 11, 'closed', 1),
];
