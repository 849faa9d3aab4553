import { crc32, deflateRawSync } from "node:zlib";

// Small files of every kind, made here byte by byte: what the kinds are is what the tests are about.

export type Bytes = Uint8Array<ArrayBuffer>;

/** A copy with a buffer of its own, as a request's body is. */
export function bytesOf(given: string | Uint8Array): Bytes {
  return new Uint8Array(typeof given === "string" ? new TextEncoder().encode(given) : given);
}

/** A PDF of one page that says `words`. */
export function pdfOf(words = "Policy"): Bytes {
  const content = `BT /F1 18 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const xref = text.length;
  const rows = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return bytesOf(text);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG of one grey dot. */
export function pngOf(): Bytes {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const dot = Buffer.from("789c6368000000820081", "hex");
  const magic = Buffer.from("89504e470d0a1a0a", "hex");
  return bytesOf(Buffer.concat([magic, chunk("IHDR", header), chunk("IDAT", dot), chunk("IEND", Buffer.alloc(0))]));
}

/** What every JPEG begins and ends with. */
export function jpegOf(): Bytes {
  return bytesOf(Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"));
}

/** A ZIP archive; `isStreamed` leaves sizes out of the local headers, as programs do that write as they go. */
export function zipOf(entries: Readonly<Record<string, string>>, { isStreamed = false } = {}): Bytes {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    const head = Buffer.alloc(10);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(isStreamed ? 8 : 0, 2);
    head.writeUInt16LE(8, 4);
    const lengths = Buffer.from([name.length & 255, name.length >> 8, 0, 0]);
    const mark = (hex: string) => Buffer.from(hex, "hex");
    const local = [mark("504b0304"), head, isStreamed ? Buffer.alloc(12) : sizes, lengths, Buffer.from(name), packed];
    if (isStreamed) local.push(mark("504b0708"), sizes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(mark("504b0102"), Buffer.from([20, 0]), head, sizes, lengths, rest, Buffer.from(name));
    const written = Buffer.concat(local);
    parts.push(written);
    offset += written.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return bytesOf(Buffer.concat([...parts, index, end]));
}

const MAIN_PARTS = {
  docx: ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
  xlsx: ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  pptx: ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
  docm: ["word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"],
  xlsm: ["xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
} as const;

/** An Office file with the parts that make it one, and others. */
export function officeOf(
  kind: keyof typeof MAIN_PARTS,
  { more = {}, isStreamed = false }: { more?: Readonly<Record<string, string>>; isStreamed?: boolean } = {},
): Bytes {
  const [part, type] = MAIN_PARTS[kind];
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`;
  return zipOf({ "[Content_Types].xml": types, "_rels/.rels": "<Relationships/>", [part]: "<document/>", ...more }, { isStreamed });
}
