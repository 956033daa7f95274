import Color from 'colorjs.io';

/** What of the palette follows the brand's colour, for one colour scheme; `#rrggbb`. */
export interface BrandColours {
  /** Ground of what is pressed; white is written on it. */
  accent: string;
  accentHover: string;
  /** Links and words in the brand's colour, on any ground of the scheme. */
  accentInk: string;
  accentSoft: string;
  focus: string;
}

/** Grounds of `tokens.css` that the brand's colours stand on. */
const grounds = { light: ['#f5efe4', '#fffdf8', '#f3ecdf'], dark: ['#1c1816', '#28221f', '#201b19'] } as const;
export type Scheme = keyof typeof grounds;

/** WCAG 2.2, level AA. */
const forText = 4.5;
const forShapes = 3;

/** How light things are at first; what cannot be read there is moved until it can. */
const starts = {
  light: { ink: 0.48, soft: 0.94, softChroma: 0.025, focus: 0.38 },
  dark: { ink: 0.8, soft: 0.28, softChroma: 0.05, focus: 0.85 },
} as const;

/**
 * Fits a brand's colour to a colour scheme: its hue stays, its lightness moves as far as contrast asks.
 * @param brand any opaque colour of CSS
 */
export function brandColours(brand: string, scheme: Scheme): BrandColours {
  const { ink, soft, softChroma, focus } = starts[scheme];
  const accent = between('#ffffff', forText, grounds[scheme], forShapes, brand);
  const accentSoft = hexOf(lit(brand, soft, softChroma));
  const away = scheme === 'light' ? -1 : 1;
  return {
    accent,
    accentHover: hexOf(lit(accent, lightnessOf(accent) - 0.06)),
    accentInk: readable(lit(brand, ink), [...grounds[scheme], accentSoft], forText, away),
    accentSoft,
    focus: readable(lit(brand, focus), [...grounds[scheme], accentSoft], forShapes, away),
  };
}

/** @returns the contrast of two colours as WCAG counts it, 1 to 21 */
export function contrast(one: string, other: string): number {
  return new Color(one).contrast(other, 'WCAG21');
}

/** First dark enough for white on it, then, should it be lost on the grounds, as light as white still allows. */
function between(onIt: string, least: number, under: readonly string[], leastUnder: number, brand: string): string {
  const dark = readable(new Color(brand), [onIt], least, -1);
  if (under.every((ground) => contrast(dark, ground) >= leastUnder)) return dark;
  const lifted = readable(new Color(dark), under, leastUnder, 1);
  return contrast(lifted, onIt) >= least ? lifted : readable(new Color(lifted), [onIt], least, -1);
}

/** Moves a colour's lightness step by step until it stands out from all grounds. @param direction 1: lighter */
function readable(from: Color, on: readonly string[], least: number, direction: 1 | -1): string {
  let lightness = lightnessOf(hexOf(from));
  let hex = hexOf(from);
  const room = () => (direction > 0 ? lightness < 1 : lightness > 0);
  while (room() && !on.every((ground) => contrast(hex, ground) >= least)) {
    lightness += direction * 0.005;
    hex = hexOf(lit(hexOf(from), lightness));
  }
  return hex;
}

/** The same hue at another lightness. @param mostChroma how colourful at most */
function lit(colour: string, lightness: number, mostChroma = 1): Color {
  const fitted = new Color(colour).to('oklch');
  fitted.set({ l: Math.min(1, Math.max(0, lightness)), c: Math.min(fitted.get('c'), mostChroma) });
  return fitted;
}

function lightnessOf(colour: string): number {
  return new Color(colour).to('oklch').get('l');
}

/** Six digits, within what a screen can show. */
function hexOf(colour: Color): string {
  return colour.to('srgb').toGamut().toString({ format: 'hex', collapse: false });
}
