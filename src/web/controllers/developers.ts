import type { RequestHandler } from 'express';
import { type Translate, translator } from '../../i18n/translator';
import type { Services } from '../../services';
import type { FileRoute } from '../api/api';
import { describeApi } from '../api/openapi';
import type { Operation } from '../api/operation';
import { showPage } from '../page';
import { developersPage } from '../presenters/developers-page';

/** The API described: for programs, and from the same description for people. */
export function developersController(
  { config }: Pick<Services, 'config'>,
  operations: readonly Operation[],
  files: readonly FileRoute[],
) {
  const described = (t: Translate) => {
    const { baseUrl, brandName } = config;
    return describeApi(operations, files, { t, baseUrl, brandName });
  };

  const description: RequestHandler = (request, response) => {
    response.json(described(translator(request.viewer.language)));
  };

  const page: RequestHandler = (request, response) => {
    const t = translator(request.viewer.language);
    showPage(response, 'developers/developers', developersPage(described(t), t('api.title')));
  };

  return { description, page };
}
