/**
 * Ends a switch over a union: a member nobody handled is a compile error here.
 * @throws Error when data from outside the types got through anyway
 */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
