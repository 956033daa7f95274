import { confirmDelivery } from '../../../appeals/confirm-delivery';
import { ship } from '../../../appeals/ship';
import { NotFound } from '../../../errors';
import { apiPaths } from '../../../paths';
import type { Services } from '../../../services';
import { bareBody, newShipmentBody } from '../../forms/api';
import { shipmentJson, shipmentSchema, shipmentsSchema } from '../../presenters/api/shipment';
import { command, type Operation, type Reading, reading } from '../operation';
import { readCase } from './case-access';
import { targetOf } from './reader';

/** Parcels to the customer. @param readAppeal how a case that has arrived is read */
export function shipmentOperations(services: Pick<Services, 'audit'>, readAppeal: Reading): Operation[] {
  const common = { tag: 'shipments', guard: 'agent' } as const;

  const listShipments = reading({
    ...common,
    id: 'listShipments',
    path: apiPaths.shipments,
    scope: 'shipments:read',
    answer: shipmentsSchema,
    async read(call) {
      const { shipments, version } = await readCase(call, services);
      return { json: { items: shipments.map(shipmentJson), next: null }, version };
    },
  });

  const readShipment = reading({
    ...common,
    id: 'readShipment',
    path: apiPaths.shipment,
    scope: 'shipments:read',
    answer: shipmentSchema,
    async read(call) {
      const { shipments, version } = await readCase(call, services);
      const shipment = shipments.find(({ id }) => id === call.param('shipmentId'));
      if (!shipment) throw new NotFound();
      return { json: shipmentJson(shipment), version };
    },
  });

  const shipping = command({
    ...common,
    id: 'ship',
    path: apiPaths.shipments,
    scope: 'shipments:write',
    status: 201,
    next: readShipment,
    body: newShipmentBody,
    needsVersion: true,
    async run(call, shipment) {
      const { id, shipments } = await ship(targetOf(call), shipment);
      return { id, shipmentId: shipments.at(-1)?.id ?? '' };
    },
  });

  const delivery = command({
    ...common,
    id: 'confirmDelivery',
    path: apiPaths.delivery,
    scope: 'shipments:write',
    status: 200,
    next: readAppeal,
    body: bareBody,
    needsVersion: true,
    run: async (call) => ({ id: (await confirmDelivery(targetOf(call))).id }),
  });

  return [listShipments, shipping, readShipment, delivery];
}
