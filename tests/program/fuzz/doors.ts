import type { Program } from '../program.ts';
import type { Stage } from '../stage.ts';
import { validRequests } from '../valid-requests/index.ts';
import type { Aim, Door } from './attempts.ts';
import type { Schema } from './from-schema.ts';

type Operation = {
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  parameters?: { in: string; name: string; schema: Schema }[];
};
export type Description = {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
};

const pages = [
  '/',
  ...['en', 'ca', 'es', 'fr'].flatMap((language) =>
    ['report', 'receipt', 'help', 'privacy', 'library', 'library/search', 'library/prevent/how-to-tell-us'].map(
      (page) => `/${language}/${page}`,
    ),
  ),
  '/console/',
  '/console/assets/x.js',
  '/healthz',
  '/readyz',
  '/metrics',
  '/favicon.ico',
  '/api/v1/openapi.json',
  '/test-town/en/report',
];

/** Every door of the program and every page, each with a request that it takes and what its description says of it. */
export function aimAt(program: Program, stage: Stage, description: Description, seed: number): Aim {
  const valid = validRequests(program, stage);
  const doors = Object.entries(valid).map(([door, request]): Door => {
    const [method = '', path = ''] = door.split(' ');
    const operation = description.paths[path]?.[method.toLowerCase()];
    const query = operation?.parameters?.filter((each) => each.in === 'query') ?? [];
    return {
      method,
      path,
      valid: request,
      body: operation?.requestBody?.content['application/json'].schema ?? null,
      query: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    };
  });
  const ids = [...new Set(JSON.stringify(stage).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))];
  return { seed, doors, pages, stock: { ids, named: description.components?.schemas ?? {} } };
}
