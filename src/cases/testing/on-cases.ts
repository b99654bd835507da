import { afterAll, beforeAll } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import { openCasePage } from '../queries/case-page.ts';
import { aCase } from './a-case.ts';

/** Starts a program for the tests of a file, hands it over, and gives what nearly all of them do with a case. */
export function onCases(hand: (program: Program) => void | Promise<void>) {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
    await hand(program);
  });
  afterAll(() => program.close());
  const as = <T>(actor: PersonActor, work: (tx: Tx<PersonActor>) => Promise<T>) =>
    program.ground.database.withActor(actor, work);
  return {
    as,
    /** The moment so many days from now, on the program's clock. */
    inDays: (days: number) => new Date(program.clock.now().getTime() + days * 86_400_000).toISOString(),
    /** The id of a new case, led by the duty officer with the second as deputy. */
    async opened(title?: string) {
      const { duty, second } = program.actors;
      return (await aCase(program.ground, duty, second.personId, title)).id;
    },
    /** The case as a reader sees it, the duty officer unless another is named. */
    page: (id: string, reader = program.actors.duty) => as(reader, (tx) => openCasePage(tx, program.ground, id)),
  };
}
