import type { EventType } from '../../../src/domain/timeline-event';
import { link, paths } from '../../../src/paths';
import type { CaseFile } from './case-file';
import { CasePage } from './case-page';
import { type Colour, plainPicture } from './colours';
import type { Visitor } from './visitor';

/** Who takes part. */
export interface People {
  agent: Visitor;
  colleague: Visitor;
  customer: Visitor;
}

/** What a step needs: who, in which case, words and a colour nobody else uses. */
interface Situation extends People {
  file: CaseFile;
  words: string;
  colour: Colour;
}

/** One thing somebody does; when `take` returns it was acknowledged. */
interface Step {
  /** What the timeline says afterwards; null where it says nothing. */
  readonly event: EventType | null;
  readonly take: (situation: Situation) => Promise<void>;
}

/** The course of a case once it is published, from a colleague who follows to the spare on the shelf. */
export const course: readonly Step[] = [
  { event: null, take: follow },
  { event: 'looked', take: look },
  { event: 'lead_given', take: lead },
  { event: 'find_offered', take: offer },
  { event: 'find_accepted', take: accept },
  { event: 'update_sent', take: tell },
  { event: 'find_handed_over', take: handOver },
  { event: 'find_received', take: receive },
  { event: 'shipped', take: ship },
  { event: 'customer_replied', take: reply },
  { event: 'delivered', take: confirm },
  { event: 'customer_thanked', take: thank },
  { event: 'closed', take: close },
  { event: 'surplus_shelved', take: shelve },
];

/** @returns the id of the case, once it is opened and published */
export async function openCase({ agent }: People, title: string, mailed: boolean, colour: Colour): Promise<string> {
  const fields = {
    kind: 'item',
    intent: 'publish',
    title,
    story: 'Ein Kind vermisst seinen Esel.',
    place: 'Hamburg',
    channel: mailed ? 'email' : 'facebook',
    originalWords: `Bitte helfen Sie uns: ${title}`,
    customerEmail: mailed ? 'kundin@kunde.example' : '',
    customerLanguage: 'de',
    photos: await plainPicture(colour),
  };
  const location = await agent.uploads(paths.appeals, fields);
  return location.split('/').at(-1) ?? '';
}

async function follow({ colleague, file }: Situation): Promise<void> {
  await colleague.does(link(paths.follow, { id: file.id }), {});
  file.followers = 1;
}

async function look({ colleague, file }: Situation): Promise<void> {
  await colleague.does(link(paths.looks, { id: file.id }), { place: 'Lager Köln' });
}

async function lead({ colleague, file, words }: Situation): Promise<void> {
  await colleague.does(link(paths.leads, { id: file.id }), { words });
  file.words.push(words);
}

async function offer({ colleague, file, words, colour }: Situation): Promise<void> {
  const fields = { quantity: '2', place: 'Bonn', condition: 'good', words, photos: await plainPicture(colour) };
  await colleague.uploads(link(paths.finds, { id: file.id }), fields);
  file.words.push(words);
  file.photos.push(colour);
}

async function accept({ agent, file }: Situation): Promise<void> {
  const page = new CasePage(await agent.page(file.path));
  await agent.does(page.findAction('acceptance'), {});
}

async function tell({ agent, file, words }: Situation): Promise<void> {
  const fields = { template: 'found', subject: file.mailed ? 'Ihre Suche' : '', body: words };
  await agent.does(link(paths.updates, { id: file.id }), fields);
  file.words.push(words);
}

async function handOver({ colleague, file, words }: Situation): Promise<void> {
  const page = new CasePage(await colleague.page(file.path));
  await colleague.does(page.findAction('hand-over'), { way: 'parcel', carrier: 'dhl', trackingNumber: words });
  file.words.push(words);
}

async function receive({ agent, file }: Situation): Promise<void> {
  const page = new CasePage(await agent.page(file.path));
  await agent.does(page.findAction('receipt'), {});
}

async function ship({ agent, file, words }: Situation): Promise<void> {
  const fields = { carrier: 'dhl', trackingNumber: words, quantity: '1' };
  await agent.does(link(paths.shipments, { id: file.id }), fields);
  file.words.push(words);
}

async function reply({ agent, customer, file, words }: Situation): Promise<void> {
  const { statusPath } = new CasePage(await agent.page(file.path));
  await customer.does(`${statusPath}/replies`, { words });
  file.words.push(words);
}

async function confirm({ agent, customer, file }: Situation): Promise<void> {
  const { statusPath } = new CasePage(await agent.page(file.path));
  await customer.does(`${statusPath}/delivery`, {});
}

async function thank({ agent, customer, file, words }: Situation): Promise<void> {
  const { statusPath } = new CasePage(await agent.page(file.path));
  await customer.does(`${statusPath}/thanks`, { words, shareable: 'yes' });
  file.words.push(words);
}

async function close({ agent, file }: Situation): Promise<void> {
  await agent.does(link(paths.closure, { id: file.id }), { outcome: 'happy' });
}

async function shelve({ agent, file, words }: Situation): Promise<void> {
  const page = new CasePage(await agent.page(file.path));
  await agent.does(page.findAction('shelving'), { place: words });
  file.onShelf.push(words);
}
