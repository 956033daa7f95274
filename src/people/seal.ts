import { hkdfSync } from 'node:crypto';
import { EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose';

/** Hides what we hand out or keep, so that we alone can read it, and know it for our own. */
export interface Seal<Content> {
  /** @param seconds how long it can be opened; undefined: always */
  close(content: Content, seconds?: number): Promise<string>;
  /** @returns undefined for what is too old, not ours, or meant for something else */
  open(sealed: string): Promise<Content | undefined>;
}

/**
 * @param secret the server's secret; another one opens nothing
 * @param purpose tells seals apart: what one closed, no other opens
 */
export function createSeal<Content extends object>(secret: string, purpose: string): Seal<Content> {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `fundus seal: ${purpose}`, 32));

  async function close(content: Content, seconds?: number): Promise<string> {
    const token = new EncryptJWT({ content } as JWTPayload).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' });
    if (seconds !== undefined) token.setExpirationTime(`${seconds} seconds`);
    return token.encrypt(key);
  }

  async function open(sealed: string): Promise<Content | undefined> {
    try {
      const algorithms = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
      const { payload } = await jwtDecrypt(sealed, key, algorithms);
      return payload.content as Content;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  return { close, open };
}
