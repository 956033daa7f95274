import { paths } from '../paths';
import type { Services } from '../services';
import { statusController } from '../web/controllers/status';
import { takePhotosIn } from '../web/middleware/waiting-photos';
import { byStatusLink } from '../web/visit';
import { customer } from '../web/waiting-rows';
import { get, post, type Route } from './route';

export function statusRoutes(services: Services): Route[] {
  const status = statusController(services);
  const takeIn = takePhotosIn(services.photoStore, customer);
  return [
    get(paths.status, byStatusLink, status.show),
    post(paths.statusDelivery, byStatusLink, status.confirm),
    post(paths.statusReplies, byStatusLink, ...takeIn, status.reply),
    post(paths.statusThanks, byStatusLink, ...takeIn, status.thank),
    post(paths.statusConsent, byStatusLink, status.withdrawConsent),
    post(paths.statusAddress, byStatusLink, status.correctAddress),
    post(paths.statusAddressConfirmation, byStatusLink, status.confirmAddress),
    post(paths.statusWithdrawal, byStatusLink, status.withdraw),
    post(paths.statusData, byStatusLink, status.data),
    post(paths.statusApproval, byStatusLink, status.approve),
    post(paths.statusApprovalWithdrawal, byStatusLink, status.withdrawApproval),
    post(paths.statusChanges, byStatusLink, status.wishChanges),
    post(paths.statusLanguage, byStatusLink, status.chooseLanguage),
    post(paths.statusDeletion, byStatusLink, status.askDeletion),
  ];
}
