import { kinds } from '../../../domain/appeal';
import type { Report } from '../../../domain/insights/report';
import { fewest } from '../../../domain/insights/summary';
import type { Language } from '../../../domain/languages';
import { type Translate, translator } from '../../../i18n/translator';
import { link, paths } from '../../../paths';
import { type InsightsQuery, periods } from '../../forms/insights-query';
import type { FilterLink } from '../option';
import { type Chart, chartsOf } from './charts';
import { saidValue } from './said-value';
import { type TableName, tableNames, tableOf } from './tables';

/** How the house is doing. Numbers alone: no case, no customer and no colleague is named. */
export interface InsightsPage {
  /** Nothing was published in these weeks, and nothing arrived. */
  empty: boolean;
  /** How many weeks are shown. */
  weeks: number;
  periods: (FilterLink & { count: number })[];
  kindFilters: FilterLink[];
  /** The most telling numbers. `label`: locale key. */
  figures: { label: string; value: string }[];
  sections: Section[];
}

interface Section {
  name: TableName;
  /** Locale keys. */
  title: string;
  hint: string;
  /** How many cases must name a place before it is shown. */
  fewest: number;
  charts: Chart[];
  table: TableView;
  fileHref: string;
}

/** A table as a view draws it. */
interface TableView {
  columns: { label: string; numeric: boolean }[];
  rows: { head: string; cells: { text: string; numeric: boolean }[] }[];
}

export function insightsPage(report: Report, query: InsightsQuery, language: Language): InsightsPage {
  const t = translator(language);
  return {
    empty: isEmpty(report),
    weeks: query.weeks,
    periods: periods.map((weeks) => ({
      label: 'insights.weeks',
      count: weeks,
      href: hrefOf(paths.insights, { ...query, weeks }),
      current: weeks === query.weeks,
    })),
    kindFilters: [null, ...kinds].map((kind) => ({
      label: `kind.${kind ?? 'all'}`,
      href: hrefOf(paths.insights, { ...query, kind }),
      current: kind === query.kind,
    })),
    figures: figuresOf(report, language),
    sections: tableNames.map((name) => ({
      name,
      title: `insights.${name}.title`,
      hint: `insights.${name}.hint`,
      fewest,
      charts: chartsOf(name, report, query, language),
      table: tableView(name, report, language, t),
      fileHref: hrefOf(link(paths.insightsTable, { table: name }), query),
    })),
  };
}

function isEmpty({ total: { published, firstFind, arrival, told } }: Report): boolean {
  return published === 0 && firstFind === null && arrival === null && told === null;
}

function hrefOf(path: string, { weeks, kind }: InsightsQuery): string {
  return `${path}?${new URLSearchParams({ weeks: String(weeks), ...(kind ? { kind } : {}) })}`;
}

function figuresOf({ total }: Report, language: Language): InsightsPage['figures'] {
  const { published, success, firstFind, arrival, told } = total;
  return [
    { label: 'insights.published', value: saidValue(published, 'count', language) },
    { label: 'insights.success', value: saidValue(success, 'share', language) },
    { label: 'insights.findMedian', value: saidValue(firstFind?.median ?? null, 'hours', language) },
    { label: 'insights.arrivalMedian', value: saidValue(arrival?.median ?? null, 'days', language) },
    { label: 'insights.told', value: saidValue(told, 'share', language) },
  ];
}

function tableView(name: TableName, report: Report, language: Language, t: Translate): TableView {
  const { columns, rows } = tableOf(name, report, t);
  const formats = columns.map(({ format }) => format);
  const isNumeric = (index: number) => formats[index] !== 'text' && formats[index] !== 'day';
  return {
    columns: columns.map(({ label }, index) => ({ label, numeric: isNumeric(index) })),
    rows: rows.map((row) => {
      const [head = '', ...texts] = row.map((value, index) => saidValue(value, formats[index] ?? 'text', language));
      return { head, cells: texts.map((text, index) => ({ text, numeric: isNumeric(index + 1) })) };
    }),
  };
}
