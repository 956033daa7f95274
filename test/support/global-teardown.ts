/** Ends what `global-setup.ts` has started. */
export default async function stopTestStore(): Promise<void> {
  await globalThis.stopTestStore?.();
}
