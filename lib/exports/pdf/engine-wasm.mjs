import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const PDF_FORMAT = 1;

function filesIn(folder, extension) {
  return readdirSync(folder).filter((name) => name.endsWith(extension));
}

/**
 * Typst as WebAssembly, for every machine without a native build: slower, tagged, but this build
 * has no switch to claim PDF/UA and does not tell the number of pages.
 */
export async function createWasmEngine(templates, fontFiles) {
  const { createTypstCompiler, loadFonts } = await import("@myriaddreamin/typst.ts");
  const wasm = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-web-compiler/wasm");
  const fontData = fontFiles.map((file) => new Uint8Array(readFileSync(file)));

  const compiler = createTypstCompiler();
  await compiler.init({
    getModule: () => readFileSync(wasm),
    beforeBuild: [loadFonts(fontData, { assets: false })],
  });
  for (const name of filesIn(templates, ".typ")) {
    compiler.addSource(`/${name}`, readFileSync(path.join(templates, name), "utf8"));
  }
  return {
    async render(document) {
      const { result, diagnostics } = await compiler.compile({
        mainFilePath: "/main.typ",
        format: PDF_FORMAT,
        inputs: { data: JSON.stringify(document) },
        diagnostics: "full",
      });
      if (!result) throw new Error(JSON.stringify(diagnostics));
      return { bytes: Buffer.from(result), refusal: "no native Typst for this machine", pages: null };
    },
  };
}
