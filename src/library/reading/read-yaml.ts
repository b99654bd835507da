import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults.ts';

type Path = readonly PropertyKey[];

/** A YAML text whose places are known by line. */
export interface YamlText {
  value: unknown;
  faults: Fault[];
  lineOf(path: Path): number;
}

/** Reads a YAML text; `firstLine` is where it starts in its file. Dates stay text. Never throws. */
export const readYaml = (file: string, text: string, firstLine = 1): YamlText => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', maxAliasCount: 0 } as object);
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const faults = document.errors.map(({ message, pos }) => ({
    file,
    line: at(pos[0]),
    because: message.split('\n')[0] ?? '',
  }));
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = document.getIn(path.slice(0, length) as unknown[], true);
      if (isNode(found) && found.range) return at(found.range[0]);
    }
    return firstLine;
  };
  return { value: faults.length > 0 ? null : plainValue(document), faults, lineOf };
};

/** An alias is refused rather than unfolded: a small text can otherwise become a huge one. */
const plainValue = (document: ReturnType<typeof parseDocument>): unknown => {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
};

/** Checks one part of a YAML text; a fault names the field. */
export const checkPart = <Kind extends z.ZodType>(
  file: string,
  yaml: YamlText,
  path: Path,
  part: unknown,
  kind: Kind,
): { part: z.output<Kind> } | { faults: Fault[] } => {
  const read = kind.safeParse(part);
  if (read.success) return { part: read.data };
  const faults = read.error.issues.map((issue) => ({
    file,
    line: yaml.lineOf([...path, ...issue.path]),
    because: `${issue.path.join('.') || 'entry'}: ${issue.message}`,
  }));
  return { faults };
};

/** The sound entries of a list, and what is wrong with the others. */
export const readList = <Kind extends z.ZodType>(
  file: string,
  yaml: YamlText,
  kind: Kind,
  list: unknown = yaml.value,
  path: Path = [],
): { entries: z.output<Kind>[]; faults: Fault[] } => {
  if (yaml.faults.length > 0) return { entries: [], faults: yaml.faults };
  if (!Array.isArray(list))
    return { entries: [], faults: [{ file, line: yaml.lineOf(path), because: 'must be a list' }] };
  const read = list.map((entry, index) => checkPart(file, yaml, [...path, index], entry, kind));
  return {
    entries: read.flatMap((each) => ('part' in each ? [each.part] : [])),
    faults: read.flatMap((each) => ('faults' in each ? each.faults : [])),
  };
};
