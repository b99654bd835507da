import { caseOfReport, caseRoutes, countWork, keptCases, linkReport, openCase, passOnCases } from '../cases/index.ts';
import { communityRoutes, type HandOnWork, watchRoutes } from '../community/index.ts';
import { identityRoutes } from '../identities/index.ts';
import { libraryRoutes } from '../library/index.ts';
import type { AnyRoute } from '../platform/http/route.ts';
import { programmeRoutes } from '../programme/index.ts';
import { keptReports, passOnReports, reportPageRoutes, reportRoutes } from '../reports/index.ts';
import { type AllKeptRecords, retentionRoutes } from '../retention/index.ts';
import { waysInRoutes } from '../ways-in/index.ts';
import { findRoutes } from './find-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { movingRoutes } from './moving/moving-routes.ts';
import { witnessRoutes } from './witness-routes.ts';

/** Everything that somebody carries passes on when they stop; the slices do not know each other, so they meet here. */
export const handOnWork: HandOnWork = async (tx, ground, personId, why) => {
  await passOnReports(tx, ground, personId);
  await passOnCases(tx, ground, personId, why);
};

/** All that is kept for a time and then destroyed. */
export const keptRecords: AllKeptRecords = { report: keptReports, case: keptCases };

/** Every door of the program. */
export const allRoutes: readonly AnyRoute[] = [
  ...communityRoutes({ handOn: handOnWork, count: countWork }),
  ...reportRoutes({ openCase, linkReport, caseOfReport }),
  ...caseRoutes,
  ...programmeRoutes,
  ...retentionRoutes(keptRecords),
  ...identityRoutes,
  ...libraryRoutes,
  ...waysInRoutes,
  ...findRoutes,
  ...liveRoutes,
  ...movingRoutes,
  ...witnessRoutes,
  ...watchRoutes,
  ...reportPageRoutes,
];
