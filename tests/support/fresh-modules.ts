import { vi } from "vitest";

// Test files share a process, so that packages are read once and not for each file. What is ours is loaded anew for each:
// no file finds what another left in a module, on `globalThis` or in the settings. What is pure stays: the domain and the
// content hold constants and functions, and nothing can be left in them.

/** What one app keeps for itself on `globalThis`, but for threads that keep nothing of what they are given. */
const KEPT_BY_THE_APP = /^(workbook(?!Documents)|mentionMailTimer)/;

/** Rooms that keep nothing and import only each other, and the database's generated types. */
const PURE = /\/(lib\/domain|content\/ps-cope|lib\/platform\/db\/generated)\//;

/** Of vitest itself, and what tests put in place of a module: as `vi.resetModules` leaves them. */
const OF_VITEST = /\/vitest\/dist\/|vitest-virtual-\w+\/dist|@vitest\/dist|^mock:/;

interface LoadedModule {
  promise?: unknown;
  exports?: unknown;
  evaluated?: boolean;
  readonly importers: Set<string>;
}

const holder = globalThis as typeof globalThis & {
  settingsAtFirst?: Readonly<Record<string, string | undefined>>;
  __vitest_worker__?: { readonly evaluatedModules?: { readonly idToModuleMap?: ReadonlyMap<string, LoadedModule> } };
};
const atFirst = (holder.settingsAtFirst ??= { ...process.env });

for (const name of Object.keys(process.env)) if (!(name in atFirst)) delete process.env[name];
Object.assign(process.env, atFirst);
for (const name of Object.keys(globalThis)) if (KEPT_BY_THE_APP.test(name)) delete (globalThis as Record<string, unknown>)[name];
forgetModules();

/** `vi.resetModules`, but for what is pure: it reads the same list, and does all of it where that list is not to be found. */
function forgetModules(): void {
  const modules = holder.__vitest_worker__?.evaluatedModules?.idToModuleMap;
  if (!modules) return void vi.resetModules();
  for (const [path, module] of modules) {
    if (OF_VITEST.test(path) || PURE.test(path)) continue;
    module.promise = undefined;
    module.exports = undefined;
    module.evaluated = false;
    module.importers.clear();
  }
}
