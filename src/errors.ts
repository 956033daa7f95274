/**
 * Errors a request may end with. The error handler in `web/middleware` maps each class to its status and page;
 * nothing else decides on status codes. Messages are keys of the locale files, so that the reader gets them in
 * their language.
 */
export abstract class AppError extends Error {
  abstract readonly status: number;

  /** @param key locale key of the sentence the reader sees; @param values its placeholders */
  constructor(
    readonly key: string,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(key);
    this.name = new.target.name;
  }
}

/** 400: the request is not one our forms could have sent. */
export class BadRequest extends AppError {
  readonly status = 400;
}

/** 401: nobody known asks; for programs, people are shown the sign-in page. */
export class Unauthorized extends AppError {
  readonly status = 401;
}

/** 403: signed in, but this role may not do that; or a forged request. */
export class Forbidden extends AppError {
  readonly status = 403;
}

/** 404: not there, or not within what the viewer may see; the two are not told apart. */
export class NotFound extends AppError {
  readonly status = 404;
  constructor(key = 'error.notFound') {
    super(key);
  }
}

/** 409: the case is no longer in the state the command needs. */
export class Conflict extends AppError {
  readonly status = 409;
}

/** 409: somebody else has saved the same since the form was opened. Nothing was changed; the form can be sent again. */
export class Stale extends Conflict {}

/** 412: the case has moved on from the version the command named. */
export class VersionMismatch extends AppError {
  readonly status = 412;
}

/** 413: more than we take. */
export class TooLarge extends AppError {
  readonly status = 413;
}

/** 415: in a form nobody here reads. */
export class UnsupportedType extends AppError {
  readonly status = 415;
}

/** 422: understood, but not acceptable; the form comes back with everything typed. `fields` maps field name to locale key. */
export class InvalidInput extends AppError {
  readonly status = 422;
  constructor(
    key: string,
    readonly fields: Readonly<Record<string, string>> = {},
    values: Readonly<Record<string, string | number>> = {},
  ) {
    super(key, values);
  }
}

/** 428: the command has to say which version it is about. */
export class VersionMissing extends AppError {
  readonly status = 428;
}

/** 429: too often; `seconds` until it may be tried again. */
export class TooMany extends AppError {
  readonly status = 429;
  constructor(
    key: string,
    readonly seconds: number,
  ) {
    super(key, { minutes: Math.ceil(seconds / 60) });
  }
}

/**
 * 503: the store does not answer, or what must come first cannot be done. Nothing was changed that was not
 * acknowledged; trying again helps, `seconds` later.
 */
export class Unavailable extends AppError {
  readonly status = 503;
  readonly seconds = 10;
  constructor(key = 'error.unavailable') {
    super(key);
  }
}
