import type { FileState } from "./prepared-file";

/** Fetches a file and hands it to the browser. Its code comes when it is asked for, as the file does. */
export async function fetchFile(href: string, fileKind: string): Promise<FileState> {
  const response = await fetch(href);
  if (!response.ok) return { step: "failed", message: await readReason(response) };
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = readFileName(response.headers.get("Content-Disposition"));
  link.click();
  // The browser has taken its own hold of the file by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  const notShown = Number(response.headers.get("X-Characters-Not-Shown"));
  return { step: "done", fileKind, notShown, lacksPdfUa: response.headers.has("X-Pdf-Ua") };
}

async function readReason(response: Response): Promise<string> {
  if (response.headers.get("Content-Type")?.includes("json")) {
    const { message } = (await response.json()) as { message?: string };
    if (message) return message;
  }
  return response.text();
}

function readFileName(disposition: string | null): string {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/)?.[1];
  return encoded ? decodeURIComponent(encoded) : "ps-cope.pdf";
}
