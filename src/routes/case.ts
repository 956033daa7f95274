import { paths } from '../paths';
import { caseController } from '../web/controllers/case';
import type { Command } from '../web/controllers/command';
import { agent, signedIn } from '../web/guards';
import { post, type Route } from './route';

export function caseRoutes(command: Command): Route[] {
  const course = caseController(command);
  return [
    post(paths.follow, signedIn, course.follow),
    post(paths.unfollow, signedIn, course.unfollow),
    post(paths.looks, signedIn, course.look),
    post(paths.leads, signedIn, course.lead),
    post(paths.publication, agent, course.publish),
    post(paths.approvalRequest, agent, course.askApproval),
    post(paths.approvalRequestWithdrawal, agent, course.unaskApproval),
    post(paths.shipments, agent, course.ship),
    post(paths.photoAdoption, agent, course.adoptPhoto),
    post(paths.delivery, agent, course.deliver),
    post(paths.closure, agent, course.close),
    post(paths.reopening, agent, course.reopen),
  ];
}
