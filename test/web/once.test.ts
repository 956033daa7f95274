import { mongo } from 'mongoose';
import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { appealFor } from '../../src/appeals/find-appeals';
import type { Appeal } from '../../src/domain/appeal';
import { AppealModel } from '../../src/models/appeal';
import { MessageModel } from '../../src/models/message';
import { SubmissionModel } from '../../src/models/submission';
import { link, paths } from '../../src/paths';
import type { Account } from '../../src/people/accounts';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf, tokenOf } from '../support/cases';
import { agent, colleague } from '../support/factories';
import { fillIn } from '../support/forms';
import { listening, signedInAt } from '../support/listening';
import { photo } from '../support/photos';
import { browser, signIn } from '../support/sign-in';

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let ada: Account;
let finn: Account;
let service: TestAgent;
let cupboard: TestAgent;
beforeAll(async () => {
  test = await startTestApp();
  ada = await agent();
  finn = await colleague();
  cases = casesOf(test.services, { agent: ada, finder: finn });
  service = await signIn(test.app, ada);
  cupboard = await signIn(test.app, finn);
});
afterAll(() => test.stop());

const pageOf = (visitor: TestAgent, { id }: Appeal) => visitor.get(link(paths.appeal, { id })).expect(200);
const leads = async ({ id }: Appeal) =>
  (await appealFor(ada, id)).timeline.flatMap((event) => (event.type === 'lead_given' ? [event.words] : []));
const keyOn = ({ text }: request.Response) => /name="formKey" value="([\w-]+)"/.exec(text)?.[1];

it('gives every form that changes something the key of its page, a new one each time', async () => {
  const appeal = await cases.withOffer();
  const pages = [await pageOf(service, appeal), await pageOf(service, appeal)];
  for (const { text } of pages) {
    const forms = text.match(/<form[^>]*method="post"[^>]*>\s*<input type="hidden" name="formKey" value="[\w-]{22}">/g);
    expect(forms).toHaveLength(text.match(/method="post"/g)?.length ?? 0);
    expect(forms?.length).toBeGreaterThan(5);
  }
  expect(new Set(pages.map(keyOn)).size).toBe(2);
});

it('makes one appeal of a double click, photos and all, and leads both to it', async () => {
  const page = await service.get(paths.newAppeal).expect(200);
  const before = await AppealModel.countDocuments();
  const fields = { kind: 'item', title: 'Pressed twice', intent: 'draft' };
  const photos = [await photo()];
  const send = () => fillIn(service, page, paths.appeals, fields, { photos });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
  expect((await send().expect(303)).headers.location).toBe(answers[0]?.headers.location);
  expect(await AppealModel.countDocuments()).toBe(before + 1);
});

it('does it once when the browser hangs up on the first click', async () => {
  const appeal = await cases.searching();
  const { address, close } = await listening(test.app);
  const headers = await signedInAt(address, finn);
  const body = () => new URLSearchParams({ formKey: 'a'.repeat(22), words: 'Impatient' });
  const click = (signal: AbortSignal | null = null) =>
    fetch(address + link(paths.leads, { id: appeal.id }), {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: body(),
      signal,
    });
  await expect(click(AbortSignal.timeout(15))).rejects.toThrow();
  expect((await click()).status).toBe(303);
  expect(await leads(appeal)).toEqual(['Impatient']);
  close();
});

it('takes a refused form again, with the same key or a new one', async () => {
  const appeal = await cases.searching();
  const page = await pageOf(cupboard, appeal);
  const send = (from: request.Response, words: string) =>
    fillIn(cupboard, from, link(paths.leads, { id: appeal.id }), { words });
  const refused = await send(page, '').expect(422);
  await send(page, '').expect(422);
  await send(page, 'With the same').expect(303);
  await send(refused, 'With a new one').expect(303);
  expect(await leads(appeal)).toEqual(['With the same', 'With a new one']);
});

it('takes a refused form again, also when the store was gone at that moment', async () => {
  const appeal = await cases.searching();
  const page = await pageOf(cupboard, appeal);
  const send = () => fillIn(cupboard, page, link(paths.leads, { id: appeal.id }), { words: '' });
  jest.spyOn(SubmissionModel.collection, 'deleteOne').mockRejectedValueOnce(new mongo.MongoNetworkError('gone'));
  await send().expect(422);
  await send().expect(422);
});

it('takes other words from the same page, and the same words from a new one', async () => {
  const appeal = await cases.searching();
  const send = (from: request.Response, words: string) =>
    fillIn(cupboard, from, link(paths.leads, { id: appeal.id }), { words }).expect(303);
  const page = await pageOf(cupboard, appeal);
  await send(page, 'One');
  await send(page, 'Two');
  await send(page, 'One');
  await send(await pageOf(cupboard, appeal), 'One');
  expect(await leads(appeal)).toEqual(['One', 'Two', 'One']);
});

it('answers nobody with what somebody else has sent', async () => {
  const appeal = await cases.searching();
  const formKey = keyOn(await pageOf(cupboard, appeal));
  const path = link(paths.leads, { id: appeal.id });
  for (const visitor of [cupboard, service]) await visitor.post(path).type('form').send({ formKey, words: 'x' });
  expect(await leads(appeal)).toEqual(['x', 'x']);
});

it('asks no key of those who send none, and takes none of another make', async () => {
  const appeal = await cases.searching();
  const send = (form: object) =>
    cupboard
      .post(link(paths.leads, { id: appeal.id }))
      .type('form')
      .send(form);
  await send({ words: 'x' }).expect(303);
  await send({ words: 'x' }).expect(303);
  for (const formKey of ['', 'short', ['a'.repeat(22), 'b'.repeat(22)]])
    await send({ words: 'y', formKey }).expect(400);
  expect(await leads(appeal)).toEqual(['x', 'x']);
});

it('takes a customer’s words once, and keeps no status link in clear', async () => {
  const appeal = await cases.searching();
  const token = await tokenOf(test.services, appeal);
  const visitor = browser(test.app);
  const page = await visitor.get(link(paths.status, { token })).expect(200);
  const send = () => fillIn(visitor, page, link(paths.statusReplies, { token }), { words: 'Any news?' }).expect(303);
  const locations = (await Promise.all([send(), send()])).map(({ headers }) => String(headers.location));
  expect(locations[0]).toContain(token);
  expect(locations[1]).toBe(locations[0]);
  expect(await MessageModel.countDocuments({ appeal: appeal.id, kind: 'reply' })).toBe(1);
  const kept = JSON.stringify(await SubmissionModel.find().lean());
  expect(kept).toContain('/status/:token');
  expect(kept).not.toContain(token);
});

it('takes over what a crash has left unfinished, and does no part of it again', async () => {
  const appeal = await cases.searching();
  const page = await pageOf(cupboard, appeal);
  const send = () => fillIn(cupboard, page, link(paths.leads, { id: appeal.id }), { words: 'After all' });
  await send().expect(303);
  await SubmissionModel.updateMany({}, { location: null, at: new Date(Date.now() - 120_000) });
  await send().expect(303);
  expect(await leads(appeal)).toEqual(['After all']);
});
