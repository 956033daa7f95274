import { createHmac } from 'node:crypto';
import { isPublicAddress } from '../../src/webhook/public-address';
import { createWebhook, type WebhookOptions } from '../../src/webhook/webhook';
import { type Suite, startSuite } from '../support/suite';

const secret = 'a secret shared with the suite, 32 letters';
const posting = { id: 'm1', channel: 'x', language: 'de', text: 'Gefunden! 🫏', handle: '@m', inReplyTo: '' };

let suite: Suite;
beforeAll(async () => {
  suite = await startSuite();
});
afterAll(() => suite.stop());
beforeEach(() => {
  suite.taken.length = 0;
  suite.answer(200);
});

const loopback = async () => [{ address: '127.0.0.1', family: 4 }];
/** The suite runs on this machine, which is closed to the application; only the test opens it. */
const opened = (more: Partial<WebhookOptions> = {}) =>
  createWebhook({ url: suite.url, secret, ca: suite.ca, resolve: loopback, isAllowed: () => true, ...more });

describe('a text', () => {
  it('arrives signed over time and body', async () => {
    await opened()(posting);
    const [{ headers, body } = { headers: {}, body: '' }] = suite.taken;
    expect(JSON.parse(body)).toEqual(posting);
    const timestamp = Number(headers['fundus-timestamp']);
    expect(Math.abs(Date.now() / 1000 - timestamp)).toBeLessThan(10);
    const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    expect(headers).toMatchObject({ 'fundus-signature': `v1=${expected}`, 'idempotency-key': 'm1' });
  });

  it.each([
    ['{"link":"https://x.example/1"}', 'https://x.example/1'],
    ['{"link":"javascript:alert(1)"}', ''],
    ['{"link":1}', ''],
    ['no JSON', ''],
    ['null', ''],
  ])('stands where the suite says, if that is an address: %s', async (answer, link) => {
    suite.answer(201, answer);
    expect(await opened()(posting)).toBe(link);
  });
});

describe('is given up', () => {
  it.each([301, 302, 307, 308, 400, 401, 404, 410, 422])('after %i, and no redirect is followed', async (status) => {
    suite.answer(status, '', { Location: suite.url });
    await expect(opened()(posting)).rejects.toMatchObject({ name: 'WebhookRefused', final: true });
    expect(suite.taken).toHaveLength(1);
  });

  it.each(['https://127.0.0.1', 'https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://0x7f.1', 'https://2130706433'])(
    'when the address is a number that is not public: %s',
    async (url) => {
      const hook = createWebhook({ url: `${url}:${suite.port}/`, secret, ca: suite.ca });
      await expect(hook(posting)).rejects.toMatchObject({ final: true });
      expect(suite.taken).toEqual([]);
    },
  );

  it('when the name leads inside, be it by one of its addresses', async () => {
    const mixed = async () => [{ address: '93.184.216.34', family: 4 }, ...(await loopback())];
    for (const resolve of [loopback, mixed, async () => []])
      await expect(opened({ resolve, isAllowed: isPublicAddress })(posting)).rejects.toMatchObject({ final: true });
    const localhost = createWebhook({ url: `https://localhost:${suite.port}/`, secret, ca: suite.ca });
    await expect(localhost(posting)).rejects.toMatchObject({ final: true });
    expect(suite.taken).toEqual([]);
  });

  it('without TLS', async () => {
    await expect(opened({ url: suite.url.replace('https', 'http') })(posting)).rejects.toMatchObject({ final: true });
  });
});

describe('is tried again', () => {
  it.each([408, 429, 500, 503])('after %i', async (status) => {
    suite.answer(status);
    await expect(opened()(posting)).rejects.toMatchObject({ name: 'WebhookRefused', final: false });
  });

  it('after an answer without end', async () => {
    suite.answer(200, 'x'.repeat(70_000));
    await expect(opened()(posting)).rejects.toMatchObject({ final: false });
  });

  it('when nobody answers', async () => {
    suite.answer(0);
    await expect(opened()(posting)).rejects.toThrow();
  }, 20_000);

  it('when the certificate is not trusted', async () => {
    await expect(opened({ ca: undefined })(posting)).rejects.toThrow(/SELF_SIGNED_CERT/);
    expect(suite.taken).toEqual([]);
  });
});

it('connects to the address that was checked, whatever the name says a moment later', async () => {
  const answers = ['127.0.0.1', '10.0.0.1'];
  const asked: string[] = [];
  const rebinding = async () => {
    const address = answers.shift() ?? '';
    asked.push(address);
    return [{ address, family: 4 }];
  };
  await opened({ resolve: rebinding, isAllowed: (address) => address === '127.0.0.1' })(posting);
  expect([asked, suite.taken.length]).toEqual([['127.0.0.1'], 1]);
});
