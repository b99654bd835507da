import type { Hono } from 'hono';
import { leaveScript } from './leave-script.ts';

/** Serves what every public page carries. */
export const serveShell = (app: Hono): void => {
  app.get(
    leaveScript.path,
    () =>
      new Response(leaveScript.text, {
        headers: {
          'content-type': 'text/javascript; charset=utf-8',
          'cache-control': 'public, max-age=31536000, immutable',
        },
      }),
  );
};
