import type { Request, Response } from 'express';
import { openOwnerCases } from '../../appeals/find-appeals';
import { assignReport, discardReport, lostReports, reportLoss } from '../../found/lost-reports';
import { paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { showing, showingAgain } from '../forms/form-state';
import { assignmentForm, lossForm } from '../forms/lost';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import { lostReportsPage } from '../presenters/lost-reports-page';
import type { FormState } from '../presenters/option';
import { recordAction, recordReading } from '../recording';
import { param } from './params';
import { targetAt } from './target';

/** View `lost/report`. Fields: what, words, place, lostOn, name, contact. */
export interface LostPage {
  heading: string;
  action: string;
  form: FormState;
}

/** People outside report what they have lost. */
export const lostController = {
  show: showing(showForm),
  report: showingAgain(showForm, async (request, response) => {
    await reportLoss(parseForm(lossForm, request.body));
    flash(request, 'flash.lossReported');
    seeOther(response, paths.lost);
  }),
};

function showForm(_request: Request, response: Response, form: FormState): void {
  const page: LostPage = { heading: response.locals.t('lost.title'), action: paths.lost, form };
  showPage(response, 'lost/report', page);
}

/** Agents see which report may be about what. */
export const lostReportsController = (services: Pick<Services, 'audit'>) => ({
  show: async (request: Request, response: Response) => {
    await recordReading(services.audit, request, 'reports_listed', '');
    const [reports, cases] = await Promise.all([lostReports(), openOwnerCases()]);
    showPage(response, 'lost/reports', lostReportsPage(reports, cases));
  },
  assign: async (request: Request, response: Response) => {
    const { appealId } = parseForm(assignmentForm, request.body);
    await recordAction(services.audit, request, 'report_assigned', param(request, 'reportId'));
    await assignReport(targetAt(request, appealId), param(request, 'reportId'));
    flash(request, 'flash.reportAssigned');
    seeOther(response, paths.lostReports);
  },
  discard: async (request: Request, response: Response) => {
    parseForm(bareForm, request.body);
    await recordAction(services.audit, request, 'report_discarded', param(request, 'reportId'));
    await discardReport(param(request, 'reportId'));
    flash(request, 'flash.reportDiscarded');
    seeOther(response, paths.lostReports);
  },
});
