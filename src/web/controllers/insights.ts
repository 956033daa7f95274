import type { Request, RequestHandler } from 'express';
import { type Report, reportOf } from '../../domain/insights/report';
import { type Week, weeksUntil } from '../../domain/insights/weeks';
import { dayOf } from '../../domain/working-days';
import { NotFound } from '../../errors';
import { translator } from '../../i18n/translator';
import { numbersBetween } from '../../insights/numbers-between';
import type { Services } from '../../services';
import { type InsightsQuery, insightsQuery } from '../forms/insights-query';
import { showPage } from '../page';
import { insightsPage } from '../presenters/insights/insights-page';
import { type TableName, tableNames, tableOf } from '../presenters/insights/tables';
import { sendTable } from '../send-table';
import { param } from './params';

/** How the house is doing: the page, and each table of it as a file. */
export function insightsController({ config }: Pick<Services, 'config'>) {
  const show: RequestHandler = async (request, response) => {
    const query = insightsQuery.parse(request.query);
    const { report } = await reportFor(query);
    showPage(response, 'insights/insights', insightsPage(report, query, request.viewer.language));
  };

  const table: RequestHandler = async (request, response) => {
    const name = tableNameIn(request);
    const { report, first, last } = await reportFor(insightsQuery.parse(request.query));
    const { language } = request.viewer;
    const found = tableOf(name, report, translator(language));
    await sendTable(response, `${name}-${first}-${last}`, found, language);
  };

  async function reportFor({ weeks: count, kind }: InsightsQuery): Promise<{ report: Report } & Week> {
    const weeks = weeksUntil(dayOf(new Date(), config.calendar), count);
    const [first, last] = [weeks[0]?.first ?? '', weeks.at(-1)?.last ?? ''];
    return { report: reportOf(await numbersBetween(first, last), weeks, kind), first, last };
  }

  return { show, table };
}

function tableNameIn(request: Request): TableName {
  const name = tableNames.find((one) => one === param(request, 'table'));
  if (!name) throw new NotFound();
  return name;
}
