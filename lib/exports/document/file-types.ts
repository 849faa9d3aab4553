import type { ExportFormat } from "./export-options";

interface FileType {
  readonly mediaType: string;
  readonly extension: string;
}

const FILE_TYPES: Record<ExportFormat, FileType> = {
  pdf: { mediaType: "application/pdf", extension: "pdf" },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx" },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  csv: { mediaType: "application/zip", extension: "zip" },
  json: { mediaType: "application/json", extension: "json" },
};

/** What a file of this format is called and sent as. */
export function fileTypeOf(format: ExportFormat): FileType {
  return FILE_TYPES[format];
}
