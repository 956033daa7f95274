import { scaleBand, scaleLinear } from 'd3-scale';
import { type Part, percent, rounded, stacked } from './stacked';

/** One column: its parts from the ground up, and a dot at a value within it. */
export interface Column {
  label: string;
  parts: Part[];
  dot?: number | null;
}

/**
 * Columns over time as a view draws them: across in per cent, so that it fits any width while its words keep their
 * size; down in pixels.
 */
export interface ColumnChart {
  height: number;
  ticks: { y: number; label: string }[];
  rects: { x: string; y: number; width: string; height: number; series: string }[];
  dots: { x: string; y: number }[];
  labels: { x: string; anchor: 'start' | 'middle' | 'end'; text: string }[];
}

const height = 180;
const mostLabels = 5;
/** Room for the names of the grid's lines, in per cent. */
const gutter = 9;

interface Scale {
  /** Names a line of the grid. */
  sayTick: (value: number) => string;
  /** The top, where it is known. */
  most?: number;
  /** There are no halves. */
  whole?: boolean;
}

export function columnChart(columns: readonly Column[], { sayTick, most, whole = false }: Scale): ColumnChart {
  const tops = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const across = scaleBand<number>(columns.keys(), [gutter, 100]).padding(0.22);
  const down = scaleLinear([0, most ?? Math.max(1, ...tops)], [height, 0]);
  if (most === undefined) down.nice(4);
  const middle = (index: number) => (across(index) ?? 0) + across.bandwidth() / 2;
  return {
    height,
    ticks: down
      .ticks(4)
      .filter((value) => !whole || Number.isInteger(value))
      .map((value) => ({ y: down(value), label: sayTick(value) })),
    rects: columns.flatMap(({ parts }, index) =>
      stacked(parts).map(({ series, from, to }) => ({
        x: percent(across(index) ?? 0),
        width: percent(across.bandwidth()),
        y: rounded(down(to)),
        height: rounded(down(from) - down(to)),
        series,
      })),
    ),
    dots: columns.flatMap(({ dot }, index) =>
      dot === undefined || dot === null ? [] : [{ x: percent(middle(index)), y: rounded(down(dot)) }],
    ),
    labels: labelsOf(columns, middle),
  };
}

/** The last column is always named, the others as there is room on a phone. */
function labelsOf(columns: readonly Column[], middle: (index: number) => number): ColumnChart['labels'] {
  const step = Math.ceil(columns.length / mostLabels);
  return columns.flatMap(({ label }, index) => {
    if ((columns.length - 1 - index) % step !== 0) return [];
    const x = middle(index);
    return [{ x: percent(x), anchor: x > 90 ? 'end' : x < 10 ? 'start' : 'middle', text: label }];
  });
}
