// Files that wait to be sent, kept by the browser so that a closed tab can go on with them.
// Where the browser keeps nothing (private windows, tests) they are simply not kept.

const place = "anmin.files";
const store = "waiting";

export interface KeptFile {
  key: string;
  login: string;
  file: File;
}

function opened(): Promise<IDBDatabase | undefined> {
  return new Promise((done) => {
    if (typeof indexedDB === "undefined") return done(undefined);
    try {
      const request = indexedDB.open(place, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "key" });
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    } catch {
      done(undefined);
    }
    return undefined;
  });
}

async function with_store<T>(
  mode: IDBTransactionMode,
  ask: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const database = await opened();
  if (!database) return undefined;
  return new Promise((done) => {
    const request = ask(database.transaction(store, mode).objectStore(store));
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(undefined);
    request.transaction?.addEventListener("complete", () => database.close());
  });
}

export const keep_file = (kept: KeptFile): Promise<unknown> =>
  with_store("readwrite", (files) => files.put(kept));

export const forget_file = (key: string): Promise<unknown> =>
  with_store("readwrite", (files) => files.delete(key));

export async function kept_files(): Promise<KeptFile[]> {
  return ((await with_store("readonly", (files) => files.getAll())) ?? []) as KeptFile[];
}
