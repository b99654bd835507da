export { serveWaysInPages } from './public/serve-pages.ts';
