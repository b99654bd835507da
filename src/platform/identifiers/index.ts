export {
  enterIdentifier,
  forgetIdentifiers,
  type Identifier,
  identifiersOf,
  removeIdentifier,
  sameIdentifiers,
  settleIdentifiers,
} from './identifiers.ts';
export type { IdentifierField } from './tags.ts';
