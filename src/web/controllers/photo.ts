import type { Request, Response } from 'express';
import { blurPhoto } from '../../appeals/blur-photo';
import type { PhotoTarget } from '../../appeals/change-photo';
import { describePhoto } from '../../appeals/describe-photo';
import { appealFor } from '../../appeals/find-appeals';
import { removePhoto } from '../../appeals/remove-photo';
import { unblurPhoto } from '../../appeals/unblur-photo';
import { NotFound } from '../../errors';
import { link, paths } from '../../paths';
import type { PhotoStore } from '../../photos/photo-store';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { blurForm, describeForm } from '../forms/photo';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import type { FormState } from '../presenters/option';
import { photoPage } from '../presenters/photo-page';
import { actorOf } from '../viewer';
import { param } from './params';
import { targetOf } from './target';

/** What agents do to one photo of an appeal. */
export function photoController(photoStore: PhotoStore) {
  async function show(request: Request, response: Response, form: FormState): Promise<void> {
    const appeal = await appealFor(actorOf(request), param(request, 'id'));
    const photo = appeal.photos.find(({ id }) => id === param(request, 'photoId'));
    if (!photo) throw new NotFound();
    showPage(response, 'photos/edit', photoPage(appeal, photo, form));
  }

  function back(request: Request, response: Response, sentence: string): void {
    flash(request, sentence);
    seeOther(response, link(paths.appeal, { id: param(request, 'id') }));
  }

  return {
    show: showing(show),
    blur: showingAgain(show, async (request, response) => {
      const { version, regions } = parseForm(blurForm, request.body);
      await blurPhoto(photoTargetOf(request, version), regions, photoStore);
      back(request, response, 'flash.photoBlurred');
    }),
    describe: showingAgain(show, async (request, response) => {
      const { version, photoAlt } = parseForm(describeForm, request.body);
      await describePhoto(photoTargetOf(request, version), photoAlt, photoStore);
      back(request, response, 'flash.photoDescribed');
    }),
    unblur: showingAgain(show, async (request, response) => {
      const { version } = parseForm(bareForm, request.body);
      await unblurPhoto(photoTargetOf(request, version), photoStore);
      back(request, response, 'flash.photoUnblurred');
    }),
    remove: showingAgain(show, async (request, response) => {
      const { version } = parseForm(bareForm, request.body);
      await removePhoto(photoTargetOf(request, version), photoStore);
      back(request, response, 'flash.photoRemoved');
    }),
  };
}

function photoTargetOf(request: Request, seenVersion: number | undefined): PhotoTarget {
  return { ...targetOf(request, seenVersion), photoId: param(request, 'photoId') };
}
