import { createHash } from 'node:crypto';
import { createStatusLinks, hashOf } from '../../src/customers/status-links';

const links = createStatusLinks('a secret of at least thirty-two letters');

it('makes a token of 256 bits that fits into an address', () => {
  const token = links.tokenOf(links.issue());
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

it('makes another one every time', () => {
  const tokens = Array.from({ length: 100 }, () => links.tokenOf(links.issue()));
  expect(new Set(tokens).size).toBe(100);
});

it('keeps the hash of the token, and nothing that opens a page', () => {
  const link = links.issue();
  const token = links.tokenOf(link);
  expect(link.hash).toBe(hashOf(token));
  expect(link.hash).toBe(createHash('sha256').update(token).digest('hex'));
  expect(Object.values(link)).not.toContain(token);
});

it('gives the same token again, which nobody without the secret can', () => {
  const link = links.issue();
  expect(links.tokenOf(link)).toBe(links.tokenOf({ ...link }));
  expect(createStatusLinks('another secret of thirty-two letters!').tokenOf(link)).not.toBe(links.tokenOf(link));
});

it('lasts a year', () => {
  const days = (links.issue().expiresAt.getTime() - Date.now()) / (24 * 60 * 60 * 1000);
  expect(days).toBeCloseTo(365, 2);
});
