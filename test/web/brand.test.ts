import fc from 'fast-check';
import { ConfigError, projectRoot, readConfig } from '../../src/config';
import { brandAssets } from '../../src/web/brand/brand-assets';
import { brandColours, contrast } from '../../src/web/brand/brand-colours';
import { startTestApp, type TestApp } from '../support/app';
import { browser } from '../support/sign-in';

const grounds = { light: ['#f5efe4', '#fffdf8', '#f3ecdf'], dark: ['#1c1816', '#28221f', '#201b19'] } as const;
const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe.each(['light', 'dark'] as const)("a brand's colour, %s", (scheme) => {
  it('can be read wherever it stands, whatever it is', () => {
    const extremes = ['#ffffff', '#000000', '#ffff00', '#00ff00', '#0000ff', '#777777'].map((one): [string] => [one]);
    fc.assert(
      fc.property(anyColour, (brand) => {
        const { accent, accentHover, accentInk, accentSoft, focus } = brandColours(brand, scheme);
        expect([accent, accentHover].map((one) => contrast(one, '#ffffff') >= 4.5)).toEqual([true, true]);
        for (const ground of [...grounds[scheme], accentSoft]) {
          expect([brand, ground, contrast(accentInk, ground) >= 4.5]).toEqual([brand, ground, true]);
          expect([brand, ground, contrast(focus, ground) >= 3]).toEqual([brand, ground, true]);
        }
        for (const ground of grounds[scheme])
          expect([brand, ground, contrast(accent, ground) >= 3]).toEqual([brand, ground, true]);
      }),
      { numRuns: 60, examples: extremes },
    );
  });
});

describe('BRAND_COLOR', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ BRAND_COLOR: 'rebeccapurple', BRAND_NAME: 'Findus' });
  });
  afterAll(() => test.stop());

  it.each(['raspberry', '#12345', 'rgb(1 2 3 / 50%)', 'url(x)'])(
    'does not boot with %s, and says why',
    (BRAND_COLOR) => {
      const boot = () => readConfig({ BRAND_COLOR, DATA_DIR: test.config.dataDir });
      expect(boot).toThrow(ConfigError);
      expect(boot).toThrow(/^BRAND_COLOR: a colour/);
    },
  );

  it('is served as a style sheet, and the mark in the tab has it, too', async () => {
    const page = await browser(test.app).get('/sign-in').expect(200);
    expect(page.text).toContain('Findus');
    const addressOf = (name: RegExp) => name.exec(page.text)?.[0] ?? '';
    const sheet = await browser(test.app)
      .get(addressOf(/\/assets\/css\/brand\.\w+\.css/))
      .expect(200);
    expect(sheet.text).toContain('--accent: light-dark(#663399, ');
    const icon = await browser(test.app)
      .get(addressOf(/\/assets\/favicon\.\w+\.svg/))
      .expect(200);
    expect(String(icon.body)).toContain('#663399');
  });

  it('changes nothing when it is not set', () => {
    expect(String(brandAssets(projectRoot, undefined)['css/brand.css'])).not.toContain('{');
  });
});
