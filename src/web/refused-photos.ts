import type { Request } from 'express';
import type { InvalidInput } from '../errors';

const refusals = new WeakMap<Request, InvalidInput>();

/** Remembers why a photo that came with this form was not taken. */
export function rememberRefused(request: Request, refusal: InvalidInput): void {
  refusals.set(request, refusal);
}

/** @returns why a photo that came with this form was not taken, if one was not */
export function refusedPhotoOf(request: Request): InvalidInput | undefined {
  return refusals.get(request);
}
