import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ExportError } from "@/lib/exports/document/export-error";
import { renderExport } from "@/lib/exports/processes/render-export";
import { RenderQueue } from "@/lib/exports/processes/render-queue";
import { runTypst } from "@/lib/exports/pdf/render-pdf";
import { printDocument } from "@/lib/exports/print/print-document";
import { everyKindTool } from "../samples/every-kind-tool";
import { exportOf, toolReport } from "../samples/export-samples";
import { readPdf } from "../pdf/read-pdf";

const LIMITS = { timeoutMs: 60_000, memoryBytes: 1536 * 1024 * 1024 };
const small = printDocument(exportOf([toolReport(everyKindTool, {})]));

/** Process ids whose command line names the worker and that this process started. */
async function workersAlive(): Promise<number> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const ours = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      const command = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
      return status.includes(`PPid:\t${process.pid}\n`) && command.includes("typst-worker");
    }),
  );
  return ours.filter(Boolean).length;
}

describe("the process that makes a PDF", () => {
  it("is killed when it takes too long: an error with words, no file, no process left", async () => {
    const error = await runTypst(small, { ...LIMITS, timeoutMs: 5 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExportError);
    expect(error).toMatchObject({
      code: "timed-out",
      message: expect.stringContaining("too long"),
      cause: expect.stringContaining("SIGKILL"),
    });
    expect(await workersAlive()).toBe(0);
  });

  it("is killed when it takes too much memory", async () => {
    const rejected = runTypst(small, { ...LIMITS, memoryBytes: 1024 * 1024 });
    await expect(rejected).rejects.toMatchObject({ code: "too-large", cause: expect.stringContaining("SIGKILL") });
  });

  it("is not even started for input beyond all limits", async () => {
    const [chapter] = small.chapters;
    const huge = { ...small, chapters: [{ ...chapter!, title: "x".repeat(33 * 1024 * 1024) }] };
    await expect(runTypst(huge)).rejects.toMatchObject({ code: "too-large" });
  });

  it("fails with words for people and the reason for the log when the template does", async () => {
    const broken = { ...small, chapters: [{ title: "No blocks", eyebrow: "" }] } as never;
    const error = await runTypst(broken).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "failed", message: expect.stringContaining("could not be made") });
    expect(String((error as ExportError).cause)).toContain("blocks");
  });

  it("hands out a whole file", async () => {
    const { bytes } = await runTypst(small);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.subarray(-6).toString()).toContain("%%EOF");
  });
});

describe("a machine without a native build of the engine", () => {
  it("gets the same text, tagged, without the PDF/UA-1 claim", async () => {
    const native = await readPdf((await runTypst(small)).bytes);
    const worker = spawnSync(process.execPath, ["lib/exports/pdf/typst-worker.mjs", "--wasm"], {
      input: JSON.stringify(small),
    });
    expect(worker.status).toBe(0);
    expect(String(worker.stderr)).toContain('"claimsPdfUa":false');

    const wasm = await readPdf(worker.stdout);
    expect(wasm.isMarked).toBe(true);
    expect(wasm.text).toBe(native.text);
    expect(wasm.bookmarks).toEqual(native.bookmarks);
  });
});

describe("the queue of exports", () => {
  /** A job that ends when told to. */
  function job() {
    let finish = () => {};
    const done = new Promise<void>((resolve) => (finish = resolve));
    return { finish, run: () => done };
  }

  it("lets two run, some wait, and refuses the next with words", async () => {
    const queue = new RenderQueue(2, 1);
    const jobs = [job(), job(), job()];
    const started = jobs.map(({ run }) => queue.run(run));
    await expect(queue.run(() => Promise.resolve())).rejects.toMatchObject({
      code: "busy",
      message: expect.stringContaining("try again"),
    });
    jobs.forEach(({ finish }) => finish());
    await Promise.all(started);
    await expect(queue.run(() => Promise.resolve("free again"))).resolves.toBe("free again");
  });

  it("starts a waiting job only when one before it has ended, even in failure", async () => {
    const queue = new RenderQueue(1, 5);
    const order: string[] = [];
    const first = job();
    const running = queue.run(async () => {
      await first.run();
      order.push("first ends");
      throw new Error("first fails");
    });
    const waiting = queue.run(async () => order.push("second starts"));
    first.finish();
    await expect(running).rejects.toThrow("first fails");
    await waiting;
    expect(order).toEqual(["first ends", "second starts"]);
  });

  it("lets nobody slip in while a turn is handed on", async () => {
    const queue = new RenderQueue(1, 5);
    const [first, second] = [job(), job()];
    let running = 0;
    let most = 0;
    const counted = (run: () => Promise<void>) => async () => {
      most = Math.max(most, ++running);
      await run();
      running -= 1;
    };
    const early = [queue.run(counted(first.run)), queue.run(counted(second.run))];
    first.finish();
    await early[0];
    const late = queue.run(counted(() => Promise.resolve()));
    second.finish();
    await Promise.all([...early, late]);
    expect(most).toBe(1);
  });

  const whose = (agencyId: string, userId = agencyId) => ({ whose: { agencyId, userId } });

  it("gives every agency a turn before another's second, and goes round an agency's people", async () => {
    const queue = new RenderQueue(1, 50);
    const order: string[] = [];
    const first = job();
    const made = [queue.run(first.run, whose("busy", "casey"))];
    const ask = (name: string, agency: string, person: string) => made.push(queue.run(async () => void order.push(name), whose(agency, person)));
    for (let count = 1; count <= 3; count += 1) ask(`casey ${count}`, "busy", "casey");
    ask("robin", "busy", "robin");
    ask("other", "other", "sky");
    first.finish();
    await Promise.all(made);
    expect(order).toEqual(["other", "robin", "casey 1", "casey 2", "casey 3"]);
  });

  it("lets one person, and one agency, wait only so often, whoever else may", async () => {
    const queue = new RenderQueue(1, 50, { ofAgency: 3, ofPerson: 2 });
    const jobs = [job()];
    const running = queue.run(jobs[0]!.run, whose("busy", "casey"));
    const waiting = [1, 2].map(() => queue.run(async () => undefined, whose("busy", "casey")));
    await expect(queue.run(async () => undefined, whose("busy", "casey"))).rejects.toMatchObject({ code: "busy" });
    waiting.push(queue.run(async () => undefined, whose("busy", "robin")));
    await expect(queue.run(async () => undefined, whose("busy", "robin"))).rejects.toMatchObject({ code: "busy" });
    waiting.push(queue.run(async () => undefined, whose("other")), queue.run(async () => undefined, { ...whose("busy", "casey"), isPatient: true }));
    jobs[0]!.finish();
    await Promise.all([running, ...waiting]);
  });

  it("serves several exports asked for at once", async () => {
    const document = exportOf([toolReport(everyKindTool, {})]);
    const queue = new RenderQueue(2, 5);
    const files = await Promise.all(Array.from({ length: 5 }, () => queue.run(() => renderExport(document))));
    expect(new Set(files.map(({ bytes }) => bytes.toString("base64"))).size).toBe(1);
  });
});
