import fc from 'fast-check';

/** Stands in every hostile text, so that it is found wherever it went. */
export const mark = 'zqhostile';

/** What one field sends: usually one value under its name, sometimes several or none, or under another name. */
export type Pair = readonly [name: string, value: string];

/** Texts that mean something to somebody they pass on their way. */
export const hostileTexts: Readonly<Record<string, string>> = {
  markup: `<img src=x onerror="window.${mark}=1"><script>window.${mark}=1</script>`,
  attribute: `" autofocus onfocus="window.${mark}=1" x="`,
  svg: `'><svg/onload=window.${mark}=1>//${mark}`,
  template: `{{{constructor.constructor("return ${mark}")()}}}{{#with this}}{{lookup . "x"}}{{/with}}`,
  translation: `$t(error.notFound) {{count}} ${mark}`,
  script: `javascript:window.${mark}=1`,
  hiddenScript: ` java\tscript:window.${mark}=1`,
  data: `data:text/html,<script>window.${mark}=1</script>`,
  foreign: `//${mark}.example/\\`,
  lineBreaks: `${mark}\r\nX-Injected: ${mark}\r\n\r\n<p>${mark}`,
  nul: `${mark}\u0000.png`,
  escape: `${mark}\u001b[31m\u0007`,
  rightToLeft: `${mark}\u202egnp.exe\u2066\u200f`,
  invisible: `${mark}\u200b\ufeff\u00ad`,
  lonely: `${mark}\ud800`,
  stacked: `${mark}${'\u0301'.repeat(200)}`,
  formula: `=HYPERLINK("https://${mark}.example","x")`,
  command: `+cmd|' /C calc'!A0 ${mark}`,
  cell: `@SUM(1+1)*${mark}`,
  tabbed: `\t=1+1 ${mark}`,
  operator: `{"$ne":"${mark}"}`,
  where: `'; return true; var ${mark}='`,
  pattern: `^(${mark}+)+$`,
  path: `../../../../etc/passwd%00${mark}`,
  prototype: '__proto__',
  builder: 'constructor',
  method: 'toString',
  dollar: `$where${mark}.$`,
  dotted: `a.b.0.$[].${mark}`,
  object: '[object Object]',
  number: '9'.repeat(400),
  infinite: '1e999',
  negative: '-1',
  notNumber: 'NaN',
  long: mark.repeat(3_000),
  huge: mark.repeat(120_000),
  blank: ' \u00a0\u3000',
};

/** Names a field takes that wants to be more than one. */
const oddShapes: readonly ((name: string, value: string) => Pair[])[] = [
  (name, value) => [
    [name, value],
    [name, value],
  ],
  (name, value) => [[`${name}[$ne]`, value]],
  (name, value) => [[`${name}[]`, value]],
  (name, value) => [[`${name}[0][a][b]`, value]],
  (name, value) => [[`${name}.x`, value]],
  (name, value) => [[`${name}[__proto__][${mark}]`, value]],
  (name, value) => [
    [name, value],
    [`__proto__[${mark}]`, value],
    [`constructor[prototype][${mark}]`, value],
  ],
  (name, value) => [[`${name}\u0000`, value]],
  (name, value) => Array.from({ length: 230 }, (): Pair => [name, value.slice(0, 20)]),
  () => [],
];

const plainShape = (name: string, value: string): Pair[] => [[name, value]];
const shapes = fc.oneof(
  { weight: 2, arbitrary: fc.constant(plainShape) },
  { weight: 1, arbitrary: fc.constantFrom(...oddShapes) },
);

/** What a name could mean to whoever builds an object of it. */
const names = fc.constantFrom('$where', '$gt', '__proto__', 'constructor', 'prototype', 'hasOwnProperty', '', '_id');

const texts = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.values(hostileTexts)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text + mark) },
);

/** One field of a form done wrong; `pairs` take its place. */
export interface Spoilt {
  readonly field: string;
  readonly pairs: readonly Pair[];
}

/** @param fields of the form; a field nobody asked for comes along */
export function spoiltFields(fields: readonly string[]): fc.Arbitrary<Spoilt> {
  const field = fields.length > 0 ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fields) }, names) : names;
  return fc
    .record({ field, shape: shapes, text: texts })
    .map(({ field: name, shape, text }) => ({ field: name, pairs: shape(name, text) }));
}

/** @returns what in a document was made something else than a text of: keys that come from a request */
export function foreignKeysIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Date || '_bsontype' in value) return [];
  if (ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isForeign = key.includes(mark) || key.startsWith('$') || /^(__proto__|constructor|prototype)$/.test(key);
    return [...(isForeign ? [`${path}.${key}`] : []), ...foreignKeysIn(inner, `${path}.${key}`)];
  });
}

/** @returns what stands as markup in a page that somebody has only typed */
export function aliveIn(html: string): string[] {
  const alive = [
    new RegExp(`<(?:img|svg|script|p)[^>]*${mark}`, 'i'),
    new RegExp(`<script[^>]*>[^<]*${mark}`, 'i'),
    new RegExp(`\\son\\w+\\s*=\\s*["']?window\\.${mark}(?![^<]*&quot;)`, 'i'),
    /(?:href|src|action|formaction)\s*=\s*["']?\s*(?:javascript|data:text|vbscript):/i,
  ];
  return alive.flatMap((pattern) => pattern.exec(html)?.[0] ?? []);
}
