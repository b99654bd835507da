import type { Statement } from '../../../console/api/cases.ts';
import { type Sign, signGroups } from '../../words/vocabulary.ts';

export type Group = keyof typeof signGroups;
export type Known = {
  sign: Sign;
  statements: readonly Statement[];
  /** How many voices say so that do not go back to one another. */
  sources: number;
  isFirstHand: boolean;
  isContradicted: boolean;
};
export type Missing = 'motivation' | 'preparation' | 'protective' | 'means' | 'second-source' | 'first-hand' | 'date';

const rootOf = (statement: Statement, byId: ReadonlyMap<string, Statement>): string => {
  const seen = new Set<string>();
  let at = statement;
  while (at.sameSourceAs && !seen.has(at.id)) {
    seen.add(at.id);
    const same = byId.get(at.sameSourceAs);
    if (!same) break;
    at = same;
  }
  return at.id;
};

/** How many independent sources these statements have; what the team concludes is none. */
export function independentSources(some: readonly Statement[], all: readonly Statement[]): number {
  const byId = new Map(all.map((statement) => [statement.id, statement]));
  return new Set(some.filter(({ kind }) => kind !== 'assessed').map((statement) => rootOf(statement, byId))).size;
}

/** The signs of a group that some statement has, each with who says so and whether somebody contradicts. */
export function knownOf(group: Group, all: readonly Statement[]): Known[] {
  const contradicted = new Set(all.flatMap((statement) => statement.contradicts));
  return signGroups[group].flatMap((sign) => {
    const statements = all.filter((statement) => statement.signs.includes(sign));
    if (statements.length === 0) return [];
    return {
      sign,
      statements,
      sources: independentSources(statements, all),
      isFirstHand: statements.some(({ kind }) => kind === 'seen'),
      isContradicted: statements.some(({ id }) => contradicted.has(id)),
    };
  });
}

const meansCodes: readonly Sign[] = ['P5', 'P10', 'C10'];

/** What one usually asks for and nobody has written yet; a list of questions, never a sum. */
export function missingIn(all: readonly Statement[]): Missing[] {
  const facts = all.filter(({ kind }) => kind !== 'assessed');
  const missing: Record<Missing, boolean> = {
    motivation: knownOf('motivation', all).length === 0,
    preparation: knownOf('preparation', all).length === 0,
    protective: all.every(({ protective }) => protective.length === 0),
    means: all.every(
      ({ signs, protective }) =>
        !signs.some((sign) => meansCodes.includes(sign)) && !protective.includes('limited-means'),
    ),
    'second-source': facts.length > 0 && independentSources(facts, all) < 2,
    'first-hand': facts.length > 0 && facts.every(({ kind }) => kind !== 'seen'),
    date: facts.some(({ happened }) => happened === ''),
  };
  return (Object.keys(missing) as Missing[]).filter((name) => missing[name]);
}
