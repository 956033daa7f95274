import { removePhoto } from '../../src/appeals/remove-photo';
import { FeedTokenModel } from '../../src/models/feed-token';
import { paths } from '../../src/paths';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

async function reader() {
  const person = await colleague();
  const visitor = await signIn(test.app, person);
  const address = async () =>
    /\/feed\/[\w-]{43}\.atom/.exec((await visitor.get(paths.noticeWishes).expect(200)).text)?.[0] ?? '';
  const press = (path: string) => visitor.post(path).type('form').send({}).expect(303);
  return { person, address, press };
}

const anybody = () => browser(test.app);

it('brings new appeals to a feed reader, with photo and the way to help, and no draft', async () => {
  const ada = await agent({ name: 'Ada Agent' });
  const cases = casesOf(test.services, { agent: ada, finder: ada });
  const words = { title: 'Donkey & <friends>', story: 'Lost ]]> on a trip.\n\nSorely missed.' };
  const appeal = await cases.searching({ appeal: words, photos: [await photo()] });
  await cases.draft({ appeal: { title: 'Not yet' } });
  const { address, press } = await reader();
  await press(paths.feedRenewal);
  const { text, headers } = await anybody()
    .get(await address())
    .expect(200);
  expect(headers['content-type']).toContain('application/atom+xml');
  expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  expect(text).toContain(`/appeals/${appeal.id}`);
  expect(text).toContain('Ada Agent');
  expect(text).not.toContain('Not yet');
  const [ticket = ''] = /\/shared-photos\/[\w.-]+/.exec(text) ?? [];
  await anybody()
    .get(ticket)
    .expect(200)
    .expect('Content-Type', /image\/jpeg/);
  await anybody().get(ticket.replace(/.$/, 'x').replace(/..$/, 'xy')).expect(404);
  await removePhoto({ ...by(ada, appeal), photoId: appeal.photos[0]?.id ?? '' }, test.services.photoStore);
  await anybody().get(ticket).expect(404);
});

it('opens for its token alone, which is not in the database, and can be renewed and blocked', async () => {
  const { person, address, press } = await reader();
  expect(await address()).toBe('');
  await press(paths.feedRenewal);
  const first = await address();
  const kept = JSON.stringify(await FeedTokenModel.findById(person.id).lean());
  expect(kept).not.toContain(first.slice(6, 49));
  await anybody().get(first).expect(200);
  await press(paths.feedRenewal);
  await anybody().get(first).expect(404);
  await anybody()
    .get(await address())
    .expect(200);
  const second = await address();
  await press(paths.feedRevocation);
  await anybody().get(second).expect(404);
  await anybody().get('/feed/guessed.atom').expect(404);
});
