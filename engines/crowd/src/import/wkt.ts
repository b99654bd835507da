import type { Point } from '../scenario/scenario.ts';
import type { Drawn, ImportedPlan } from './drawing.ts';
import { unreadable } from './drawing.ts';
import { planFrom } from './plan-from.ts';

/** Deepest nesting of collections that is read. */
const deepest = 20;

/**
 * Reads a walkable area written as WKT, as JuPedSim uses it: POLYGON, MULTIPOLYGON, LINESTRING (walls) and collections
 * of them, in any case, with or without heights.
 */
export function importWkt(text: string): ImportedPlan {
  try {
    return planFrom(new WktReader(text).all());
  } catch (cause) {
    return unreadable(
      cause instanceof SyntaxError ? cause.message : 'The text is not WKT',
      'Give POLYGON ((x y, …), (hole …)) in metres',
    );
  }
}

class WktReader {
  readonly #tokens: string[];
  readonly #drawn: Drawn[] = [];
  readonly #repairs: string[] = [];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(/[(),;]|[^\s(),;]+/g) ?? [];
  }

  all() {
    if (this.#peek()?.toUpperCase().startsWith('SRID=')) this.#at += 2;
    while (this.#peek() !== undefined) {
      this.#geometry(0);
      if (this.#peek() === ';' || this.#peek() === ',') this.#at++;
    }
    return { drawn: this.#drawn, repairs: this.#repairs };
  }

  #geometry(depth: number): void {
    if (depth > deepest) throw new SyntaxError('The collections are nested too deep');
    const kind = this.#take().toUpperCase();
    while (/^(Z|M|ZM)$/i.test(this.#peek() ?? '')) this.#at++;
    if (this.#peek()?.toUpperCase() === 'EMPTY') this.#at++;
    else if (kind === 'POLYGON') this.#polygon();
    else if (kind === 'MULTIPOLYGON') this.#each(() => this.#polygon());
    else if (kind === 'LINESTRING') this.#line();
    else if (kind === 'MULTILINESTRING') this.#each(() => this.#line());
    else if (kind === 'GEOMETRYCOLLECTION') this.#each(() => this.#geometry(depth + 1));
    else throw new SyntaxError(`"${kind.slice(0, 40)}" is not a geometry that has ground`);
  }

  #polygon(): void {
    let role: 'walkable' | 'hole' = 'walkable';
    this.#each(() => {
      this.#drawn.push({ role, points: this.#points(), isClosed: true });
      role = 'hole';
    });
  }

  #line(): void {
    this.#drawn.push({ role: 'wall', points: this.#points(), isClosed: false });
  }

  #points(): Point[] {
    const points: Point[] = [];
    this.#each(() => {
      const numbers: number[] = [];
      while (this.#peek() !== ',' && this.#peek() !== ')') numbers.push(this.#number());
      if (numbers.length < 2) throw new SyntaxError('A corner needs two numbers');
      points.push([numbers[0]!, numbers[1]!]);
    });
    return points;
  }

  #each(read: () => void): void {
    this.#expect('(');
    read();
    while (this.#peek() === ',') {
      this.#at++;
      read();
    }
    this.#expect(')');
  }

  #number(): number {
    const token = this.#take();
    const value = Number(token);
    if (!Number.isFinite(value)) throw new SyntaxError(`"${token.slice(0, 40)}" is not a number`);
    return value;
  }

  #expect(token: string): void {
    const found = this.#take();
    if (found !== token) throw new SyntaxError(`"${found.slice(0, 40)}" stands where "${token}" is needed`);
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new SyntaxError('The text ends too soon');
    return token;
  }
}
