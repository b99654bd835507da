export type { AskedLink } from './links/ask-address.ts';
export { checkLinks } from './links/check-links.ts';
export { keepCheckedLinks } from './links/checked-links.ts';
export { forgetMistakes } from './mistakes/told-mistakes.ts';
export { serveLibraryPages } from './public/serve-library.ts';
export { openLibrary } from './reading/open-library.ts';
export { libraryRoutes } from './routes.ts';
export { stockShelf } from './shelf.ts';
export { keepBooksIn } from './takeaway/kept-books.ts';
