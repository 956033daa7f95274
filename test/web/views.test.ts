import { occurrences, sourceFiles } from '../support/source-files';

const views = sourceFiles('views', '.hbs');

/** Comments may name what is forbidden. */
const bare = views.map(({ name, text }) => ({ name, text: text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, '') }));

describe('views', () => {
  it('escape everything but the body of a layout', () => {
    const raw = occurrences(bare, /(\{\{\{[^}]*\}\}\}|\{\{&[^}]*\}\})/g);
    expect(raw.filter(({ file, found }) => !(file.startsWith('views/layouts/') && found === '{{{body}}}'))).toEqual([]);
  });

  it('hold no script and no style, which the browser would not run anyway', () => {
    expect(occurrences(bare, /(<script(?![^>]*\ssrc=)[^>]*>)/g)).toEqual([]);
    expect(occurrences(bare, /(<style[\s>]|\sstyle=|\son[a-z]+=|javascript:)/gi)).toEqual([]);
  });

  it('load nothing from elsewhere', () => {
    expect(occurrences(bare, /((?:src|srcset)="(?:https?:)?\/\/[^"]*")/g)).toEqual([]);
  });

  it('change nothing by a link: every form that is not a search posts', () => {
    const forms = occurrences(bare, /(<form[^>]*>)/g);
    expect(forms.filter(({ found }) => !/method="(post|get|dialog)"/.test(found))).toEqual([]);
  });
});
