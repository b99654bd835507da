export { serveLibraryPages } from './public/serve-library.ts';
export { libraryRoutes } from './routes.ts';
export { stockShelf } from './shelf.ts';
