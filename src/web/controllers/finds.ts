import { acceptFind } from '../../appeals/accept-find';
import { declineFind } from '../../appeals/decline-find';
import { handOverFind } from '../../appeals/hand-over-find';
import { offerFind } from '../../appeals/offer-find';
import { receiveFind } from '../../appeals/receive-find';
import { releaseFind } from '../../appeals/release-find';
import { withdrawFind } from '../../appeals/withdraw-find';
import type { Services } from '../../services';
import { shelveFind } from '../../shelf/shelve-find';
import { handOverForm, kindWordForm, offerForm, shelveForm } from '../forms/case';
import { sentAhead } from '../forms/photos';
import { bareForm } from '../forms/version';
import type { Command } from './command';
import { param } from './params';

/** Finds: offered by colleagues, decided by agents, handed from one to the other. */
export function findsController(command: Command, { photoStore }: Pick<Services, 'photoStore'>) {
  return {
    offer: command('offer', offerForm, (target, { find, photos }) =>
      offerFind(target, find, sentAhead(target.actor, photos.slice(-1)), photoStore),
    ),
    withdraw: command('findWithdrawn', bareForm, (target, _, request) =>
      withdrawFind(target, param(request, 'findId')),
    ),
    accept: command('findAccepted', bareForm, (target, _, request) => acceptFind(target, param(request, 'findId'))),
    decline: command('decline', kindWordForm, (target, { words }, request) =>
      declineFind(target, param(request, 'findId'), words),
    ),
    release: command('release', kindWordForm, (target, { words }, request) =>
      releaseFind(target, param(request, 'findId'), words),
    ),
    handOver: command('handOver', handOverForm, (target, { handOver }, request) =>
      handOverFind(target, param(request, 'findId'), handOver),
    ),
    receive: command('findReceived', bareForm, (target, _, request) => receiveFind(target, param(request, 'findId'))),
    shelve: command('shelve', shelveForm, (target, { place }, request) =>
      shelveFind(target, param(request, 'findId'), place),
    ),
  };
}
