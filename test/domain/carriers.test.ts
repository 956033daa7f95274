import { carriers, trackingLink } from '../../src/domain/carriers';

const linked = carriers.filter((carrier) => carrier !== 'other');

it.each(linked)('links to the page of %s with the number in it, encoded', (carrier) => {
  const link = trackingLink(carrier, ' 00 34&x=1 #');
  expect(link).toMatch(/^https:\/\/[a-z.-]+\.(de|com|eu)\//);
  expect(link?.endsWith('0034%26x%3D1%23')).toBe(true);
});

it.each(linked)('has no link without a number for %s', (carrier) => {
  expect(trackingLink(carrier, '')).toBeNull();
  expect(trackingLink(carrier, ' \t')).toBeNull();
});

it('has no link where the carrier is unknown', () => {
  expect(trackingLink('other', '123')).toBeNull();
  expect(trackingLink(null, '123')).toBeNull();
});

it('has a page of its own for each', () => {
  expect(new Set(linked.map((carrier) => trackingLink(carrier, '1'))).size).toBe(linked.length);
});
