/**
 * Does `work` on each item, on so many at a time as there are jobs, begun in their order. After the first failure none
 * is begun any more and `aborted` tells those that run; it throws that failure when all of them have ended, so that
 * nothing of theirs outlives the call.
 * @returns what came of each, in the order of the items
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item, aborted: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const abort = new AbortController();
  const waiting = [...items.entries()];
  const takeTurns = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !abort.signal.aborted; next = waiting.shift()) {
      const [i, item] = next;
      await work(item, abort.signal).then(
        (result) => {
          results[i] = result;
        },
        // The first reason stays; what the others end with is only its consequence.
        (error) => abort.abort(error),
      );
    }
  };
  await Promise.all(Array.from({ length: jobs }, takeTurns));
  abort.signal.throwIfAborted();
  return results;
}
