import { kinds } from '../../../domain/appeal';
import type { Report } from '../../../domain/insights/report';
import { type Durations, type Summary, standings } from '../../../domain/insights/summary';
import type { Translate } from '../../../i18n/translator';

export const tableNames = ['appeals', 'times', 'promises', 'channels', 'places'] as const;
export type TableName = (typeof tableNames)[number];

/** How the values of a column are told: a day as `YYYY-MM-DD`, hours and days from minutes, a share from 0 to 1. */
export type Format = 'day' | 'text' | 'count' | 'hours' | 'days' | 'share';

/** Null where there is nothing to tell. */
export type Value = string | number | null;

/** The numbers behind a chart, for the page and for the file alike. */
export interface Table {
  /** `label`: locale key. */
  columns: { label: string; format: Format }[];
  rows: Value[][];
}

/** @param t for the rows that have names of ours, such as channels */
export function tableOf(name: TableName, report: Report, t: Translate): Table {
  const { columns, rows } = makers[name](report, t);
  return { columns: columns.map(([label, format]) => ({ label, format })), rows };
}

type Made = { columns: [label: string, format: Format][]; rows: Value[][] };

const makers: Record<TableName, (report: Report, t: Translate) => Made> = {
  appeals: ({ weeks }) => ({
    columns: [
      ['insights.week', 'day'],
      ...kinds.map((kind): [string, Format] => [`kind.${kind}`, 'count']),
      ...standings.map((standing): [string, Format] => [`insights.standing.${standing}`, 'count']),
    ],
    rows: weeks.map(({ week, byKind, byStanding }) => [
      week.first,
      ...kinds.map((kind) => byKind[kind]),
      ...standings.map((standing) => byStanding[standing]),
    ]),
  }),
  times: ({ weeks }) => ({
    columns: [
      ['insights.week', 'day'],
      ['insights.finds', 'count'],
      ['insights.findMedian', 'hours'],
      ['insights.findP90', 'hours'],
      ['insights.arrivals', 'count'],
      ['insights.arrivalMedian', 'days'],
      ['insights.arrivalP90', 'days'],
    ],
    rows: weeks.map((one) => [one.week.first, ...durations(one.firstFind), ...durations(one.arrival)]),
  }),
  promises: ({ weeks }) => ({
    columns: [
      ['insights.week', 'day'],
      ['insights.kept', 'count'],
      ['insights.broken', 'count'],
      ['insights.told', 'share'],
    ],
    rows: weeks.map(({ week, kept, broken, told }) => [week.first, kept, broken, told]),
  }),
  channels: ({ channels }, t) => ({
    columns: [['insights.channel', 'text'], ...summaryColumns],
    rows: channels.map((one) => [t(`channel.${one.channel}`), ...summaryRow(one)]),
  }),
  places: ({ places, otherPlaces }, t) => ({
    columns: [['insights.place', 'text'], ...summaryColumns],
    rows: [
      ...places.map((one) => [one.place, ...summaryRow(one)]),
      ...(otherPlaces ? [[t('insights.otherPlaces'), ...summaryRow(otherPlaces)]] : []),
    ],
  }),
};

const summaryColumns: Made['columns'] = [
  ['insights.published', 'count'],
  ['insights.success', 'share'],
  ['insights.findMedian', 'hours'],
  ['insights.findP90', 'hours'],
  ['insights.arrivalMedian', 'days'],
  ['insights.arrivalP90', 'days'],
  ['insights.told', 'share'],
];

function summaryRow({ published, success, firstFind, arrival, told }: Summary): Value[] {
  return [published, success, ...durations(firstFind).slice(1), ...durations(arrival).slice(1), told];
}

function durations(given: Durations | null): Value[] {
  return given ? [given.count, given.median, given.p90] : [0, null, null];
}
