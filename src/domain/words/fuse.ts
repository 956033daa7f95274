/**
 * Puts together what words and a picture say: each may be enough, and both together are surer than either.
 * @param share of what is said that agrees, 0 to 1
 * @param look how likely the pictures show the same thing, 0 to 1
 */
export function fused(share: number, look: number): number {
  return 1 - (1 - Math.min(1, share)) * (1 - look);
}
