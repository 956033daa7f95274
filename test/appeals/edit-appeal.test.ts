import { board } from '../../src/appeals/board';
import { type AppealEdit, editAppeal } from '../../src/appeals/edit-appeal';
import { appealFor } from '../../src/appeals/find-appeals';
import { offerFind } from '../../src/appeals/offer-find';
import type { Upload } from '../../src/appeals/with-photos';
import { customerOf } from '../../src/customers/customer';
import { correctAddress } from '../../src/customers/delivery-address';
import type { Appeal } from '../../src/domain/appeal';
import { InvalidInput, Stale } from '../../src/errors';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, customerOfCase, newAppeal, newFind } from '../support/cases';
import { edited } from '../support/commands';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const finder = person('finder');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
});
afterAll(() => test.stop());

function edit(appeal: Appeal, overrides: Partial<AppealEdit> = {}, uploads: Upload[] = []): Promise<Appeal> {
  return editAppeal(by(agent, appeal), edited(appeal, overrides), uploads, test.services.photoStore);
}

const isStored = (appeal: Appeal, index = 0) => test.services.photoStore.exists(appeal.photos[index]?.id ?? '');

it('refuses a seventh photo, and keeps none of those that came', async () => {
  const appeal = await cases.draft({ photos: await photos('a', 'b', 'c', 'd', 'e') });
  const added = await cases.draft({ photos: await photos('f') });
  await expect(edit(appeal, {}, await photos('f', '9'))).rejects.toThrow(InvalidInput);
  expect(await appealFor(agent, appeal.id)).toEqual(appeal);
  expect(await isStored(added)).toBe(true);
});

describe('of two edits of the same version', () => {
  it('refuses the second, whose form can be sent again', async () => {
    const appeal = await cases.searching();
    await edit(appeal);
    await expect(edit(appeal)).rejects.toThrow(Stale);
  });

  it('lets exactly one through when they come at once', async () => {
    const appeal = await cases.searching();
    const titles = ['one', 'two', 'three', 'four'];
    const results = await Promise.allSettled(titles.map((title) => edit(appeal, titled(appeal, title))));
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const after = await appealFor(agent, appeal.id);
    expect([after.title, after.version]).toEqual([titles[won], appeal.version + 1]);
  });

  it('refuses one that still holds the address the customer has corrected', async () => {
    const appeal = await cases.searching();
    await correctAddress(by(customerOfCase(appeal), appeal), 'Weg 2');
    await expect(edit(appeal)).rejects.toThrow(Stale);
    expect(await customerOf(appeal.id)).toMatchObject({ address: 'Weg 2' });
  });

  it('refuses the second of a draft as well', async () => {
    const appeal = await cases.draft();
    await edit(appeal);
    await expect(edit(appeal)).rejects.toThrow(Stale);
  });
});

it('does not mind what else happened meanwhile', async () => {
  const appeal = await cases.searching();
  await offerFind(by(finder, appeal), newFind(), [], test.services.photoStore);
  const after = await edit(appeal, titled(appeal, 'New title'));
  expect([after.title, after.finds.length]).toEqual(['New title', 1]);
});

it('changes words and customer, and tells which words', async () => {
  const appeal = await cases.searching();
  const words = { ...edited(appeal).words, title: 'Grey mule', hashtags: ['mule'] };
  const after = await edit(appeal, { words, channel: 'x', customer: { ...newAppeal().customer, name: 'Other Name' } });
  expect(after).toMatchObject({ title: 'Grey mule', channel: 'x', status: 'searching' });
  expect(after.timeline.at(-1)).toMatchObject({ type: 'appeal_edited', fields: ['title', 'hashtags'] });
  expect(await customerOf(appeal.id)).toMatchObject({ name: 'Other Name' });
});

it('keeps the secret link of the customer', async () => {
  const appeal = await cases.searching();
  const before = await customerOf(appeal.id);
  await edit(appeal);
  expect((await customerOf(appeal.id))?.statusLink).toEqual(before?.statusLink);
});

it('is found by the new words and no longer by the old ones', async () => {
  const appeal = await cases.searching({ appeal: { title: 'Zebra' } });
  await edit(appeal, titled(appeal, 'Giraffe'));
  const found = async (text: string) =>
    (await board({ text, kind: null, status: null, order: 'relevance', cursor: '' })).items.map(({ id }) => id);
  expect(await found('giraffe')).toEqual([appeal.id]);
  expect(await found('zebra')).toEqual([]);
});

describe('photos', () => {
  it('stay in their order, and new ones come after', async () => {
    const appeal = await cases.draft({ photos: await photos('1', '2') });
    const after = await edit(appeal, {}, await photos('3'));
    expect(after.photos.slice(0, 2)).toEqual(appeal.photos);
    expect(after.photos).toHaveLength(3);
    expect(after.timeline.at(-1)).toMatchObject({ fields: ['title', 'photos'] });
  });

  it('go from the disk with the last record that shows them', async () => {
    const one = await cases.draft({ photos: await photos('4') });
    const two = await cases.searching({ photos: await photos('4') });
    await edit(one, { keptPhotos: [] });
    expect(await isStored(one)).toBe(true);
    await edit(two, { keptPhotos: [] });
    expect(await isStored(one)).toBe(false);
  });

  it('stay on the disk while a find shows the same picture', async () => {
    const appeal = await cases.withOffer({ photos: await photos('5'), findPhotos: await photos('5') });
    await edit(appeal, { keptPhotos: [] });
    expect(await isStored(appeal)).toBe(true);
  });

  it('are not doubled by sending one again', async () => {
    const appeal = await cases.draft({ photos: await photos('6') });
    expect((await edit(appeal, {}, await photos('6'))).photos).toEqual(appeal.photos);
  });

  it('may be dropped and sent again at once', async () => {
    const appeal = await cases.draft({ photos: await photos('7') });
    const after = await edit(appeal, { keptPhotos: [] }, await photos('7'));
    expect(after.photos).toEqual(appeal.photos);
    expect(await isStored(after)).toBe(true);
  });
});

function titled(appeal: Appeal, title: string): Partial<AppealEdit> {
  return { words: { ...edited(appeal).words, title } };
}

function photos(...digits: string[]): Promise<Upload[]> {
  return Promise.all(digits.map((digit) => photo(`#${digit}${digit}00ff`)));
}
