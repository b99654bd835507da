import type { Resource } from '../contract.ts';

export interface ResourceChoice {
  role?: string | undefined;
  phase?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
}

const fits = (wanted: string | undefined, has: readonly string[]): boolean => !wanted || has.includes(wanted);

/** The resources that fit everything chosen, in the order of the file; where a phase is chosen, it counts as their first. */
export const chosenResources = (resources: readonly Resource[], chosen: ResourceChoice): Resource[] =>
  resources
    .filter(({ roles, phases, country, languages }) =>
      [
        fits(chosen.role, roles),
        fits(chosen.phase, phases),
        fits(chosen.country, [country]),
        fits(chosen.language, languages),
      ].every(Boolean),
    )
    .map((resource) =>
      chosen.phase ? { ...resource, phases: resource.phases.toSorted((a) => (a === chosen.phase ? -1 : 1)) } : resource,
    );

const quoted = (value: string): string =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

const columns = [
  'id',
  'title',
  'publisher',
  'country',
  'languages',
  'roles',
  'phases',
  'licence',
  'url',
  'checked',
] as const;

/** The resources as CSV (RFC 4180) with a head line; lists are joined by a space, and no cell can be read as a formula. */
export const asCsv = (resources: readonly Resource[]): string => {
  const cell = (value: string | readonly string[]) => quoted(typeof value === 'string' ? value : value.join(' '));
  const lines = resources.map((resource) => columns.map((column) => cell(resource[column])).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
};
