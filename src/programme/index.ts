export { keepYear } from './groups/count-year.ts';
export { programmeRoutes } from './routes.ts';
