import { kinds } from '../../../domain/appeal';
import type { Report } from '../../../domain/insights/report';
import { type Durations, type Summary, standings } from '../../../domain/insights/summary';
import type { Language } from '../../../domain/languages';
import { translator } from '../../../i18n/translator';
import type { InsightsQuery } from '../../forms/insights-query';
import { shortDay } from '../../times';
import { type BarChart, barChart } from './bar-chart';
import { type ColumnChart, columnChart } from './column-chart';
import { saidValue } from './said-value';
import type { Format, TableName, Value } from './tables';

/** A chart with what it is called and what its colours mean. */
export interface Chart {
  /** Unique on the page. */
  id: string;
  /** Locale keys. */
  title: string;
  /** Empty where one colour needs no explanation. */
  legend: { series: string; label: string }[];
  columns?: ColumnChart;
  bars?: BarChart;
}

type Week = Report['weeks'][number];

/** @returns the charts that stand above a table */
export function chartsOf(name: TableName, report: Report, query: InsightsQuery, language: Language): Chart[] {
  switch (name) {
    case 'appeals':
      return [...(query.kind ? [] : [byKind(report, language)]), byStanding(report, language)];
    case 'times':
      return [times('firstFind', 'hours', report, language), times('arrival', 'days', report, language)];
    case 'promises':
      return [promises(report, language)];
    case 'channels':
    case 'places':
      return [bars(name, report, language)];
  }
}

function byKind({ weeks }: Report, language: Language): Chart {
  return {
    id: 'by-kind',
    title: 'insights.byKind',
    legend: kinds.map((kind) => ({ series: kind, label: `kind.${kind}` })),
    columns: overWeeks(weeks, language, 'count', ({ byKind: counts }) =>
      kinds.map((kind) => ({ series: kind, value: counts[kind] })),
    ),
  };
}

function byStanding({ weeks }: Report, language: Language): Chart {
  return {
    id: 'by-standing',
    title: 'insights.byStanding',
    legend: standings.map((standing) => ({ series: standing, label: `insights.standing.${standing}` })),
    columns: overWeeks(weeks, language, 'count', (week) => ofStanding(week)),
  };
}

function ofStanding({ byStanding: counts }: Summary) {
  return standings.map((standing) => ({ series: standing, value: counts[standing] }));
}

const unit = { hours: 60, days: 24 * 60 } as const;

/** Columns reach to where nine in ten were done, the dot shows the middle. */
function times(
  measure: 'firstFind' | 'arrival',
  format: 'hours' | 'days',
  { weeks }: Report,
  language: Language,
): Chart {
  const of = (given: Durations | null, value: 'median' | 'p90') => given && given[value] / unit[format];
  const columns = weeks.map((one) => ({
    label: shortDay(one.week.first, language),
    parts: [{ series: 'p90', value: of(one[measure], 'p90') ?? 0 }],
    dot: of(one[measure], 'median'),
  }));
  return {
    id: measure,
    title: `insights.${measure}`,
    legend: [
      { series: 'median', label: 'insights.median' },
      { series: 'p90', label: 'insights.p90' },
    ],
    columns: columnChart(columns, { sayTick: (value) => saidValue(value * unit[format], format, language) }),
  };
}

function promises({ weeks }: Report, language: Language): Chart {
  const columns = overWeeks(weeks, language, 'share', ({ told }) => [{ series: 'kept', value: told ?? 0 }], 1);
  return { id: 'promises', title: 'insights.told', legend: [], columns };
}

function overWeeks(
  weeks: readonly Week[],
  language: Language,
  format: Format,
  partsOf: (week: Week) => { series: string; value: number }[],
  most?: number,
): ColumnChart {
  const columns = weeks.map((one) => ({ label: shortDay(one.week.first, language), parts: partsOf(one) }));
  const sayTick = (value: Value) => saidValue(value, format, language);
  return columnChart(columns, most === undefined ? { sayTick, whole: true } : { sayTick, most });
}

function bars(name: 'channels' | 'places', { channels, places, otherPlaces }: Report, language: Language): Chart {
  const t = translator(language);
  const rows: [label: string, summary: Summary][] =
    name === 'channels'
      ? channels.map((one) => [t(`channel.${one.channel}`), one])
      : [
          ...places.map((one): [string, Summary] => [one.place, one]),
          ...(otherPlaces ? [[t('insights.otherPlaces'), otherPlaces] as [string, Summary]] : []),
        ];
  return {
    id: name,
    title: 'insights.byStanding',
    legend: standings.map((standing) => ({ series: standing, label: `insights.standing.${standing}` })),
    bars: barChart(
      rows.map(([label, summary]) => ({
        label,
        value: saidValue(summary.published, 'count', language),
        parts: ofStanding(summary),
      })),
    ),
  };
}
