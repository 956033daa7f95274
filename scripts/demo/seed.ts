import { openAppeal } from '../../src/appeals/open-appeal';
import type { Services } from '../../src/services';
import { backdate } from './backdate';
import { itemCases } from './cases/items';
import { ownerCases } from './cases/owners';
import { personCases } from './cases/persons';
import { travellingCases } from './cases/travelling';
import { courseOf } from './course';
import type { DemoCase } from './demo-case';
import { demoPhoto } from './demo-photo';
import { createDemoPeople, type DemoPeople } from './people';

/** Fills an empty store with invented people and cases, so that there is something to try out. */
export async function seedDemo(services: Services): Promise<void> {
  const people = await createDemoPeople();
  for (const demoCase of [...itemCases, ...travellingCases, ...personCases, ...ownerCases]) {
    await play(demoCase, people, services);
  }
}

async function play(demoCase: DemoCase, people: DemoPeople, services: Services): Promise<void> {
  const photos = await Promise.all(demoCase.pictures.map(demoPhoto));
  const { id } = await openAppeal(people[demoCase.agent], demoCase.appeal, photos, services);
  await demoCase.course?.(courseOf({ appealId: id, agent: demoCase.agent, people, services }));
  await backdate(id, demoCase);
}
