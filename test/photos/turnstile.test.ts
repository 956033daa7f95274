import { turnstile } from '../../src/photos/turnstile';

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

test('at most so many are inside, and all get their turn in order', async () => {
  const inTurn = turnstile(2);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const task = (number: number) => async () => {
    order.push(number);
    inside += 1;
    most = Math.max(most, inside);
    await aMoment();
    inside -= 1;
    return number;
  };
  const results = await Promise.all([1, 2, 3, 4, 5].map((number) => inTurn(task(number))));
  expect(results).toEqual([1, 2, 3, 4, 5]);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('a task that fails gives its place back', async () => {
  const inTurn = turnstile(1);
  await expect(inTurn(() => Promise.reject(new Error('dropped')))).rejects.toThrow('dropped');
  await expect(inTurn(async () => 'next')).resolves.toBe('next');
});
