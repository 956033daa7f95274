import { channelFacts, channels } from '../../src/domain/channels';
import { fits, textLength } from '../../src/messages/text-length';

it.each([
  ['plain letters', 'a'.repeat(280), 280],
  ['a link, however long', `see https://fundus.example.com/${'x'.repeat(200)}`, 4 + 23],
  ['an emoji', '🫏', 2],
  ['letters of other scripts', '驴', 2],
  ['umlauts', 'äöüß', 4],
])('counts %s as X does', (_, text, length) => {
  expect(textLength('x', text)).toBe(length);
});

it('counts what people see elsewhere', () => {
  expect(textLength('facebook', 'ä🫏 https://a.example')).toBe(20);
});

it.each(channels)('takes as much as the channel %s does', (channel) => {
  const { limit } = channelFacts[channel];
  expect(fits(channel, 'a'.repeat(limit ?? 100_000))).toBe(true);
  if (limit) expect(fits(channel, 'a'.repeat(limit + 1))).toBe(false);
});
