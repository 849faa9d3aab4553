import { vi } from "vitest";

// Test files share a process, so that packages are read once and not for each file. What is ours is loaded anew for each:
// no file finds what another left in a module, on `globalThis` or in the settings.

/** What one app keeps for itself on `globalThis`, but for threads that keep nothing of what they are given. */
const KEPT_BY_THE_APP = /^(workbook(?!Documents)|mentionMailTimer)/;

const holder = globalThis as typeof globalThis & { settingsAtFirst?: Readonly<Record<string, string | undefined>> };
const atFirst = (holder.settingsAtFirst ??= { ...process.env });

for (const name of Object.keys(process.env)) if (!(name in atFirst)) delete process.env[name];
Object.assign(process.env, atFirst);
for (const name of Object.keys(globalThis)) if (KEPT_BY_THE_APP.test(name)) delete (globalThis as Record<string, unknown>)[name];
vi.resetModules();
