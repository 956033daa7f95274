import type { RequestHandler } from 'express';
import { paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { seeOther } from '../page';

/** Where somebody may go who has to set up the second factor first. */
const open: readonly string[] = [
  paths.secondFactor,
  paths.secondFactorConfirmation,
  paths.secondFactorEnd,
  paths.signOut,
  paths.signInsEnd,
];

/** Leads whoever needs a second factor, and has none, to where it is set up. */
export function secondFactorDue({ needsSecondFactor }: Pick<Services, 'needsSecondFactor'>): RequestHandler {
  return (request, response, next) => {
    const { user } = request;
    if (!user || user.secondFactor || !needsSecondFactor(user) || open.includes(request.path)) return next();
    flash(request, 'secondFactor.first', {}, 'notice');
    seeOther(response, paths.secondFactor);
  };
}
