import { type Model, mongo } from 'mongoose';

type Method = 'insertOne' | 'findOneAndUpdate';

/**
 * Hushes one of the next writings of that kind: it is done, and nobody hears of it.
 * @param skip how many are heard of before
 */
export function hush({ collection }: Pick<Model<unknown>, 'collection'>, method: Method, skip = 0): void {
  const write = collection[method].bind(collection) as (...given: unknown[]) => Promise<unknown>;
  let left = skip;
  const spy = jest.spyOn(collection, method).mockImplementation((async (...given: unknown[]) => {
    const written = await write(...given);
    if (left-- > 0) return written;
    spy.mockRestore();
    throw new mongo.MongoNetworkError('connection closed');
  }) as never);
}
