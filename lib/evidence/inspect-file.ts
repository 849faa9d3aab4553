import { fileTypeFromBuffer } from "file-type";
import { evidenceTypeOf, type EvidenceType, findEvidenceProblem } from "./evidence-file";
import { readZipNames } from "./zip-names";

export type Inspection =
  | { readonly ok: true; readonly type: EvidenceType }
  /** In words for the person. */
  | { readonly ok: false; readonly problem: string };

/** Looks at a file's size, ending and content, which have to agree. Nothing of it is run or unpacked to disk. */
export async function inspectFile(name: string, bytes: Uint8Array): Promise<Inspection> {
  const type = evidenceTypeOf(name);
  const problem = findEvidenceProblem(name, bytes.byteLength);
  if (problem !== null || !type) return { ok: false, problem: problem ?? "" };
  const found = type.mediaType.startsWith("text/") ? findTextProblem(type, bytes) : await findBinaryProblem(type, bytes);
  return found === null ? { ok: true, type } : { ok: false, problem: found };
}

const MACROS = "This file has macros, small programs that run when it is opened. Save a copy without macros and add that.";
const NOT_UTF8 =
  "This file has characters we can’t read. In Excel, save it as “CSV UTF-8”; in other programs, choose the encoding UTF-8.";
const MARKUP = "This file is a web page or drawing, not plain text. Save it as a PDF and add that.";

const isOffice = ({ mediaType }: EvidenceType) => mediaType.includes("openxmlformats");

function mismatch({ label, extensions: [ending] }: EvidenceType): string {
  return `The name ends in “.${ending}”, but what is inside is no ${label} we can read. Open it, save it again and add that.`;
}

async function findBinaryProblem(type: EvidenceType, bytes: Uint8Array): Promise<string | null> {
  // A file that breaks off or was made to mislead can also end the library's reading with an error.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!isOffice(type)) return found?.mime === type.mediaType ? null : mismatch(type);
  if (found?.mime === "application/x-cfb") {
    return `This file has a password or an older format. Save it as “.${type.extensions[0]}” without a password and add that.`;
  }
  if (found?.mime.includes("macroenabled")) return MACROS;
  const names = readZipNames(bytes);
  if (found?.mime !== type.mediaType || !names) return mismatch(type);
  return names.some(isProgram) ? MACROS : null;
}

/** Parts of an Office file that are programs: Visual Basic, Excel 4 macros, ActiveX controls. */
function isProgram(name: string): boolean {
  return /(^|[/\\])(vba[^/\\]*\.(bin|xml)|(macrosheets|activex)[/\\].+)$/i.test(name);
}

/** Tab, line breaks and form feed are text; other controls are not. */
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

function findTextProblem(type: EvidenceType, bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return NOT_UTF8;
  }
  if (text.includes("\u0000")) return NOT_UTF8;
  if (BINARY.test(text) || text.startsWith("%PDF-")) return mismatch(type);
  return /^\s*<(!doctype|!--|\?xml|html|head|body|script|svg)/i.test(text) ? MARKUP : null;
}
