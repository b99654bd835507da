import { OperatorFault } from '../operator-fault.ts';

/** Sealed content did not open: the wrong key, the wrong place, or changed bytes. Never says which. */
export class SealBroken extends Error {
  override name = 'SealBroken';

  constructor() {
    super('Sealed content did not open');
  }
}

export type KeyStoreProblem = 'missing' | 'unreadable' | 'damaged' | 'open-to-others' | 'no-such-generation' | 'in-use';

/** The key store cannot serve; `message` is a sentence for the administrator and never holds key material. */
export class KeyStoreUnavailable extends OperatorFault {
  override name = 'KeyStoreUnavailable';
  readonly because: KeyStoreProblem;

  constructor(because: KeyStoreProblem, sentence: string) {
    super(sentence);
    this.because = because;
  }
}
