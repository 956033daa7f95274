import type { RequestHandler } from 'express';
import { appealsLooking } from '../../appeals/search-picture';
import { InvalidInput } from '../../errors';
import { looksOfUpload } from '../../matching/looks';
import { paths } from '../../paths';
import { sparesLooking } from '../../shelf/search-picture';
import { flash } from '../flash';
import { parseForm } from '../forms/parse';
import { pressForm } from '../forms/status';
import { uploadsOf } from '../middleware/upload';
import { seeOther, showPage } from '../page';
import { pictureSearchPage } from '../presenters/picture-search-page';

/** What looks like a picture somebody has: it is looked at and not kept. */
export const searchByPicture: RequestHandler = async (request, response) => {
  parseForm(pressForm, request.body);
  const [photo] = uploadsOf(request);
  if (!photo) {
    flash(request, 'flash.noPicture', {}, 'notice');
    return seeOther(response, paths.board);
  }
  try {
    const looks = await looksOfUpload(photo);
    const [spares, cards] = await Promise.all([sparesLooking(looks), appealsLooking(looks)]);
    showPage(response, 'board/picture', pictureSearchPage(spares, cards));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    flash(request, error.key, error.values, 'notice');
    seeOther(response, paths.board);
  }
};
