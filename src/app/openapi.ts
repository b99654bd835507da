import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { AnyRoute } from '../platform/http/route.ts';

const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  kind: z.string(),
  because: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  reference: z.string().optional(),
});
const problems = {
  description: 'Refused: a problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: problem } },
};

/** The OpenAPI 3.1 description of every API route, made from the same table that serves them. */
export function openApiOf(routes: readonly AnyRoute[], version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/')) continue;
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Forestall',
      version,
      description: 'Reports of concern, duty desk and cases. Unknown and forbidden look alike.',
    },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } },
  });
}

function operationOf(route: AnyRoute): ZodOpenApiOperationObject {
  const { path, query, body } = route.input;
  return {
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-zA-Z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    security: route.permission.open ? [] : [{ session: [] }],
    requestParams: {
      ...(path ? { path: path as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
    },
    ...(body instanceof z.ZodType ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
    responses: { [route.answer === 'nothing' ? 204 : (route.status ?? 200)]: answerOf(route), default: problems },
  };
}

function answerOf(route: AnyRoute) {
  if (route.answer instanceof z.ZodType)
    return { description: route.summary, content: { 'application/json': { schema: route.answer } } };
  return { description: route.summary };
}
