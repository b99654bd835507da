import { join } from 'node:path';
import { build } from 'vite';
import { programFolder } from '../src/platform/program-folder.ts';

/** Builds one part of the bench with the program's own source in it, as the server is built, and loads it. */
export async function built<Part>(name: string): Promise<Part> {
  const outDir = join(programFolder, 'dist', 'bench');
  await build({
    root: programFolder,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(programFolder, 'bench', `${name}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: `${name}.js` } },
    },
  });
  return (await import(join(outDir, `${name}.js`))) as Part;
}
