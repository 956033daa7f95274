import sharp from 'sharp';
import { turnstile } from './turnstile';

/** Of the four threads for everything that takes long, pictures take two; files and passwords have the others. */
const inTurn = turnstile(2);

let underWay = 0;

// What is made in the background keeps to one core.
sharp.concurrency(1);
// No picture is opened twice, so a cache would only hold memory.
sharp.cache(false);

/**
 * Runs a step of Sharp's as soon as there is a thread for it. A step that is alone may spread over two threads of
 * Sharp's own, as decoding does; steps side by side keep to one each, so that pages have a core left between them.
 */
export function onThread<Result>(step: () => Promise<Result>): Promise<Result> {
  return inTurn(async () => {
    underWay += 1;
    sharp.concurrency(underWay === 1 ? 2 : 1);
    try {
      return await step();
    } finally {
      underWay -= 1;
      sharp.concurrency(1);
    }
  });
}
