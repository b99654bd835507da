import type { LinkKind } from '../scenario/scenario.ts';

/** How a published method counts people through a width of way. */
export interface Method {
  readonly id: 'sfpe' | 'imo' | 'green-guide';
  readonly name: string;
  /** Unhindered speed on level ground, m/s. */
  readonly speed: number;
  /** Persons a second through a clear width in metres, on the level or on a link. */
  flow(width: number, kind?: LinkKind): number;
  readonly source: Source;
}

/** A published work, and what is taken from it. */
export interface Source {
  readonly work: string;
  readonly note: string;
}

/** A source as one line in English. */
export const sourceText = ({ work, note }: Source): string => `${work}: ${note}`;

/** Metres at each side that nobody uses, SFPE Handbook table of boundary layers for doors, corridors and stairs. */
const boundaryLayer = 0.15;

const isStepped = (kind: LinkKind | undefined): boolean => kind === 'stairs' || kind === 'escalator';

export const sfpe: Method = {
  id: 'sfpe',
  name: 'SFPE',
  speed: 1.4 * (1 - 0.266 * 0.54),
  flow: (width, kind) => (isStepped(kind) ? 1.01 : 1.3) * Math.max(0, width - 2 * boundaryLayer),
  source: {
    work: 'Gwynne and Rosenbaum, Employing the Hydraulic Model in Assessing Emergency Movement, SFPE Handbook of Fire Protection Engineering, 5th edition, chapter 59',
    note: '1.3 persons/(s·m) of effective width at doors and corridors, 1.01 on stairs with 7/11 inch steps, 0.15 m lost at each side; speed 1.4·(1 − 0.266·D) m/s',
  },
};

export const imo: Method = {
  id: 'imo',
  name: 'IMO',
  speed: 1.2,
  flow: (width, kind) => (isStepped(kind) ? 0.88 : 1.3) * width,
  source: {
    work: 'IMO MSC.1/Circ.1533, annex 2',
    note: 'at most 1.3 persons/(s·m) of clear width in corridors and doors, 1.1 on stairs down and 0.88 on stairs up (the lower is used here), 1.2 m/s at low density; without its safety factors',
  },
};

export const greenGuide: Method = {
  id: 'green-guide',
  name: 'Green Guide',
  speed: sfpe.speed,
  flow: (width, kind) => ((isStepped(kind) ? 66 : 82) / 60) * width,
  source: {
    work: 'Sports Grounds Safety Authority, Guide to Safety at Sports Grounds',
    note: '82 persons a minute and metre on the level, 66 on stairways; it gives no walking speed, so that of SFPE is used',
  },
};

export const methods: readonly Method[] = [sfpe, imo, greenGuide];

/** How many people a clear width in metres may serve: 5 mm a person on the level, 7.6 mm on stairs. */
export const nfpaCapacity = (width: number, kind?: LinkKind): number =>
  Math.floor(width / (isStepped(kind) ? 0.0076 : 0.005) + 1e-9);

export const nfpa: Source = {
  work: 'NFPA 101 Life Safety Code, table 7.3.3.1',
  note: '5 mm (0.2 in.) a person on level ways and ramps, 7.6 mm (0.3 in.) on stairs',
};
