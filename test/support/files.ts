import { paths } from '../../src/paths';
import type { Route } from '../../src/routes';

/** What is read by GET and is no page to look at. */
export const fileRoutes: readonly Route['path'][] = [
  paths.health,
  paths.ready,
  paths.metrics,
  paths.waitingPhotoFile,
  paths.statusWaitingPhotoFile,
  paths.photo,
  paths.sparePhoto,
  paths.entryPhoto,
  paths.statusPhoto,
  paths.keptMailOriginal,
  paths.changes,
  paths.feed,
  paths.insightsTable,
  paths.auditFile,
  paths.sharedPhoto,
  // These lead on, or are seen on the way in alone; test/browser/sign-in.test.ts goes there.
  paths.singleSignOn,
  paths.singleSignOnReturn,
  paths.signInCode,
];
