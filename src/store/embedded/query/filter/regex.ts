import { BSONRegExp } from 'bson';
import { ErrorCode, StoreError } from '../../errors';

/**
 * MongoDB's regular expressions are PCRE; JavaScript's differ in a few places without complaining. What differs is
 * rewritten, and what cannot be is refused, so that a pattern never quietly means something else.
 */

const SPACE = ' \\t\\n\\v\\f\\r';
/** Escapes JavaScript would silently read as plain letters, or not in PCRE's sense. */
const PCRE_ONLY = /[AZzGQEKRXHhNCaeopPgkLlUuVc]/;
const compiled = new Map<string, RegExp>();
const CACHE_SIZE = 500;

/** @throws StoreError when the pattern cannot be had in JavaScript */
export function toRegExp({ pattern, options }: BSONRegExp): RegExp {
  const key = `${options}/${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= CACHE_SIZE) compiled.clear();
  const made = build(pattern, options);
  compiled.set(key, made);
  return made;
}

/** From `{$regex: pattern, $options: options}`, where either may be a regular expression or a string. */
export function regexFrom(pattern: unknown, options: unknown): BSONRegExp {
  if (pattern instanceof BSONRegExp)
    return typeof options === 'string' ? new BSONRegExp(pattern.pattern, options) : pattern;
  if (typeof pattern !== 'string') throw new StoreError(ErrorCode.BadValue, '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string')
    throw new StoreError(ErrorCode.BadValue, '$options has to be a string');
  return new BSONRegExp(pattern, [...(options ?? '')].sort().join(''));
}

function build(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = new Set(options + (inline?.[1] ?? ''));
  for (const flag of flags) if (!'imsxu'.includes(flag)) throw invalid(`invalid flag in regex options: ${flag}`);
  const source = new Translator(pattern.slice(inline?.[0].length ?? 0), flags).translate();
  return compile(source, flags.has('i') ? 'i' : '');
}

/** Unicode mode counts characters as MongoDB does but refuses harmless escapes such as `\-`; plain mode takes those. */
function compile(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      throw invalid(`Regular expression is invalid: ${(error as Error).message}`);
    }
  }
}

function invalid(message: string): StoreError {
  return new StoreError(ErrorCode.InvalidRegex, message);
}

/** Rewrites PCRE into JavaScript, token by token. */
class Translator {
  private at = 0;
  private inClass = false;

  constructor(
    private readonly pattern: string,
    private readonly flags: ReadonlySet<string>,
  ) {}

  translate(): string {
    let out = '';
    while (this.at < this.pattern.length) out += this.inClass ? this.classToken() : this.token();
    return out;
  }

  private token(): string {
    const char = this.take();
    switch (char) {
      case '\\':
        return this.escape(false);
      case '[':
        return this.openClass();
      case '.':
        return this.flags.has('s') ? '[\\s\\S]' : '[^\\n]';
      case '^':
        return this.flags.has('m') ? '(?<![^\\n])' : '^';
      case '$':
        return this.flags.has('m') ? '(?![^\\n])' : '(?=\\n?(?![\\s\\S]))';
      case '(':
        return this.group();
      default:
        return this.flags.has('x') ? this.extended(char) : char;
    }
  }

  private openClass(): string {
    if (/^\^?\]/.test(this.pattern.slice(this.at)))
      throw invalid('a class starting with ] is not supported; escape it');
    this.inClass = true;
    return '[';
  }

  private classToken(): string {
    const char = this.take();
    if (char === '[' && this.pattern[this.at] === ':') throw invalid('POSIX character classes are not supported');
    if (char === '\\') return this.escape(true);
    if (char === ']') this.inClass = false;
    return char;
  }

  private escape(inClass: boolean): string {
    const char = this.take();
    if (PCRE_ONLY.test(char)) throw invalid(`the escape \\${char} is not supported`);
    if (char === 's') return inClass ? SPACE : `[${SPACE}]`;
    if (char === 'S' && !inClass) return `[^${SPACE}]`;
    return `\\${char}`;
  }

  /** Of PCRE's special groups JavaScript knows these; any other starts with `(?` as well and is refused by it. */
  private group(): string {
    const known = /^\?(?::|=|!|<=|<!)/.exec(this.pattern.slice(this.at));
    if (this.pattern[this.at] === '?' && !known) throw invalid('this kind of group is not supported');
    if (this.pattern[this.at] === '*') throw invalid('control verbs are not supported');
    return '(';
  }

  /** With `x`, blanks and comments outside of classes do not count. */
  private extended(char: string): string {
    if (/\s/.test(char)) return '';
    if (char !== '#') return char;
    const end = this.pattern.indexOf('\n', this.at);
    this.at = end < 0 ? this.pattern.length : end + 1;
    return '';
  }

  private take(): string {
    return this.pattern[this.at++] ?? '';
  }
}
