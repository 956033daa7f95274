import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import { openAppeal } from '../../src/appeals/open-appeal';
import { ship } from '../../src/appeals/ship';
import { createEntry } from '../../src/catalogue/create-entry';
import { editEntry } from '../../src/catalogue/edit-entry';
import { catalogueEntries, catalogueEntryOf } from '../../src/catalogue/find-entries';
import { linkAppeal, linkSpare } from '../../src/catalogue/link';
import { appealsOfCatalogueEntry, sparesOfCatalogueEntry } from '../../src/catalogue/linked';
import { Conflict, NotFound } from '../../src/errors';
import { CatalogueEntryModel } from '../../src/models/catalogue-entry';
import { SpareModel } from '../../src/models/spare';
import { shelveFind } from '../../src/shelf/shelve-find';
import { withdrawSpare } from '../../src/shelf/withdraw-spare';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, findIn, newAppeal } from '../support/cases';
import { entryWords } from '../support/entries';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';
import { spareOn } from '../support/spares';

const agent = person('agent', 'agent');
const holder = person('holder');
const nothing = 'f'.repeat(24);

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

const entry = async (name = 'Donkey') => createEntry(entryWords({ name }), [], test.services.photoStore);

describe('the catalogue', () => {
  it('lists its entries by name', async () => {
    await CatalogueEntryModel.deleteMany({});
    for (const name of ['Penguin', 'Donkey', 'Mug']) await entry(name);
    expect((await catalogueEntries()).map(({ name }) => name)).toEqual(['Donkey', 'Mug', 'Penguin']);
  });

  it('keeps reference photos, and lets them go', async () => {
    const before = await createEntry(
      entryWords(),
      [await photo('#515151'), await photo('#616161')],
      test.services.photoStore,
    );
    const [kept = '', gone = ''] = before.photos.map(({ id }) => id);
    const edit = { id: before.id, seenVersion: 1, words: entryWords({ year: '2010' }), keptPhotos: [kept] };
    const after = await editEntry(edit, [await photo('#717171')], test.services.photoStore);
    expect([after.year, after.version, after.photos.length]).toEqual(['2010', 2, 2]);
    expect(await Promise.all([kept, gone].map((id) => test.services.photoStore.exists(id)))).toEqual([true, false]);
    await expect(editEntry(edit, [], test.services.photoStore)).rejects.toThrow(Conflict);
    expect(await catalogueEntryOf(before.id)).toEqual(after);
  });

  it('has no entry of another id', async () => {
    for (const id of ['x', nothing]) {
      await expect(catalogueEntryOf(id)).rejects.toThrow(NotFound);
      const edit = { id, seenVersion: 1, words: entryWords(), keptPhotos: [] };
      await expect(editEntry(edit, [], test.services.photoStore)).rejects.toThrow(NotFound);
    }
  });
});

describe('what is linked to an entry', () => {
  it('is found by it: spares that are to be had, and appeals that are published', async () => {
    const { id } = await entry();
    const linked = await linkAppeal(by(agent, await cases.searching()), id);
    expect(linked.timeline.at(-1)).toMatchObject({ type: 'appeal_edited', fields: ['entryId'] });
    await openAppeal(agent, { ...newAppeal(), entryId: id }, [], test.services);
    const [spare, gone] = [await spareOn(test.services, holder), await spareOn(test.services, holder)];
    for (const one of [spare, gone]) await linkSpare(one.id, id);
    await withdrawSpare({ actor: holder, spareId: gone.id });
    expect((await sparesOfCatalogueEntry(id)).map((one) => one.id)).toEqual([spare.id]);
    expect((await appealsOfCatalogueEntry(id)).map((one) => one.id)).toEqual([linked.id]);
    await linkSpare(spare.id, null);
    await linkAppeal(by(agent, linked), null);
    expect([await sparesOfCatalogueEntry(id), await appealsOfCatalogueEntry(id)]).toEqual([[], []]);
  });

  it('passes from the appeal to what is left over of its find', async () => {
    const { id } = await entry();
    const atDesk = await linkAppeal(by(agent, await cases.atDesk()), id);
    const sent = await ship(by(agent, atDesk), { carrier: 'dhl', trackingNumber: '', quantity: 1 });
    await shelveFind(by(agent, sent), findIn(sent), 'Shelf');
    expect(await sparesOfCatalogueEntry(id)).toMatchObject([{ appeal: sent.id, free: 1 }]);
  });

  it('is nothing that is not in the catalogue, and nothing a colleague says', async () => {
    const appeal = await cases.searching();
    const spare = await spareOn(test.services, holder);
    await expect(linkAppeal(by(agent, appeal), nothing)).rejects.toThrow(NotFound);
    await expect(linkSpare(spare.id, nothing)).rejects.toThrow(NotFound);
    await expect(linkAppeal(by(holder, appeal), (await entry()).id)).rejects.toThrow(LostRace);
    expect((await appealFor(agent, appeal.id)).entryId).toBeNull();
    expect(await SpareModel.findById(spare.id).lean()).toMatchObject({ entryId: null });
  });
});
