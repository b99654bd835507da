import { reals } from '../model/crowd.ts';

/** The columns and arrays in the order in which kernel-simd/memory.as.ts numbers them. */
export const columnNames = [...reals, 'goal', 'id'] as const;

export const arrayNames = [
  'cellOf',
  'cursor',
  'start',
  'placeOf',
  'nearStart',
  'near',
  'betweenStart',
  'between',
  'walls',
  'zone',
  'shut',
  'inZone',
  'fields',
  'floor',
  'stuck',
  'seenX',
  'seenY',
  'ownRadius',
  'zonesNear',
  'edgesNear',
] as const;

/** Byte offsets of the table of arrays and of the parameters, and where the arrays begin. */
export const offsets = { arrays: 2048, numbers: 4096, free: 131_072 } as const;
