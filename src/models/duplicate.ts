/** Whether the database refused a record because another one holds its unique key. */
export function isDuplicate(error: unknown): boolean {
  return (error as { code?: unknown }).code === 11000;
}

/**
 * Creates a record, unless another one holds its unique key.
 * @returns whether this was the first
 */
export async function isFirst(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
