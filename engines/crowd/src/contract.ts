export { ensemble } from './ensemble/ensemble.ts';
export { liveSimulation } from './live.ts';
export type {
  DensityGrid,
  DensityPeak,
  EnsembleOptions,
  EnsembleResult,
  ExitUse,
  Frame,
  LiveSimulation,
  Progress,
  RunEnsemble,
  Simulate,
  SimulationOptions,
  SimulationResult,
  Spread,
  StartLive,
  Trajectories,
} from './result.ts';
export { engineVersion, modelName, ScenarioFault } from './result.ts';
export { simulate } from './simulate.ts';
