import { receiptGate } from '../../platform/vault/index.ts';

/** A certificate takes tenths of a second to draw: one at a time, so that nobody can keep the others waiting. */
export const certificateGate = receiptGate({ atOnce: 1, queue: 20 });
