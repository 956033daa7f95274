import type { SentPhoto } from '../../src/appeals/with-photos';
import type { AccountActor } from '../../src/domain/actor';
import type { Spare } from '../../src/domain/spare';
import type { Services } from '../../src/services';
import { type OfferedSpare, offerSpare } from '../../src/shelf/offer-spare';

/** @returns what a colleague fills in who could give away one donkey */
export function offeredSpare(overrides: Partial<OfferedSpare> = {}): OfferedSpare {
  return {
    title: 'Plush donkey',
    words: 'Left over from a fair.',
    attributes: [{ label: 'Colour', value: 'grey' }],
    tags: ['donkey'],
    condition: 'good',
    quantity: 1,
    place: 'Bonn, cupboard',
    nameForCustomer: false,
    ...overrides,
  };
}

/** @returns a spare the holder has offered; `overrides` say what matters to the test */
export function spareOn(
  { photoStore }: Pick<Services, 'photoStore'>,
  holder: AccountActor,
  overrides: Partial<OfferedSpare> = {},
  photos: readonly SentPhoto[] = [],
): Promise<Spare> {
  return offerSpare(holder, offeredSpare(overrides), photos, photoStore);
}
