import { paths } from '../paths';
import type { Services } from '../services';
import { insightsController } from '../web/controllers/insights';
import { agentOrAdmin } from '../web/guards';
import { get, type Route } from './route';

export function insightsRoutes(services: Services): Route[] {
  const insights = insightsController(services);
  return [get(paths.insights, agentOrAdmin, insights.show), get(paths.insightsTable, agentOrAdmin, insights.table)];
}
