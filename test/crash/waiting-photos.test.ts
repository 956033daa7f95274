import { link, paths } from '../../src/paths';
import { type Installation, makeInstallation } from '../support/installation';
import { areAlike, type Colour, colourOf, plainPicture } from './support/colours';
import { production } from './support/production';
import { Unanswered, Visitor } from './support/visitor';

const senders = 3;

let installation: Installation;
beforeAll(async () => {
  installation = await makeInstallation(production);
  await installation.createUser({ name: 'Mira Anders', email: 'mira@fundus.example', roles: ['agent'] });
}, 120_000);
afterAll(() => installation?.remove());

/** What was answered, by what the form says for it. */
type Acknowledged = Map<string, Colour>;

/** One photo after the other, until there is nobody left to answer. */
async function sendUntilKilled(agent: Visitor, sender: number, onAcknowledged: () => void): Promise<Acknowledged> {
  const acknowledged: Acknowledged = new Map();
  for (let number = 0; ; number++) {
    const colour: Colour = [60 * sender, (number * 40) % 250, 128];
    try {
      acknowledged.set(await agent.sendsAhead(await plainPicture(colour)), colour);
      onAcknowledged();
    } catch (error) {
      if (error instanceof Unanswered) return acknowledged;
      throw error;
    }
  }
}

async function opened(agent: Visitor, ref: string): Promise<Buffer> {
  const fields = { kind: 'item', intent: 'publish', title: 'Esel', story: 'Ein Esel.', channel: 'facebook' };
  const words = { originalWords: 'Bitte helfen Sie uns', customerLanguage: 'de', photo: ref, photoAlt: 'ein Esel' };
  const page = await agent.page(await agent.does(paths.appeals, { ...fields, ...words }));
  const [, file = ''] = /(\/appeals\/[^"\s]+\/large\.jpg)/.exec(page) ?? [];
  return (await agent.get(file)).body;
}

it('a photo sent ahead is there when its form comes, though the process was killed in between', async () => {
  const agent = new Visitor(installation.port);
  let app = await installation.start();
  await agent.signIn('mira@fundus.example');
  let left = 10;
  const onAcknowledged = () => {
    left--;
    if (left === 0) app.child.kill('SIGKILL');
  };
  const sending = Array.from({ length: senders }, (_, sender) => sendUntilKilled(agent, sender, onAcknowledged));
  const acknowledged = (await Promise.all(sending)).flatMap((one) => [...one]);
  await app.ended;
  expect(app.child.signalCode).toBe('SIGKILL');
  expect(acknowledged.length).toBeGreaterThanOrEqual(10);

  app = await installation.start();
  for (const [ref, colour] of acknowledged) {
    const { status, body } = await agent.get(link(paths.waitingPhotoFile, { waitingId: ref, file: 'small.webp' }));
    expect(status).toBe(200);
    expect(areAlike(await colourOf(body), colour)).toBe(true);
    expect(areAlike(await colourOf(await opened(agent, ref)), colour)).toBe(true);
  }
});
