/** The last piece of work of each key that is still under way. */
const lastOf = new Map<string, Promise<unknown>>();

/** Runs `work` once every earlier work of this key is over, whatever became of it. */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const own = (lastOf.get(key) ?? Promise.resolve()).then(work);
  const over = own.catch(() => undefined);
  lastOf.set(key, over);
  try {
    return await own;
  } finally {
    if (lastOf.get(key) === over) lastOf.delete(key);
  }
}
