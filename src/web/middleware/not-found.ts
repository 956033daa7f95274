import type { RequestHandler } from 'express';
import { NotFound } from '../../errors';

/** Nobody felt responsible for this URL. */
export const notFound: RequestHandler = () => {
  throw new NotFound();
};
