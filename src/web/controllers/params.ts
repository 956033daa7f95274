import type { Request } from 'express';
import { NotFound } from '../../errors';

/**
 * A part of the address, as the route's pattern names it.
 * @throws NotFound when it is not one text
 */
export function param(request: Request, name: string): string {
  const value = request.params[name];
  if (typeof value !== 'string' || value === '') throw new NotFound();
  return value;
}
