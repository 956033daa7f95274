import { adoptPhoto } from '../../appeals/adopt-photo';
import { askApproval } from '../../appeals/ask-approval';
import { close } from '../../appeals/close';
import { confirmDelivery } from '../../appeals/confirm-delivery';
import { follow, unfollow } from '../../appeals/follow';
import { giveLead } from '../../appeals/give-lead';
import { look } from '../../appeals/look';
import { publish } from '../../appeals/publish';
import { reopen } from '../../appeals/reopen';
import { ship } from '../../appeals/ship';
import { unaskApproval } from '../../appeals/unask-approval';
import { photosSentIn } from '../../messages/find-messages';
import { paths } from '../../paths';
import { closureForm, leadForm, lookForm, shipForm } from '../forms/case';
import { bareForm } from '../forms/version';
import type { Command } from './command';
import { param } from './params';

/** What is done to a case as a whole. */
export function caseController(command: Command) {
  return {
    publish: command('published', bareForm, publish),
    askApproval: command('approvalAsked', bareForm, askApproval, paths.newUpdate),
    unaskApproval: command('approvalUnasked', bareForm, unaskApproval),
    follow: command('followed', bareForm, ({ actor, appealId }) => follow(actor, appealId)),
    unfollow: command('unfollowed', bareForm, ({ actor, appealId }) => unfollow(actor, appealId)),
    look: command('look', lookForm, (target, { place }) => look(target, place)),
    lead: command('lead', leadForm, (target, { words }) => giveLead(target, words)),
    ship: command('ship', shipForm, (target, { version: _, ...shipment }) => ship(target, shipment)),
    deliver: command('delivered', bareForm, confirmDelivery),
    adoptPhoto: command('photoAdopted', bareForm, async (target, _, request) =>
      adoptPhoto(target, param(request, 'photoId'), await photosSentIn(target.appealId)),
    ),
    close: command('close', closureForm, (target, { outcome }) => close(target, outcome)),
    reopen: command('reopened', bareForm, reopen),
  };
}
