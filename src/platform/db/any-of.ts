import { type RawBuilder, sql as raw } from 'kysely';

/** In a query: equal to one of these, as one parameter however many there are, so that the question is planned once. */
export const anyOf = <T>(values: readonly T[]): RawBuilder<T> => raw<T>`any(${values})`;
