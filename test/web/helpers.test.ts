import Handlebars, { type HelperDelegate } from 'handlebars';
import { helpers } from '../../src/web/helpers';

const assets = { urlOf: (name: string) => `/assets/${name}`, byUrl: () => undefined };

/** What a view with these data comes out as. */
function rendered(view: string, data: object = {}, language = 'en'): string {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers(assets)))
    handlebars.registerHelper(name, helper as HelperDelegate);
  return handlebars.compile(view)({ language, ...data });
}

describe('t', () => {
  it('says a text in the language of the page, deep within loops and partials too', () => {
    expect(rendered('{{#each list}}{{#with this}}{{t "common.save"}}{{/with}}{{/each}}', { list: [{ a: 1 }] })).toBe(
      'Save',
    );
    expect(rendered('{{t "common.save"}}', {}, 'de')).toBe('Speichern');
  });

  it('takes placeholders by name, or from an object', () => {
    expect(rendered('{{t "flash.signedIn" name=who}}', { who: 'Ada' })).toBe('Hello Ada!');
    expect(rendered('{{t key values}}', { key: 'flash.signedIn', values: { name: 'Ada' } })).toBe('Hello Ada!');
  });

  it('escapes what people wrote', () => {
    expect(rendered('{{t "flash.signedIn" name="<b>"}}')).toBe('Hello &lt;b&gt;!');
  });

  it('stumbles over a key nobody wrote', () => {
    expect(() => rendered('{{t "common.nowhere"}}')).toThrow('common.nowhere');
  });
});

describe('time', () => {
  it('says it in words, exactly on hover, and for machines', () => {
    const at = new Date(Date.now() - 3 * 3_600_000);
    const html = rendered('{{time at}}', { at });
    expect(html).toMatch(/^<time datetime="[^"]+" title="[^"]+">3 hours ago<\/time>$/);
    expect(html).toContain(at.toISOString());
  });
});

describe('icon', () => {
  it('draws within the text, for the eye alone', () => {
    const svg = rendered('{{icon "package-open"}}');
    expect(svg).toMatch(/^<svg class="icon" aria-hidden="true" focusable="false" .*<\/svg>$/);
    expect(svg).not.toContain('<!--');
  });

  it.each(['no-such-icon', '../package', 'Package', ''])('stumbles over the name "%s"', (name) => {
    expect(() => rendered('{{icon name}}', { name })).toThrow(`no icon "${name}"`);
  });
});

it('number, date, asset and eq', () => {
  const view =
    '{{number n}} {{date day}} {{asset "a.css"}} {{#if (eq n 1000)}}same{{/if}}{{#if (eq n "1000")}}other{{/if}}';
  expect(rendered(view, { n: 1000, day: '2014-12-28' })).toBe('1,000 28 December 2014 /assets/a.css same');
});
