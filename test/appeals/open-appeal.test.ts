import { appealFor } from '../../src/appeals/find-appeals';
import { openAppeal } from '../../src/appeals/open-appeal';
import { publish } from '../../src/appeals/publish';
import { withPhotos } from '../../src/appeals/with-photos';
import { customerOf } from '../../src/customers/customer';
import { InvalidInput } from '../../src/errors';
import { AppealModel } from '../../src/models/appeal';
import { CustomerModel } from '../../src/models/customer';
import { acceptPhoto } from '../../src/photos/accept';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf, newAppeal } from '../support/cases';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';

const agent = person('agent', 'agent');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder: person('finder') });
});
afterAll(() => test.stop());

describe('opening an appeal', () => {
  it('refuses more than six photos', async () => {
    const seven = await Promise.all([...'1234567'].map((digit) => photo(`#${digit}0${digit}000`)));
    const refused = openAppeal(agent, newAppeal(), seven, test.services);
    await expect(refused).rejects.toMatchObject({ status: 422, fields: { photos: 'photo.tooMany' } });
  });

  it('stores nothing when one photo is refused', async () => {
    const before = await counted();
    const good = await photo('#010203');
    const bad = { fileName: 'bad.png', bytes: Buffer.from('no picture') };
    await expect(openAppeal(agent, newAppeal(), [good, bad], test.services)).rejects.toThrow(InvalidInput);
    expect(await counted()).toEqual(before);
    expect(await isStored('#010203')).toBe(false);
  });

  it('leaves neither customer nor photo behind when the case cannot be written', async () => {
    const before = await counted();
    const impossible = { ...newAppeal(), kind: 'impossible' as never };
    await expect(openAppeal(agent, impossible, [await photo('#0a0b0c')], test.services)).rejects.toThrow('kind');
    expect(await counted()).toEqual(before);
    expect(await isStored('#0a0b0c')).toBe(false);
  });

  it('keeps a photo that another case shows when this one cannot be written', async () => {
    await cases.draft({ photos: [await photo('#0d0e0f')] });
    const impossible = { ...newAppeal(), kind: 'impossible' as never };
    await expect(openAppeal(agent, impossible, [await photo('#0d0e0f')], test.services)).rejects.toThrow('kind');
    expect(await isStored('#0d0e0f')).toBe(true);
  });

  it('keeps a photo that another case has come to show meanwhile', async () => {
    const failing = withPhotos(test.services.photoStore, [await photo('#1a1b1c')], async () => {
      await cases.draft({ photos: [await photo('#1a1b1c')] });
      throw new Error('too late');
    });
    await expect(failing).rejects.toThrow('too late');
    expect(await isStored('#1a1b1c')).toBe(true);
  });

  it('makes a draft', async () => {
    const appeal = await openAppeal(agent, newAppeal({ appeal: { kind: 'owner', channel: 'x' } }), [], test.services);
    expect(appeal).toMatchObject({ kind: 'owner', channel: 'x', status: 'draft', publishedAt: null, version: 1 });
    expect(appeal).toMatchObject({ title: 'Plush donkey', openedBy: 'agent', finds: [], followers: [] });
    expect(appeal.timeline).toEqual([
      expect.objectContaining({ type: 'appeal_opened', actor: { kind: 'account', id: 'agent' } }),
    ]);
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
  });

  it('keeps the customer in a record of their own', async () => {
    const { id } = await cases.draft({ customer: { name: 'Secret Name' } });
    expect(await customerOf(id)).toMatchObject({ appeal: id, name: 'Secret Name', email: 'maria@customers.example' });
    expect(JSON.stringify(await AppealModel.findById(id).lean())).not.toContain('Secret Name');
  });

  it('keeps one photo of the same picture sent twice', async () => {
    const { photos } = await cases.draft({
      photos: [await photo('#111111'), await photo('#222222'), await photo('#111111')],
    });
    expect(photos).toHaveLength(2);
    for (const { id } of photos) expect(await test.services.photoStore.exists(id)).toBe(true);
  });
});

describe('publishing', () => {
  it('refuses an appeal without a story, which stays a draft', async () => {
    const appeal = await cases.draft({ appeal: { story: '' } });
    await expect(publish(by(agent, appeal))).rejects.toMatchObject({ fields: { story: 'refusal.noStory' } });
    expect(await appealFor(agent, appeal.id)).toEqual(appeal);
  });

  it('puts it on the board from now on', async () => {
    const start = Date.now();
    const { status, publishedAt } = await publish(by(agent, await cases.draft()));
    expect(status).toBe('searching');
    expect(publishedAt?.getTime()).toBeGreaterThanOrEqual(start);
  });
});

async function counted() {
  return { appeals: await AppealModel.countDocuments(), customers: await CustomerModel.countDocuments() };
}

/** Looks for the picture of a colour under the name the store would give it. */
async function isStored(colour: string): Promise<boolean> {
  const { id } = await acceptPhoto((await photo(colour)).bytes, { fileName: '' });
  return test.services.photoStore.exists(id);
}
