import { openAppeal } from '../../src/appeals/open-appeal';
import type { Services } from '../../src/services';
import { backdate } from './backdate';
import { itemCases } from './cases/items';
import { ownerCases } from './cases/owners';
import { personCases } from './cases/persons';
import { shelfCases } from './cases/shelf';
import { travellingCases } from './cases/travelling';
import { createDemoCatalogue, type DemoCatalogue } from './catalogue';
import { courseOf } from './course';
import type { DemoCase } from './demo-case';
import { demoPhoto } from './demo-photo';
import { createDemoPeople, type DemoPeople } from './people';
import { createDemoShelf, type DemoShelf } from './shelf';

/** Fills an empty store with invented people and cases, so that there is something to try out. */
export async function seedDemo(services: Services): Promise<void> {
  const people = await createDemoPeople();
  const catalogue = await createDemoCatalogue(services);
  const shelf = await createDemoShelf(people, catalogue, services);
  const stage = { people, catalogue, shelf, services };
  for (const demoCase of [...itemCases, ...travellingCases, ...shelfCases, ...personCases, ...ownerCases]) {
    await play(demoCase, stage);
  }
}

interface Stage {
  people: DemoPeople;
  catalogue: DemoCatalogue;
  shelf: DemoShelf;
  services: Services;
}

async function play(demoCase: DemoCase, { people, catalogue, shelf, services }: Stage): Promise<void> {
  const photos = await Promise.all(demoCase.pictures.map(demoPhoto));
  const entryId = demoCase.gift ? catalogue[demoCase.gift] : null;
  const { id } = await openAppeal(people[demoCase.agent], { ...demoCase.appeal, entryId }, photos, services);
  await demoCase.course?.(courseOf({ appealId: id, agent: demoCase.agent, people, shelf, services }));
  await backdate(id, demoCase);
}
