import { board } from '../../../appeals/board';
import { close } from '../../../appeals/close';
import { appealFor } from '../../../appeals/find-appeals';
import { openAppeal } from '../../../appeals/open-appeal';
import { publish } from '../../../appeals/publish';
import { reopen } from '../../../appeals/reopen';
import { mostPhotos } from '../../../appeals/with-photos';
import { customerOf } from '../../../customers/customer';
import { accountsIn } from '../../../domain/accounts-in';
import { NotFound } from '../../../errors';
import { apiPaths } from '../../../paths';
import type { Services } from '../../../services';
import { bareBody, boardFilters, closureBody, newAppealBody } from '../../forms/api';
import { appealJson, appealSchema, cardJson, cardsSchema } from '../../presenters/api/appeal';
import { customerJson, customerSchema } from '../../presenters/api/customer';
import { eventsJson, eventsSchema } from '../../presenters/api/event';
import { command, type Operation, type Reading, reading } from '../operation';
import { readCase } from './case-access';
import { caseReaderFor, describedPhotos, targetOf } from './reader';

/** Cases as a whole. */
export function appealOperations(services: Services, readAppeal: Reading): Operation[] {
  const common = { tag: 'appeals' } as const;
  const forAgents = { ...common, guard: 'agent', scope: 'appeals:write' } as const;

  const listAppeals = reading({
    ...common,
    id: 'listAppeals',
    path: apiPaths.appeals,
    guard: 'signedIn',
    scope: 'appeals:read',
    query: boardFilters,
    answer: cardsSchema,
    async read(_call, { q, kind, status, sort, cursor }) {
      const { items, next } = await board({ text: q.trim(), kind, status, order: sort, cursor });
      return { json: { items: items.map((card) => cardJson(card, services.config)), next } };
    },
  });

  const readCustomer = reading({
    ...common,
    id: 'readCustomer',
    path: apiPaths.customer,
    guard: 'agent',
    scope: 'customers:read',
    answer: customerSchema,
    async read(call) {
      const { id } = await readCase(call, services);
      const customer = await customerOf(id);
      if (!customer) throw new NotFound();
      return { json: customerJson(customer) };
    },
  });

  const listEvents = reading({
    ...common,
    id: 'listEvents',
    path: apiPaths.events,
    guard: 'signedIn',
    scope: 'events:read',
    answer: eventsSchema,
    async read(call) {
      const appeal = await appealFor(call.actor, call.param('id'));
      const reader = await caseReaderFor(call, appeal, accountsIn(appeal), services);
      return { json: { items: eventsJson(appeal, reader), next: null }, version: appeal.version };
    },
  });

  const open = command({
    ...forAgents,
    id: 'openAppeal',
    path: apiPaths.appeals,
    status: 201,
    next: readAppeal,
    body: newAppealBody,
    mostPhotos,
    async run(call, { given, publish: atOnce, alts }) {
      const { id } = await openAppeal(call.actor, given, describedPhotos(call, alts), services, call.submission);
      if (atOnce) await publish({ actor: call.actor, appealId: id, submission: call.submission });
      return { id };
    },
  });

  const publication = command({
    ...forAgents,
    id: 'publish',
    path: apiPaths.publication,
    status: 200,
    next: readAppeal,
    needsVersion: true,
    body: bareBody,
    run: async (call) => ({ id: (await publish(targetOf(call))).id }),
  });

  const closure = command({
    ...forAgents,
    id: 'close',
    path: apiPaths.closure,
    status: 200,
    next: readAppeal,
    needsVersion: true,
    body: closureBody,
    run: async (call, { outcome }) => ({ id: (await close(targetOf(call), outcome)).id }),
  });

  const reopening = command({
    ...forAgents,
    id: 'reopen',
    path: apiPaths.reopening,
    status: 200,
    next: readAppeal,
    needsVersion: true,
    body: bareBody,
    run: async (call) => ({ id: (await reopen(targetOf(call))).id }),
  });

  return [listAppeals, open, readAppeal, readCustomer, listEvents, publication, closure, reopening];
}

/** Reads one case. */
export function appealReading(services: Services): Reading {
  return reading({
    tag: 'appeals',
    id: 'readAppeal',
    path: apiPaths.appeal,
    guard: 'signedIn',
    scope: 'appeals:read',
    answer: appealSchema,
    async read(call) {
      const appeal = await appealFor(call.actor, call.param('id'));
      const reader = await caseReaderFor(call, appeal, [appeal.openedBy], services);
      return { json: appealJson(appeal, reader), version: appeal.version };
    },
  });
}
