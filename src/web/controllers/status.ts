import type { Request, RequestHandler, Response } from 'express';
import { withdrawRequest } from '../../appeals/close';
import { confirmDelivery } from '../../appeals/confirm-delivery';
import type { CustomerTarget } from '../../appeals/transition';
import { approve } from '../../customers/approve';
import { chooseLanguage } from '../../customers/choose-language';
import { confirmAddress, correctAddress } from '../../customers/delivery-address';
import { requestDeletion } from '../../customers/request-deletion';
import { withdrawApproval } from '../../customers/withdraw-approval';
import { withdrawConsent } from '../../customers/withdraw-consent';
import { InvalidInput } from '../../errors';
import { receiveReply, receiveThanks, receiveWishes } from '../../messages/receive-words';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { refusedForm } from '../forms/form-state';
import { parseForm } from '../forms/parse';
import { parsePhotoForm, sentAhead } from '../forms/photos';
import {
  addressForm,
  approvalForm,
  changesForm,
  consentForm,
  languageForm,
  pressForm,
  replyForm,
  thanksForm,
} from '../forms/status';
import { seeOther, showPage } from '../page';
import { caseFile, photoName, photosInFile } from '../presenters/customer/case-file';
import { type StatusReader, statusHref, statusPage } from '../presenters/customer/status-page';
import { recordAction } from '../recording';
import { sendZip } from '../send-zip';
import { visitOf } from '../visit';
import { customer, waitingRows } from '../waiting-rows';
import { param } from './params';
import { statusReaderOf } from './status-reader';
import { ownTarget } from './target';

type Needs = Pick<Services, 'statusUrlOf' | 'photoStore' | 'config' | 'audit'>;

/** The customer's own page, by secret link: reading it changes nothing, so that mail scanners may open it. */
export function statusController(services: Needs) {
  const { photoStore } = services;

  async function show(request: Request, response: Response, rejected?: StatusReader['rejected']): Promise<void> {
    const { appeal, reader } = await statusReaderOf(request, services);
    const waiting = await waitingRows(request, rejected?.form.values ?? {}, customer);
    showPage(response, 'status/show', statusPage(appeal, { ...reader, rejected, waiting }));
  }

  /** @param name of the form, and of the sentence said when it is done (`flash.customer.<name>`) */
  function form(name: string, submit: (target: CustomerTarget, request: Request) => Promise<unknown>): RequestHandler {
    return async (request, response) => {
      try {
        await submit(ownTarget(request), request);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        response.status(error.status);
        return show(request, response, { name, form: refusedForm(error, request) });
      }
      flash(request, `flash.customer.${name}`);
      const { language } = visitOf(request).customer;
      seeOther(response, statusHref(param(request, 'token'), request.viewer.language, language));
    };
  }

  const press = (name: string, verb: (target: CustomerTarget) => Promise<unknown>) =>
    form(name, (target, request) => {
      parseForm(pressForm, request.body);
      return verb(target);
    });

  const page: RequestHandler = (request, response) => show(request, response);

  /** Not by GET, although it changes nothing: what opens every link shall not carry the address away. */
  const data: RequestHandler = async (request, response) => {
    parseForm(pressForm, request.body);
    const { customer } = visitOf(request);
    const { appeal, reader } = await statusReaderOf(request, services);
    await recordAction(services.audit, request, 'data_exported', appeal.id);
    const photos = photosInFile(appeal, reader.messages).map((photo) => ({
      name: photoName(photo),
      file: photoStore.fileOf(photo.id, 'large.jpg'),
    }));
    const text = JSON.stringify(caseFile(appeal, customer, reader), null, 2);
    await sendZip(response, reader.t('customer.dataFile'), [{ name: 'data.json', text }, ...photos]);
  };

  return {
    show: page,
    data,
    confirm: press('confirmed', confirmDelivery),
    confirmAddress: press('addressConfirmed', confirmAddress),
    approve: form('approval', (target, request) => {
      const { version } = parseForm(approvalForm, request.body);
      return approve(target, version);
    }),
    withdrawApproval: press('approvalWithdrawn', withdrawApproval),
    chooseLanguage: async (request: Request, response: Response) => {
      const { language } = parseForm(languageForm, request.body);
      await chooseLanguage(visitOf(request).actor, language);
      flash(request, 'flash.customer.language');
      seeOther(response, link(paths.status, { token: param(request, 'token') }));
    },
    wishChanges: form('changes', (target, request) => {
      const { words } = parseForm(changesForm, request.body);
      return receiveWishes(target, request.viewer.language, words);
    }),
    withdraw: press('requestWithdrawn', withdrawRequest),
    askDeletion: press('deletionRequested', requestDeletion),
    correctAddress: form('address', async (target, request) => {
      const { address } = parseForm(addressForm, request.body);
      await recordAction(services.audit, request, 'address_changed', target.appealId);
      return correctAddress(target, address);
    }),
    withdrawConsent: form('consent', (target, request) =>
      withdrawConsent(target, parseForm(consentForm, request.body)),
    ),
    reply: form('reply', (target, request) => {
      const { words, photos } = parsePhotoForm(replyForm, request);
      const enclosed = { sent: sentAhead(target.actor, photos), photoStore };
      return receiveReply(target, request.viewer.language, words, enclosed);
    }),
    thank: form('thanks', (target, request) => {
      const { words, photos, ...consent } = parsePhotoForm(thanksForm, request);
      const enclosed = { sent: sentAhead(target.actor, photos), photoStore };
      return receiveThanks(target, request.viewer.language, words, consent, enclosed);
    }),
  };
}
