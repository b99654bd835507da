import type { Method } from './methods.ts';
import type { Target } from './targets.ts';

/** What holds people up longest on the way to one exit or refuge. */
export interface Binding {
  /** The target's own mouth, a narrow place before it, a link, or nothing but the length of the way. */
  readonly kind: 'mouth' | 'passage' | 'link' | 'walk';
  readonly width: number | null;
  readonly people: number;
  readonly at: readonly [x: number, y: number] | null;
  readonly level: string;
}

export interface TargetEstimate {
  readonly id: string;
  readonly kind: Target['kind'];
  readonly people: number;
  readonly width: number;
  /** Longest way of anybody who heads there, metres. */
  readonly farthest: number;
  /** Seconds until the last is in. */
  readonly time: number;
  readonly binding: Binding;
}

export interface MethodEstimate {
  readonly id: Method['id'];
  readonly name: string;
  readonly source: string;
  /** Seconds until everybody is out or in a refuge; null when somebody reaches neither. */
  readonly time: number | null;
  readonly targets: readonly TargetEstimate[];
}

/** How many people an exit's width may serve by NFPA 101, and how many use it. */
export interface CapacityCheck {
  readonly exit: string;
  readonly people: number;
  readonly capacity: number;
  readonly isEnough: boolean;
}

export interface Remedies {
  /** The exit to widen and the metres it needs for the time of the whole plan; null where no width up to 10 m does it. */
  readonly widerDoor: { readonly exit: string; readonly from: number; readonly to: number } | null;
  /** Width in metres of a second way beside the lost one that brings the time back. */
  readonly secondWay: number;
  /** Seconds if stewards spread people over the remaining exits. */
  readonly stewarding: number | null;
}

export interface LossEstimate {
  readonly exit: string;
  readonly time: number | null;
  readonly stranded: number;
  readonly methods: readonly { readonly id: Method['id']; readonly time: number | null }[];
  readonly remedies: Remedies;
}

export interface Estimate {
  readonly people: number;
  /** People who reach no exit and no refuge. */
  readonly stranded: number;
  /** The same by group, for each that has some. */
  readonly strandedBy: readonly { readonly group: string; readonly people: number }[];
  readonly methods: readonly MethodEstimate[];
  readonly capacity: readonly CapacityCheck[];
  readonly capacitySource: string;
  /** The loss of each single exit in turn, in the order of the file; worked out when first read. */
  readonly losses: readonly LossEstimate[];
}
