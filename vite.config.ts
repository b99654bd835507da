import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two builds of one source: the console for the browser, and the server (`--ssr`) with its packages left outside. */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? '.' : 'src/console',
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: isSsrBuild ? 'dist/server' : '../../dist/console',
    emptyOutDir: true,
    target: isSsrBuild ? 'node24' : 'es2022',
    assetsInlineLimit: 0,
    sourcemap: Boolean(isSsrBuild),
    rollupOptions: isSsrBuild ? { output: { entryFileNames: 'cli.js' } } : {},
  },
}));
