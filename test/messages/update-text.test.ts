import type { Customer } from '../../src/customers/customer';
import type { Appeal } from '../../src/domain/appeal';
import { channels } from '../../src/domain/channels';
import { type Language, languages } from '../../src/domain/languages';
import { placeholdersOf, textPieces } from '../../src/domain/text-pieces';
import { type UpdateTemplate, updateTemplates } from '../../src/domain/update-template';
import { translator } from '../../src/i18n/translator';
import { fits } from '../../src/messages/text-length';
import { type Writing, textFor as write } from '../../src/messages/update-text';
import { newAppeal } from '../support/cases';
import { plainAppeal, plainShipment } from '../support/plain-appeal';

const url = `https://fundus.example/status/${'t'.repeat(43)}`;
const customer = (overrides: Partial<Customer> = {}): Customer => ({
  ...newAppeal().customer,
  appeal: 'a'.repeat(24),
  statusLink: null,
  ...overrides,
});
const shipped = { shipments: [plainShipment({ trackingNumber: '00340434161094042557' })] };

/** The texts as they came with the house. */
function ownTexts(language: Language): Writing['texts'] {
  const standing = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `{{${name}}}`]));
  return new Map(
    textPieces.map((piece) => {
      const text = translator(language)(`message.${piece}`, standing(placeholdersOf(piece).allowed));
      return [piece, { piece, language, text, version: 0, writtenAt: null, writtenBy: null }];
    }),
  );
}

function textFor(template: UpdateTemplate, appeal: Appeal, reader: Customer, statusUrl: string | null) {
  const { channel } = appeal;
  return write(appeal, reader, { template, channel, texts: ownTexts(reader.language), statusUrl, signOff: '^mm' });
}

const every = updateTemplates.flatMap((template) =>
  languages.flatMap((language) => channels.map((channel) => ({ template, language, channel }))),
);

test.each(every)('$template in $language for $channel is whole and fits', ({ template, language, channel }) => {
  const reader = customer({ language, handle: '@a_long_handle_1' });
  const { subject, body } = textFor(template, plainAppeal({ channel, ...shipped }), reader, url);
  expect(fits(channel, body)).toBe(true);
  expect(body.includes(url)).toBe(!['facebook', 'x', 'community'].includes(channel));
  expect(`${subject}${body}`).not.toMatch(/\{\{|undefined|null/);
});

it('speaks the language of the customer', () => {
  const [german, english] = languages.map(
    (language) => textFor('found', plainAppeal(), customer({ language }), null).body,
  );
  expect(german).toMatch(/^Guten Tag Maria Muster,/);
  expect(english).toMatch(/^Hello Maria Muster,/);
});

it('greets a customer whose name nobody knows', () => {
  expect(textFor('found', plainAppeal(), customer({ name: '' }), null).body).toMatch(/^Hello dear customer,/);
  const onX = textFor('found', plainAppeal({ channel: 'x' }), customer({ name: '', handle: '' }), null);
  expect(onX.body).toMatch(/^Good news/);
  expect(onX.body).toMatch(/ \^mm$/);
});

it('names the customer by their handle where everybody can read along, and nowhere else', () => {
  expect(textFor('found', plainAppeal({ channel: 'x' }), customer(), null).body).toMatch(/^@maria Good news/);
  expect(textFor('found', plainAppeal({ channel: 'sms' }), customer(), null).body).toMatch(/^Good news/);
});

it('says nothing of a link where there is none', () => {
  for (const channel of channels)
    expect(textFor('found', plainAppeal({ channel }), customer(), null).body).not.toContain('tatus');
});

it('tells of the parcel when it is sent, where it can be followed', () => {
  const body = (template: 'shipped' | 'arrived', ...shipments: ReturnType<typeof plainShipment>[]) =>
    textFor(template, plainAppeal({ shipments }), customer(), null).body;
  const parcel = plainShipment({ carrier: 'hermes', trackingNumber: 'H123' });
  expect(body('shipped', plainShipment({ trackingNumber: 'old' }), parcel)).toMatch(
    /Hermes, tracking number H123:\nhttps:/,
  );
  expect(body('arrived', parcel)).not.toContain('H123');
  expect(body('shipped', plainShipment({ carrier: 'other', trackingNumber: 'H123' }))).not.toContain('H123');
  expect(body('shipped')).not.toContain('Hermes');
});

it('says how far the search has got, in real numbers', () => {
  const by = (id: string) => ({ id: `e${id}`, at: new Date(), actor: { kind: 'account' as const, id } });
  const timeline = [
    { ...by('1'), type: 'looked' as const, place: 'Cellar' },
    { ...by('2'), type: 'looked' as const, place: ' cellar' },
    { ...by('2'), type: 'looked' as const, place: 'Attic' },
    { ...by('3'), type: 'lead_given' as const, words: 'Ask Kim' },
  ];
  const body = (given: typeof timeline) =>
    textFor('searching_still', plainAppeal({ timeline: given }), customer(), null).body;
  expect(body(timeline)).toContain('So far 3 colleagues have joined the search in 2 places.');
  expect(body(timeline.slice(0, 1))).toContain('So far 1 colleague has joined the search in 1 place.');
  expect(body([])).not.toMatch(/So far| {2}/);
});
