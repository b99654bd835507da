import { z } from 'zod';
import { identifierFields, identifierInput } from '../../reports/contract.ts';

const words = (most: number) => z.string().trim().max(most);

/** What somebody is to a case. Nobody is that anywhere else. */
export const personParts = ['subject', 'target', 'reporter', 'family', 'professional'] as const;

export const casePerson = z.object({
  id: z.uuid(),
  position: z.number().int(),
  part: z.enum(personParts),
  pseudonym: z.string(),
  name: z.string(),
  note: z.string(),
  identifiers: z.array(z.object({ id: z.uuid(), field: z.enum(identifierFields), value: z.string() })),
  version: z.number().int(),
});
export type CasePerson = z.infer<typeof casePerson>;

/** Another record that the reader may open, by the number that people know it by; in a case also the person there. */
const otherSide = {
  kind: z.enum(['case', 'report']),
  recordId: z.uuid(),
  number: z.string(),
  otherPersonId: z.uuid().nullable(),
  pseudonym: z.string().nullable(),
};

export const casePeople = z.object({
  people: z.array(casePerson),
  /** Where the very same identifier stands; somebody says whether it is the same person. */
  matches: z.array(z.object({ personId: z.uuid(), ...otherSide, field: z.enum(identifierFields) })),
  links: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid(),
      ...otherSide,
      by: z.object({ id: z.uuid(), name: z.string() }),
      at: z.iso.datetime(),
    }),
  ),
  /** Something that the reader cannot open may match: nothing more is said of it. */
  askCoordinator: z.boolean(),
});
export type CasePeople = z.infer<typeof casePeople>;

export const writePersonInput = z.strictObject({
  /** Null for somebody who is not in the case yet. */
  personId: z.uuid().nullable().default(null),
  version: z.number().int().default(0),
  part: z.enum(personParts),
  pseudonym: words(100).min(1),
  name: words(200).default(''),
  note: words(2_000).default(''),
});
export const personIdentifierInput = z.discriminatedUnion('act', [
  identifierInput.extend({ act: z.literal('enter') }),
  z.strictObject({ act: z.literal('remove'), identifierId: z.uuid() }),
]);
export const samePersonInput = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('link'), kind: z.enum(['case', 'report']), otherId: z.uuid() }),
  z.strictObject({ act: z.literal('undo'), linkId: z.uuid() }),
]);
