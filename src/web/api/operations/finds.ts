import { acceptFind } from '../../../appeals/accept-find';
import { declineFind } from '../../../appeals/decline-find';
import { appealFor } from '../../../appeals/find-appeals';
import { handOverFind } from '../../../appeals/hand-over-find';
import { offerFind } from '../../../appeals/offer-find';
import { receiveFind } from '../../../appeals/receive-find';
import { releaseFind } from '../../../appeals/release-find';
import type { Target } from '../../../appeals/transition';
import { withdrawFind } from '../../../appeals/withdraw-find';
import type { Appeal } from '../../../domain/appeal';
import type { Find } from '../../../domain/find';
import { NotFound } from '../../../errors';
import { apiPaths } from '../../../paths';
import type { Services } from '../../../services';
import { bareBody, handOverBody, kindWordBody, newFindBody } from '../../forms/api';
import { findJson, findSchema, findsSchema } from '../../presenters/api/find';
import { type Call, command, type Operation, type Reading, reading } from '../operation';
import { readsCase } from './case-access';
import { describedPhotos, readerFor, targetOf } from './reader';

/** Finds: offered by colleagues, decided by agents, handed from one to the other. */
export function findOperations(services: Services, readFind: Reading): Operation[] {
  const common = { tag: 'finds', scope: 'finds:write', next: readFind } as const;
  const forFinder = { ...common, guard: 'signedIn', status: 200, needsVersion: true } as const;
  const forAgents = { ...common, guard: 'agent', status: 200, needsVersion: true } as const;

  const listFinds = reading({
    id: 'listFinds',
    path: apiPaths.finds,
    tag: 'finds',
    guard: 'signedIn',
    scope: 'finds:read',
    answer: findsSchema,
    async read(call) {
      const appeal = await appealFor(call.actor, call.param('id'));
      const finds = await findsSeen(appeal, call);
      const reader = await readerFor(
        call,
        finds.map(({ finder }) => finder),
        services,
      );
      const items = finds.map((find) => findJson(appeal, find, reader));
      return { json: { items, next: null }, version: appeal.version };
    },
  });

  const offer = command({
    ...common,
    id: 'offerFind',
    path: apiPaths.finds,
    guard: 'signedIn',
    status: 201,
    body: newFindBody,
    mostPhotos: 1,
    async run(call, { find, alts }) {
      const { id, finds } = await offerFind(
        { ...targetOf(call), actor: call.actor },
        find,
        describedPhotos(call, alts),
        services.photoStore,
      );
      return { id, findId: finds.at(-1)?.id ?? '' };
    },
  });

  return [
    listFinds,
    offer,
    readFind,
    command({
      ...forFinder,
      id: 'withdrawFind',
      path: apiPaths.findWithdrawal,
      body: bareBody,
      run: (call) => onFind(call, withdrawFind),
    }),
    command({
      ...forFinder,
      id: 'handOverFind',
      path: apiPaths.findHandOver,
      body: handOverBody,
      run: (call, handOver) => onFind(call, (target, findId) => handOverFind(target, findId, handOver)),
    }),
    command({
      ...forAgents,
      id: 'acceptFind',
      path: apiPaths.findAcceptance,
      body: bareBody,
      run: (call) => onFind(call, acceptFind),
    }),
    command({
      ...forAgents,
      id: 'declineFind',
      path: apiPaths.findRefusal,
      body: kindWordBody,
      run: (call, { words }) => onFind(call, (target, findId) => declineFind(target, findId, words)),
    }),
    command({
      ...forAgents,
      id: 'releaseFind',
      path: apiPaths.findRelease,
      body: kindWordBody,
      run: (call, { words }) => onFind(call, (target, findId) => releaseFind(target, findId, words)),
    }),
    command({
      ...forAgents,
      id: 'receiveFind',
      path: apiPaths.findReceipt,
      body: bareBody,
      run: (call) => onFind(call, receiveFind),
    }),
  ];
}

/** Reads one find. */
export function findReading(services: Services): Reading {
  return reading({
    id: 'readFind',
    path: apiPaths.find,
    tag: 'finds',
    guard: 'signedIn',
    scope: 'finds:read',
    answer: findSchema,
    async read(call) {
      const appeal = await appealFor(call.actor, call.param('id'));
      const find = (await findsSeen(appeal, call)).find(({ id }) => id === call.param('findId'));
      if (!find) throw new NotFound();
      const reader = await readerFor(call, [find.finder], services);
      return { json: findJson(appeal, find, reader), version: appeal.version };
    },
  });
}

/** @returns what stands in the find's address, when it was done */
export async function onFind(
  call: Call,
  run: (target: Target, findId: string) => Promise<unknown>,
): Promise<Record<string, string>> {
  const [target, findId] = [targetOf(call), call.param('findId')];
  await run(target, findId);
  return { id: target.appealId, findId };
}

/** Finds are for agents and whoever offered them. */
async function findsSeen(appeal: Appeal, call: Call): Promise<Find[]> {
  const reads = await readsCase(call, appeal);
  return appeal.finds.filter(({ finder }) => reads || finder === call.actor.id);
}
