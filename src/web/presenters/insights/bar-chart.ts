import { scaleLinear } from 'd3-scale';
import { type Part, percent, stacked } from './stacked';

/** One bar, lying: its name, what stands behind the name, and its parts from the left. */
export interface Bar {
  label: string;
  value: string;
  parts: Part[];
}

/** Lying bars as a view draws them: across in per cent, down in pixels. */
export interface BarChart {
  height: number;
  bars: { label: string; value: string; textY: number; barY: number }[];
  rects: { x: string; y: number; width: string; series: string }[];
}

const rowHeight = 46;
const textBase = 16;
const barTop = 24;

export function barChart(bars: readonly Bar[]): BarChart {
  const totals = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const across = scaleLinear([0, Math.max(1, ...totals)], [0, 100]);
  return {
    height: bars.length * rowHeight,
    bars: bars.map(({ label, value }, row) => ({
      label,
      value,
      textY: row * rowHeight + textBase,
      barY: row * rowHeight + barTop,
    })),
    rects: bars.flatMap(({ parts }, row) =>
      stacked(parts).map(({ series, from, to }) => ({
        x: percent(across(from)),
        width: percent(across(to) - across(from)),
        y: row * rowHeight + barTop,
        series,
      })),
    ),
  };
}
