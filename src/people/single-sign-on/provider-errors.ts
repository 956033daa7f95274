import { BadRequest, Forbidden, Unavailable } from '../../errors';

/** What of a failure tells its kind; the libraries' classes are not the same everywhere they are loaded. */
interface Failure {
  name?: string;
  code?: string;
  /** What the provider calls it. */
  error?: string;
  status?: number;
  cause?: { status?: number };
}

/** The answer was there, and it was not for us, not now, or not theirs. */
const wrongAnswers = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
];
/** What a provider says that cannot answer right now. */
const busy = ['temporarily_unavailable', 'server_error'];

/**
 * Asks the provider, and puts what it refuses into our words.
 * @param onTrouble told, in a word, why it could not be asked; nothing a person is known by
 * @throws Forbidden when it refuses somebody; BadRequest when the answer is none to what we asked; Unavailable when there
 * is none
 */
export async function translated<Answer>(
  call: () => Promise<Answer>,
  onTrouble: (reason: string) => void,
): Promise<Answer> {
  try {
    return await call();
  } catch (thrown) {
    const failure = thrown as Failure;
    const ours = inOurWords(failure);
    if (ours instanceof Unavailable) onTrouble(failure.error ?? failure.code ?? failure.name ?? 'unknown');
    throw ours;
  }
}

function inOurWords(failure: Failure): Forbidden | BadRequest | Unavailable {
  if (failure instanceof Forbidden) return failure;
  if (isRefusal(failure)) return new Forbidden('signIn.sso.denied');
  if (isWrong(failure)) return new BadRequest('signIn.sso.failed');
  return new Unavailable('signIn.sso.down');
}

function isRefusal({ name, error, status, cause, code }: Failure): boolean {
  if (error === 'access_denied') return true;
  if (name === 'WWWAuthenticateChallengeError') return isUnauthorized(status);
  return code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && isUnauthorized(cause?.status);
}

function isUnauthorized(status: number | undefined): boolean {
  return status === 401 || status === 403;
}

function isWrong({ name, error = '', code = '' }: Failure): boolean {
  if (name === 'AuthorizationResponseError') return !busy.includes(error);
  return error === 'invalid_grant' || wrongAnswers.includes(code);
}
