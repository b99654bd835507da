/** Something that the person who runs Forestall can put right: the message is one line, printed as it is, without a stack. */
export class OperatorFault extends Error {
  override name = 'OperatorFault';
}
