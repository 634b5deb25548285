/** Files and folders asked for at once: enough for a network drive to be kept busy, few enough to leave it to others. */
const atOnce = 8;

/** Does the same with each, a few at a time; results in the order of the items. Fails with the first failure. */
export async function inParallel<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
