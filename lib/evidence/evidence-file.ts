import { EVIDENCE_FILE_MAX_BYTES, EVIDENCE_NAME_MAX_LENGTH } from "@/lib/domain/limits";
import { formatBytes } from "@/lib/domain/text/byte-size";

/** A kind of file that may support an answer. */
export interface EvidenceType {
  /** Without the dot, lower case; the first is the usual one. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** "Word document" */
  readonly label: string;
}

export const EVIDENCE_TYPES = [
  { extensions: ["pdf"], mediaType: "application/pdf", label: "PDF" },
  {
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    label: "Word document",
  },
  {
    extensions: ["xlsx"],
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: "Excel workbook",
  },
  {
    extensions: ["pptx"],
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    label: "PowerPoint presentation",
  },
  { extensions: ["csv"], mediaType: "text/csv", label: "CSV table" },
  { extensions: ["txt"], mediaType: "text/plain", label: "Plain text" },
  { extensions: ["png"], mediaType: "image/png", label: "PNG image" },
  { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg", label: "JPEG image" },
] as const satisfies readonly EvidenceType[];

/** For a file input: ".pdf,.docx,…" */
export const EVIDENCE_ACCEPT = EVIDENCE_TYPES.flatMap(({ extensions }) => extensions.map((ending) => `.${ending}`)).join(",");

export const EVIDENCE_TYPES_TEXT = "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), CSV, plain text, PNG and JPEG";

/** The toolkit's own question about private information (Tool 1), shown wherever a file is added. */
export const PRIVACY_QUESTION =
  "How are individuals’ safety, privacy, and confidentiality protected within data collection and sharing efforts?";

/** Carries an uploaded file's name, URI-encoded: a header takes no other letters. */
export const FILE_NAME_HEADER = "X-File-Name";

/** Carries a uuid the page makes for each file chosen: sent again because the answer was lost, it is added once. */
export const FILE_KEY_HEADER = "X-File-Key";

const WRONG_TYPE = `This kind of file can’t be added. You can add ${EVIDENCE_TYPES_TEXT}.`;
const EMPTY = "This file is empty. Choose another one.";
/** Also for a route that stops reading at the limit. */
export const FILE_TOO_LARGE = `This file is larger than ${formatBytes(EVIDENCE_FILE_MAX_BYTES)}. Make it smaller or split it, then add it again.`;

/** What the name's ending says the file is; undefined for one that can't be added. */
export function evidenceTypeOf(name: string): EvidenceType | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return EVIDENCE_TYPES.find(({ extensions }) => (extensions as readonly string[]).includes(ending));
}

/** "Word document"; the media type itself for one that is no longer allowed. */
export function evidenceTypeLabel(mediaType: string): string {
  return EVIDENCE_TYPES.find((type) => type.mediaType === mediaType)?.label ?? mediaType;
}

/** What can be said against a file before its content is looked at, in words for the person; null when nothing can. */
export function findEvidenceProblem(name: string, sizeBytes: number): string | null {
  if (!evidenceTypeOf(name)) return WRONG_TYPE;
  if (sizeBytes === 0) return EMPTY;
  if (sizeBytes > EVIDENCE_FILE_MAX_BYTES) return FILE_TOO_LARGE;
  return null;
}

/** Controls, surrogates without a partner, and what reverses or hides letters: "exe.fdp" must not look like "pdf.exe". */
const HIDDEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Of a name as it is sent, folders and all. */
const RAW_NAME_MAX = 1_000;

/** A file's own name, fit to be shown and to be saved under: no folders, nothing hidden, ending kept. */
export function cleanFileName(given: string): string {
  // Cut first, at its beginning, so that the ending stays: what follows takes time that grows with the length.
  const last = given.slice(-RAW_NAME_MAX).normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(HIDDEN, "").replace(/[<>:"|?*]/g, "-").replace(/\s+/g, " ").trim();
  const [, stem = "", ending = ""] = /^(.*?)(\.[^.]{1,10})?$/.exec(plain) ?? [];
  const room = EVIDENCE_NAME_MAX_LENGTH - ending.length;
  const short = Array.from(stem).slice(0, room).join("").replace(/[. ]+$/, "").replace(/^\.+/, "");
  return `${short || "file"}${ending}`;
}
