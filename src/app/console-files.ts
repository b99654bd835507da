import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
};

/** Serves the built console from memory; every other address below /console/ is its one page, which knows its own paths. */
export function consoleFiles(folder: string): (path: string) => Response {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    files.set(full.slice(folder.length).replaceAll('\\', '/'), readFileSync(full));
  }
  return (path) => {
    const name = files.has(path) ? path : '/index.html';
    const bytes = files.get(name);
    if (!bytes) return new Response('The console has not been built: run npm run build.', { status: 503 });
    const keep = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': keep },
    });
  };
}
