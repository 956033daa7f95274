import { createReplyAddresses } from '../../src/messages/reply-addresses';

const secret = 'a secret for this test of 32 letters';
const id = '0123456789abcdef01234567';
const ours = createReplyAddresses(secret, 'Fundus <fundus@mail.example>');

it('is an address of ours that stands in a mail, whatever the case of its letters', () => {
  const address = ours.addressOf(id);
  expect(address).toMatch(/^fundus\+r\.[0-9a-z]{35}@mail\.example$/);
  expect(ours.provenIn(`To: "Fundus" <${address}>, other@mail.example`)).toEqual([id]);
  expect(ours.provenIn(address.toUpperCase())).toEqual([id]);
});

it('leaves room for what stands before the plus', () => {
  const long = createReplyAddresses(secret, `${'a'.repeat(26)}@mail.example`).addressOf(id);
  expect(long.split('@')[0]).toHaveLength(64);
});

it.each(['000000000000000000000000', 'ffffffffffffffffffffffff'])('carries every id: %s', (other) => {
  expect(ours.provenIn(ours.addressOf(other))).toEqual([other]);
});

describe('is nothing', () => {
  it('with one digit changed, wherever', () => {
    const [, token = ''] = /r\.(\w+)@/.exec(ours.addressOf(id)) ?? [];
    for (let at = 0; at < token.length; at++) {
      const digit = token[at] === 'a' ? 'b' : 'a';
      const forged = token.slice(0, at) + digit + token.slice(at + 1);
      expect(ours.provenIn(`fundus+r.${forged}@mail.example`)).toEqual([]);
    }
  });

  it('of another server, or another mailbox', () => {
    const elsewhere = createReplyAddresses('another secret of thirty-two letters', 'fundus@mail.example');
    expect(ours.provenIn(elsewhere.addressOf(id))).toEqual([]);
    expect(createReplyAddresses(secret, 'other@mail.example').provenIn(ours.addressOf(id))).toEqual([]);
    expect(createReplyAddresses(secret, 'fundus@mailxexample').provenIn(ours.addressOf(id))).toEqual([]);
  });

  it.each(['', 'fundus@mail.example', `fundus+r.${'z'.repeat(35)}@mail.example`])('in %j', (text) => {
    expect(ours.provenIn(text)).toEqual([]);
  });
});
