export { fetchMail } from './mail/fetch-mail.ts';
export { serveWaysInPages } from './public/serve-pages.ts';
export { waysInRoutes } from './routes.ts';
