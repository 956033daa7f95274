import type { RequestHandler } from 'express';
import { keepSignIn } from '../../people/sign-ins';

/** Whoever does something stays signed in; what a page asks for by itself keeps nobody in. */
export const seen: RequestHandler = async (request, _response, next) => {
  const { user, session } = request;
  if (user && session) await keepSignIn(user.signInId, user.seenAt);
  next();
};
