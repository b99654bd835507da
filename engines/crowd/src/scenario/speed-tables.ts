/** A range of unhindered speeds in m/s; people are spread evenly over it. */
type SpeedRange = readonly [slowest: number, fastest: number];

interface SpeedTable {
  readonly level: SpeedRange;
  readonly stairsDown: SpeedRange;
  readonly stairsUp: SpeedRange;
  readonly source: string;
}

const imo = (level: SpeedRange, stairsDown: SpeedRange, stairsUp: SpeedRange): SpeedTable => ({
  level,
  stairsDown,
  stairsUp,
  source: 'IMO MSC.1/Circ.1533, annex 3, tables 3.4 and 3.5',
});

/** Walking speeds by name, as `speed: {"table": name}` asks for them. */
export const speedTables: Readonly<Record<string, SpeedTable>> = {
  'imo-females-under-30': imo([0.93, 1.55], [0.56, 0.94], [0.47, 0.79]),
  'imo-females-30-50': imo([0.71, 1.19], [0.49, 0.81], [0.44, 0.74]),
  'imo-females-over-50': imo([0.56, 0.94], [0.45, 0.75], [0.37, 0.61]),
  'imo-females-over-50-impaired-1': imo([0.43, 0.71], [0.34, 0.56], [0.28, 0.46]),
  'imo-females-over-50-impaired-2': imo([0.37, 0.61], [0.29, 0.49], [0.23, 0.39]),
  'imo-males-under-30': imo([1.11, 1.85], [0.76, 1.26], [0.5, 0.84]),
  'imo-males-30-50': imo([0.97, 1.62], [0.64, 1.07], [0.47, 0.79]),
  'imo-males-over-50': imo([0.84, 1.4], [0.5, 0.84], [0.38, 0.64]),
  'imo-males-over-50-impaired-1': imo([0.64, 1.06], [0.38, 0.64], [0.29, 0.49]),
  'imo-males-over-50-impaired-2': imo([0.55, 0.91], [0.33, 0.55], [0.25, 0.41]),
  'imo-crew-females': imo([0.93, 1.55], [0.56, 0.94], [0.47, 0.79]),
  'imo-crew-males': imo([1.11, 1.85], [0.76, 1.26], [0.5, 0.84]),
};
