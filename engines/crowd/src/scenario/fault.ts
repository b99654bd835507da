/** One thing wrong with a scenario: where in the file, what it is, and how to mend it. */
export interface Fault {
  readonly path: string;
  readonly what: string;
  readonly mend: string;
}

/** The fault as one line of text. */
export const describeFault = ({ path, what, mend }: Fault): string => `${path}: ${what}. ${mend}.`;
