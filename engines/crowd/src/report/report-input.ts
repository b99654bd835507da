import type { Estimate } from '../estimate/answer.ts';
import type { EnsembleResult } from '../result.ts';
import type { Preset, Scenario } from '../scenario/scenario.ts';
import type { PresetFigures } from './figures.ts';
import type { Language, Speaker } from './say.ts';
import type { SharedDrawings } from './shared-drawings.ts';

/** Everything a report is made of. Both presets are always given: neither may stand alone. */
export interface ReportInput {
  /** What the place is called, for the heading. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly ensembles: Readonly<Record<Preset, EnsembleResult>>;
  readonly estimate: Estimate;
  /** The language shown first; the reader can switch to the others. */
  readonly language?: Language;
}

/** What each part of the page is written from. */
export interface Telling {
  readonly input: ReportInput;
  readonly presets: readonly PresetFigures[];
  readonly speaker: Speaker;
  readonly shared: SharedDrawings;
}

/** The name of a preset in the page's language. */
export const presetName = ({ say }: Speaker, preset: Preset): string =>
  say(preset === 'empirical' ? 'empirical' : 'codeConservative');
