import { apiPaths } from '../../src/paths';
import { allOperations } from './api';
import type { World } from './world';

/** Every address of the API in the world that a GET could ask for. */
export function apiAddressesIn(world: World): string[] {
  const patterns = [
    ...allOperations.filter(({ method }) => method === 'get').map(({ path }) => path),
    apiPaths.photo,
    apiPaths.sparePhoto,
  ];
  const spareIds = [world.spareId, world.offeredId];
  return [
    ...patterns.filter((path) => !path.includes(':')),
    `${apiPaths.spares}?state=all`,
    `${apiPaths.appeals}?q=donkey`,
    ...patterns
      .filter((path) => path.includes(':id'))
      .flatMap((path) => Object.values(world.cases).flatMap((appeal) => ofCase(path, appeal, world))),
    ...patterns
      .filter((path) => path.includes(':spareId'))
      .flatMap((path) => spareIds.flatMap((spareId) => withPhotos(path.replace(':spareId', spareId), world))),
  ];
}

function ofCase(path: string, { id, finds, shipments, timeline }: World['cases'][keyof World['cases']], world: World) {
  const address = path.replace(':id', id);
  const messages = timeline.flatMap((event) => ('messageId' in event ? [event.messageId] : []));
  const filled = address.includes(':findId')
    ? finds.map((find) => address.replace(':findId', find.id))
    : address.includes(':shipmentId')
      ? shipments.map((shipment) => address.replace(':shipmentId', shipment.id))
      : address.includes(':messageId')
        ? messages.map((messageId) => address.replace(':messageId', messageId))
        : [address];
  return filled.flatMap((one) => withPhotos(one, world));
}

function withPhotos(address: string, { photos }: World): string[] {
  if (!address.includes(':photoId')) return [address];
  return photos.map((photoId) => address.replace(':photoId', photoId).replace(':file', 'small.jpg'));
}
