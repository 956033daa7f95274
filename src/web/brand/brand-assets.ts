import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrandColours, brandColours } from './brand-colours';

/** The colour the house's own favicon is drawn in. */
const ownColour = '#b3265e';

/**
 * The files that depend on the brand's colour. They take the place of our own, or are linked behind them.
 * @param projectRoot folder of package.json
 * @param brand any opaque colour of CSS; undefined: our own
 */
export function brandAssets(projectRoot: string, brand: string | undefined): Record<string, Buffer> {
  if (brand === undefined) return { 'css/brand.css': Buffer.from('/* The colours of tokens.css. */\n') };
  const [light, dark] = [brandColours(brand, 'light'), brandColours(brand, 'dark')];
  const favicon = readFileSync(path.join(projectRoot, 'src', 'web', 'assets', 'favicon.svg'), 'utf8');
  return {
    'css/brand.css': Buffer.from(styleSheet(light, dark)),
    'favicon.svg': Buffer.from(favicon.replaceAll(ownColour, light.accent)),
  };
}

function styleSheet(light: BrandColours, dark: BrandColours): string {
  const names = Object.keys(light) as (keyof BrandColours)[];
  const lines = names.map((name) => `    --${dashed(name)}: light-dark(${light[name]}, ${dark[name]});`);
  return `@layer tokens {\n  :root {\n${lines.join('\n')}\n  }\n}\n`;
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
