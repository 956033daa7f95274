import type { Request, Response } from 'express';
import { appealAllowing } from '../../appeals/appeal-allowing';
import { daysOf } from '../../domain/retention';
import { paths } from '../../paths';
import { eraseOnRequest } from '../../retention/erase-on-request';
import { erasurePreview } from '../../retention/erasure-preview';
import type { Services } from '../../services';
import { flash } from '../flash';
import { erasureForm } from '../forms/erasure';
import { type ShowForm, showing, showingAgain } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { seeOther, showPage } from '../page';
import { erasurePage } from '../presenters/erasure-page';
import { recordAction } from '../recording';
import { actorOf } from '../viewer';
import { param } from './params';
import { targetOf } from './target';

/** A customer wants to be forgotten: what goes, what stays, and doing it. */
export function erasureController(services: Pick<Services, 'config' | 'photoStore' | 'audit'>) {
  const { config, photoStore } = services;

  const show: ShowForm = async (request, response, form) => {
    const actor = actorOf(request);
    const preview = await erasurePreview(actor, param(request, 'id'));
    const backupDays = daysOf('backups', config.retentionDays);
    showPage(response, 'appeals/erasure', erasurePage(preview, { actor, form, backupDays }));
  };

  async function erase(request: Request, response: Response): Promise<void> {
    const { version } = parseForm(erasureForm, request.body);
    const target = targetOf(request, version);
    const { id } = await appealAllowing(target, 'erase_customer');
    await recordAction(services.audit, request, 'customer_erased', id);
    await eraseOnRequest(target, { photoStore, dataDir: config.dataDir });
    flash(request, 'flash.customerErased');
    seeOther(response, paths.desk);
  }

  return { show: showing(show), erase: showingAgain(show, erase) };
}
