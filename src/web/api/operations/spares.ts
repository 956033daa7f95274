import { appealsNamed } from '../../../appeals/find-appeals';
import { mostPhotos } from '../../../appeals/with-photos';
import { confirmationDeadlines, type Spare } from '../../../domain/spare';
import { apiPaths } from '../../../paths';
import type { Services } from '../../../services';
import { confirmStillThere } from '../../../shelf/confirm-still-there';
import { spareOf, spares } from '../../../shelf/find-spares';
import { giveAway } from '../../../shelf/give-away';
import { handOverSpare } from '../../../shelf/hand-over-spare';
import type { SpareTarget } from '../../../shelf/look-after-spare';
import { offerSpare } from '../../../shelf/offer-spare';
import { releaseReservation } from '../../../shelf/release-reservation';
import { reserveSpare } from '../../../shelf/reserve-spare';
import { withdrawSpare } from '../../../shelf/withdraw-spare';
import {
  bareBody,
  giftBody,
  kindWordBody,
  newSpareBody,
  reservationBody,
  shelfFilters,
  spareHandOverBody,
} from '../../forms/api';
import { type SpareApiReader, spareJson, spareSchema, sparesSchema } from '../../presenters/api/spare';
import { type Call, command, type Operation, type Reading, reading } from '../operation';
import { onFind } from './finds';
import { describedPhotos, readerFor, targetOf } from './reader';

/** The shelf, and what appeals take from it. @param readFind how what was taken is read: it is a find of the appeal */
export function spareOperations(services: Services, readFind: Reading): Operation[] {
  const common = { tag: 'spares', guard: 'signedIn' } as const;

  const listSpares = reading({
    ...common,
    id: 'listSpares',
    path: apiPaths.spares,
    scope: 'spares:read',
    query: shelfFilters,
    answer: sparesSchema,
    async read(call, { q, state, cursor }) {
      const page = await spares({ text: q.trim(), state, cursor }, deadlinesOf(services));
      const reader = await readerOf(call, page.items, services);
      return { json: { items: page.items.map((spare) => spareJson(spare, reader)), next: page.next } };
    },
  });

  const readSpare = reading({
    ...common,
    id: 'readSpare',
    path: apiPaths.spare,
    scope: 'spares:read',
    answer: spareSchema,
    async read(call) {
      const spare = await spareOf(call.param('spareId'));
      return { json: spareJson(spare, await readerOf(call, [spare], services)), version: spare.version };
    },
  });

  const offer = command({
    ...common,
    id: 'offerSpare',
    path: apiPaths.spares,
    scope: 'spares:write',
    status: 201,
    next: readSpare,
    body: newSpareBody,
    mostPhotos,
    async run(call, { offered, alts }) {
      const { id } = await offerSpare(
        call.actor,
        offered,
        describedPhotos(call, alts),
        services.photoStore,
        call.submission,
      );
      return { spareId: id };
    },
  });

  const onOwn = { ...common, scope: 'spares:write', status: 200, next: readSpare, needsVersion: true } as const;
  return [
    listSpares,
    offer,
    readSpare,
    command({
      ...onOwn,
      id: 'confirmSpare',
      path: apiPaths.spareConfirmation,
      body: bareBody,
      run: (call) => onSpare(call, confirmStillThere),
    }),
    command({
      ...onOwn,
      id: 'giveAwaySpare',
      path: apiPaths.spareGifts,
      body: giftBody,
      run: (call, { quantity }) => onSpare(call, (target) => giveAway(target, quantity)),
    }),
    command({
      ...onOwn,
      id: 'withdrawSpare',
      path: apiPaths.spareWithdrawal,
      body: bareBody,
      run: (call) => onSpare(call, withdrawSpare),
    }),
    ...reservationOperations(readFind),
  ];
}

function reservationOperations(readFind: Reading): Operation[] {
  const common = { tag: 'spares', scope: 'spares:write', next: readFind } as const;
  return [
    command({
      ...common,
      id: 'reserveSpare',
      path: apiPaths.reservations,
      guard: 'agent',
      status: 201,
      body: reservationBody,
      async run(call, { spareId, quantity }) {
        const { id, finds } = await reserveSpare({ ...targetOf(call), actor: call.actor }, spareId, quantity);
        return { id, findId: finds.at(-1)?.id ?? '' };
      },
    }),
    command({
      ...common,
      id: 'releaseReservation',
      path: apiPaths.reservationRelease,
      guard: 'signedIn',
      status: 200,
      body: kindWordBody,
      needsVersion: true,
      run: (call, { words }) => onFind(call, (target, findId) => releaseReservation(target, findId, words)),
    }),
    command({
      ...common,
      id: 'handOverSpare',
      path: apiPaths.spareHandOver,
      guard: 'agent',
      status: 200,
      body: spareHandOverBody,
      needsVersion: true,
      run: (call, parcel) => onFind(call, (target, findId) => handOverSpare(target, findId, parcel)),
    }),
  ];
}

async function onSpare(call: Call, run: (target: SpareTarget) => Promise<unknown>): Promise<Record<string, string>> {
  const { actor, onlyVersion } = call;
  const spareId = call.param('spareId');
  await run({ actor, spareId, onlyVersion });
  return { spareId };
}

async function readerOf(call: Call, shown: readonly Spare[], services: Services): Promise<SpareApiReader> {
  const taken = shown.flatMap(({ reservations }) => reservations.map(({ appealId }) => appealId));
  const [reader, appeals] = await Promise.all([
    readerFor(
      call,
      shown.map(({ holder }) => holder),
      services,
    ),
    appealsNamed(call.actor, taken),
  ]);
  return { ...reader, deadlines: deadlinesOf(services), known: new Set(appeals.map(({ id }) => id)) };
}

function deadlinesOf({ config }: Services) {
  return confirmationDeadlines(new Date(), config.spareConfirmDays);
}
