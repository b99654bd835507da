// The operational model of src/model in single precision and four lanes at a time: same equations, same order of people.
// It differs from the reference only in rounding, in looking at each pair from both sides, and in e^x by a polynomial.
// Positions of all arrays come in once by `set`; the host swaps the two sets of columns after each sort and step.

export { set } from './memory.as';
export { sort } from './sort.as';
export { step } from './step.as';
export { look } from './look.as';
