import type { Request, Response } from 'express';
import { paths } from '../paths';
import type { Services } from '../services';
import { seeOther, showPage } from './page';

/** View `sign-in/farewell`. */
export interface FarewellPage {
  href: string;
}

/**
 * Asked before somebody signs out, as it is forgotten then.
 * @returns says goodbye: at the provider, too, where they came from there
 */
export async function farewell(
  request: Request,
  { signInWays: { singleSignOn }, config: { baseUrl } }: Services,
): Promise<(response: Response) => void> {
  const { user } = request;
  const url = user && (await singleSignOn?.farewell(user.signInId, baseUrl + paths.signIn));
  if (!url) return (response) => seeOther(response, paths.signIn);
  const page: FarewellPage = { href: url.href };
  return (response) => {
    // A form may lead to pages of ours alone, by our content policy; a page that goes on by itself may lead anywhere.
    response.set('Refresh', `0; url=${url.href}`);
    showPage(response, 'sign-in/farewell', page);
  };
}
