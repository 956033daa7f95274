import { linkAppeal } from '../../catalogue/link';
import { handOverSpare } from '../../shelf/hand-over-spare';
import { releaseReservation } from '../../shelf/release-reservation';
import { reserveSpare } from '../../shelf/reserve-spare';
import { takeBackSpare } from '../../shelf/take-back-spare';
import { kindWordForm } from '../forms/case';
import { handOverSpareForm, linkForm, reserveForm } from '../forms/spare';
import { bareForm } from '../forms/version';
import type { Command } from './command';
import { param } from './params';

/** What an appeal takes from the shelf, and gives back. */
export function reservationsController(command: Command) {
  return {
    reserve: command('reserve', reserveForm, (target, { spareId, quantity }) =>
      reserveSpare(target, spareId, quantity),
    ),
    release: command('releaseReservation', kindWordForm, (target, { words }, request) =>
      releaseReservation(target, param(request, 'findId'), words),
    ),
    handOver: command('handOverSpare', handOverSpareForm, (target, { parcel }, request) =>
      handOverSpare(target, param(request, 'findId'), parcel),
    ),
    takeBack: command('takeBack', bareForm, (target, _, request) => takeBackSpare(target, param(request, 'findId'))),
    link: command('appealLinked', linkForm, (target, { entryId }) => linkAppeal(target, entryId)),
  };
}
