declare module 'http_ece' {
  /** Reads what a push service was given, as the browser would. */
  export function decrypt(
    body: Buffer,
    keys: { version: 'aes128gcm'; privateKey: import('node:crypto').ECDH; authSecret: string },
  ): Buffer;
}
