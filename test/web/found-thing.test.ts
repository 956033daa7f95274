import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { foundThingOf } from '../../src/found/found-thing';
import { judgeClaim } from '../../src/found/judge-claim';
import { translator } from '../../src/i18n/translator';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { by, casesOf } from '../support/cases';
import { colleague, agent as newAgent } from '../support/factories';
import { fillIn } from '../support/forms';
import { claimed, proven } from '../support/found';
import { visibleText } from '../support/html';
import { sayWhy } from '../support/reading-reason';
import { signIn } from '../support/sign-in';

const t = translator('en');

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let [ada, grace, paul] = [] as Account[] as [Account, Account, Account];
let [desk, second, cupboard] = [] as TestAgent[] as [TestAgent, TestAgent, TestAgent];
beforeAll(async () => {
  test = await startTestApp();
  [ada, grace, paul] = [
    await newAgent({ name: 'Ada Agent' }),
    await newAgent({ name: 'Grace Second' }),
    await colleague(),
  ];
  cases = casesOf(test.services, { agent: ada, finder: paul });
  [desk, second, cupboard] = [await signIn(test.app, ada), await signIn(test.app, grace), await signIn(test.app, paul)];
});
afterAll(() => test.stop());

const found = () => cases.searching({ appeal: { kind: 'owner' } });
const pageOf = ({ id }: Appeal) => link(paths.appeal, { id });
const shown = async (reader: TestAgent, address: string) => visibleText((await reader.get(address)).text);

describe('a claim', () => {
  it('comes back with what is missing, and what was typed', async () => {
    const appeal = await found();
    const page = await cupboard.get(pageOf(appeal));
    const form = { name: 'Ana Sousa', contact: '', words: 'She asked here' };
    const { status, text } = await fillIn(cupboard, page, link(paths.claims, { id: appeal.id }), form);
    expect([status, text.includes('value="Ana Sousa"'), text.includes('She asked here')]).toEqual([422, true, true]);
    expect(text).toContain('href="#claim-contact"');
    expect((await foundThingOf(appeal.id)).claims).toEqual([]);
  });

  it('is read by agents alone, who judge it by one of two buttons', async () => {
    const appeal = await found();
    const claimId = await claimed(ada, appeal, paul, { words: 'Seen at gate 7' });
    expect(await shown(cupboard, pageOf(appeal))).not.toContain('Seen at gate 7');
    const page = await desk.get(pageOf(appeal));
    expect(visibleText(page.text)).toContain('Seen at gate 7');
    const verdict = link(paths.claimVerdict, { id: appeal.id, claimId });
    await fillIn(desk, page, verdict, { verdict: 'wrong' }).expect(303);
    expect(await shown(desk, pageOf(appeal))).toContain(t('owner.answeredWrong'));
    expect((await desk.post(verdict).type('form').send({ verdict: 'maybe' })).status).toBe(422);
  });

  it('is judged only once there is a question', async () => {
    const appeal = await found();
    const page = await cupboard.get(pageOf(appeal));
    const form = { name: 'Ana', contact: '0170', words: 'Hers' };
    await fillIn(cupboard, page, link(paths.claims, { id: appeal.id }), form).expect(303);
    const claimId = (await foundThingOf(appeal.id)).claims[0]?.id ?? '';
    const verdict = link(paths.claimVerdict, { id: appeal.id, claimId });
    expect((await desk.get(pageOf(appeal))).text).not.toContain(verdict);
    const { status, text } = await desk.post(verdict).type('form').send({ verdict: 'right' });
    expect([status, visibleText(text).includes(t('refusal.noQuestion'))]).toEqual([422, true]);
  });
});

describe('a release', () => {
  it('is offered to a second agent alone', async () => {
    const appeal = await found();
    const claimId = await proven(ada, appeal);
    const release = link(paths.claimRelease, { id: appeal.id, claimId });
    const own = await desk.get(pageOf(appeal));
    expect([own.text.includes(release), visibleText(own.text).includes(t('owner.needsAnother'))]).toEqual([
      false,
      true,
    ]);
    expect((await desk.post(release).type('form').send({})).status).toBe(422);
    expect((await appealFor(ada, appeal.id)).status).toBe('searching');
    expect(await shown(second, paths.desk)).toContain(t('desk.toRelease.heading'));
    await sayWhy(second, appeal, { reason: 'second_agent' });
    await fillIn(second, await second.get(pageOf(appeal)), release).expect(303);
    expect((await appealFor(ada, appeal.id)).status).toBe('at_desk');
    const receipt = link(paths.handOverReceipt, { id: appeal.id });
    const paper = await shown(desk, receipt);
    for (const name of ['Ana Sousa', 'Ada Agent', 'Grace Second']) expect(paper).toContain(name);
    expect(paper).not.toContain('Crack at the corner');
    await fillIn(desk, await desk.get(pageOf(appeal)), link(paths.ownerHandOver, { id: appeal.id })).expect(303);
    expect((await appealFor(ada, appeal.id)).status).toBe('delivered');
  });

  it('comes before any receipt', async () => {
    const appeal = await found();
    await proven(ada, appeal);
    await desk.get(link(paths.handOverReceipt, { id: appeal.id })).expect(404);
    await desk.get(link(paths.handOverReceipt, { id: (await cases.atDesk()).id })).expect(404);
  });
});

describe('a thing nobody claims', () => {
  it('waits on the desk once its time is over, until it is decided what becomes of it', async () => {
    const [fresh, appeal] = [await found(), await cases.unclaimed({ appeal: { kind: 'owner' } })];
    const disposal = (one: Appeal) => link(paths.disposal, { id: one.id });
    expect((await desk.get(pageOf(fresh))).text).not.toContain(disposal(fresh));
    const early = await desk.post(disposal(fresh)).type('form').send({ way: 'donated', words: '' });
    expect([early.status, visibleText(early.text).includes(t('conflict.keptLonger'))]).toEqual([409, true]);
    expect(await shown(desk, paths.desk)).toContain(t('desk.unclaimed.heading'));
    const form = { way: 'donated', words: 'To the school next door' };
    await fillIn(desk, await desk.get(pageOf(appeal)), disposal(appeal), form).expect(303);
    const page = await shown(desk, pageOf(appeal));
    expect(page).toContain(t('timeline.agent.disposed', { actor: 'Ada Agent', disposal: t('owner.way.donated') }));
    expect(page).toContain('To the school next door');
    expect(await shown(cupboard, pageOf(appeal))).not.toContain('To the school next door');
  });

  it('is not decided upon while somebody may be right', async () => {
    const appeal = await cases.unclaimed({ appeal: { kind: 'owner' } });
    const claimId = await claimed(ada, appeal, paul);
    expect((await desk.get(pageOf(appeal))).text).not.toContain(link(paths.disposal, { id: appeal.id }));
    await judgeClaim(by(ada, appeal), claimId, false);
    expect((await desk.get(pageOf(appeal))).text).toContain(link(paths.disposal, { id: appeal.id }));
  });
});
