import type { Request, RequestHandler, Response } from 'express';
import { isLanguage, type Language, languages } from '../../domain/languages';
import { type TextPiece, textPieces } from '../../domain/text-pieces';
import { NotFound } from '../../errors';
import { houseTexts, saveText, versionsOf } from '../../messages/house-texts';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { flash } from '../flash';
import { freshForm, showingAgain } from '../forms/form-state';
import { houseTextForm } from '../forms/house-text';
import { parseForm } from '../forms/parse';
import { seeOther, showPage } from '../page';
import { houseTextPage, houseTextsPage } from '../presenters/house-texts-page';
import type { FormState } from '../presenters/option';
import { recordAction } from '../recording';
import { actorOf } from '../viewer';
import { param } from './params';

/** The texts messages to customers start from; admins change them, agents use them. */
export const houseTextsController = (services: Pick<Services, 'audit'>) => ({
  list: (async (_request, response) => {
    const byLanguage = await Promise.all(languages.map(houseTexts));
    showPage(response, 'house-texts/list', houseTextsPage(byLanguage));
  }) satisfies RequestHandler,

  edit: (async (request, response) => {
    await show(request, response, freshForm(await newest(request)));
  }) satisfies RequestHandler,

  save: showingAgain(
    show,
    async (request, response) => {
      const { seen, text } = parseForm(houseTextForm, request.body);
      const { piece, language } = wanted(request);
      await recordAction(services.audit, request, 'texts_changed', `${piece}.${language}`);
      await saveText({ ...wanted(request), text }, actorOf(request).id, seen);
      flash(request, 'flash.textSaved');
      seeOther(response, link(paths.houseText, wanted(request)));
    },
    async (request) => ({ values: await newest(request) }),
  ),
});

async function newest(request: Request): Promise<{ text: string; seen: number }> {
  const { piece, language } = wanted(request);
  const [version] = await versionsOf(piece, language);
  return { text: version?.text ?? '', seen: version?.version ?? 0 };
}

async function show(request: Request, response: Response, form: FormState): Promise<void> {
  const { piece, language } = wanted(request);
  const versions = await versionsOf(piece, language);
  const names = await namesOf(versions.flatMap(({ writtenBy }) => (writtenBy ? [writtenBy] : [])));
  showPage(response, 'house-texts/edit', houseTextPage(piece, language, versions, names, form));
}

/** @throws NotFound when there is no such text */
function wanted(request: Request): { piece: TextPiece; language: Language } {
  const piece = textPieces.find((name) => name === param(request, 'piece'));
  const language = param(request, 'language');
  if (!piece || !isLanguage(language)) throw new NotFound();
  return { piece, language };
}
