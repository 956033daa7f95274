import fc from 'fast-check';
import { channelFacts, channels } from '../../src/domain/channels';
import { fillingOf, fits } from '../../src/messages/text-length';
import { postsOf } from '../../src/messages/thread';

it.each([
  ['plain letters', 'a'.repeat(280), 280],
  ['a link, however long', `see https://fundus.example.com/${'x'.repeat(200)}`, 4 + 23],
  ['an emoji', '🫏', 2],
  ['letters of other scripts', '驴', 2],
  ['umlauts', 'äöüß', 4],
])('counts %s as X does', (_, text, length) => {
  expect(fillingOf('x', text).length).toBe(length);
});

it('counts what people see elsewhere', () => {
  expect(fillingOf('facebook', 'ä🫏 https://a.example').length).toBe(20);
});

it.each(channels)('takes as much as the channel %s does', (channel) => {
  const { limit, mostParts, counting } = channelFacts[channel];
  const most = counting === 'sms' ? 6 * 153 : counting === 'x' ? mostParts * (280 - 6) : (limit ?? 100_000);
  expect(fits(channel, 'a'.repeat(most))).toBe(true);
  if (limit || counting === 'sms') expect(fits(channel, 'a'.repeat(most + 1))).toBe(false);
});

it.each([
  ['a'.repeat(160), 1, 'GSM-7'],
  ['a'.repeat(161), 2, 'GSM-7'],
  ['€'.repeat(80), 1, 'GSM-7'],
  ['ä'.repeat(160), 1, 'GSM-7'],
  ['驴'.repeat(70), 1, 'UCS-2'],
  ['驴'.repeat(71), 2, 'UCS-2'],
])('fills short messages with %j', (text, parts, encoding) => {
  expect(fillingOf('sms', text)).toMatchObject({ parts, encoding });
});

describe('a thread', () => {
  const link = `https://fundus.example/status/${'t'.repeat(200)}`;

  it('is not made of what fits one post', () => {
    expect(postsOf('a'.repeat(280))).toEqual(['a'.repeat(280)]);
  });

  it('is numbered, fits post by post, loses no word, and cuts no link', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.lorem(), fc.constant('🫏驴'), fc.constant(link)), { minLength: 20 }),
        (words) => {
          const posts = postsOf(words.join(' '));
          for (const post of posts) expect(fillingOf('x', post).length).toBeLessThanOrEqual(280);
          const unnumbered = posts.map((post) => (posts.length > 1 ? post.replace(/ \d+\/\d+$/, '') : post));
          expect(unnumbered.join(' ')).toBe(words.join(' '));
          if (posts.length > 1) expect(posts.at(-1)).toMatch(new RegExp(` ${posts.length}/${posts.length}$`));
        },
      ),
      { numRuns: 200 },
    );
  });
});
