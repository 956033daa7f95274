import { paths } from '../paths';
import type { Services } from '../services';
import { lostController, lostReportsController } from '../web/controllers/lost';
import { agent } from '../web/guards';
import { byPublicClaims } from '../web/public-claims';
import { get, post, type Route } from './route';

export function lostRoutes(services: Services): Route[] {
  const outside = byPublicClaims(services);
  const reports = lostReportsController(services);
  return [
    get(paths.lost, outside, lostController.show),
    post(paths.lost, outside, lostController.report),
    get(paths.lostReports, agent, reports.show),
    post(paths.lostReportAssignment, agent, reports.assign),
    post(paths.lostReportDiscard, agent, reports.discard),
  ];
}
