import { paths } from '../paths';
import { houseTextsController } from '../web/controllers/house-texts';
import { synonymsController } from '../web/controllers/synonyms';
import { admin } from '../web/guards';
import { get, post, type Route } from './route';

export function adminRoutes(): Route[] {
  return [
    get(paths.houseTexts, admin, houseTextsController.list),
    get(paths.houseText, admin, houseTextsController.edit),
    post(paths.houseText, admin, houseTextsController.save),
    get(paths.synonyms, admin, synonymsController.show),
    post(paths.synonyms, admin, synonymsController.save),
  ];
}
