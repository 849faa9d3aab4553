/** RFC 6266: the Content-Disposition of a download, with a plain name for old clients and the full one for all others. */
export function attachment(name: string): string {
  const plain = name.normalize("NFKD").replace(/[^\w ,.-]/g, "").slice(0, 150);
  const full = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
