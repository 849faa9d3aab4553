import path from "node:path";

/** PDF/UA-1 where the engine accepts the document; else tagged all the same, without the claim. */
function exportPdf(compiler, compiled, creationTimestamp) {
  try {
    const bytes = compiler.pdf(compiled, { creationTimestamp, pdfStandard: "ua-1" });
    return { bytes, refusal: null };
  } catch (error) {
    const bytes = compiler.pdf(compiled, { creationTimestamp });
    return { bytes, refusal: String(error.message).slice(0, 500) };
  }
}

/** Typst as a native module. Null where the package has no build for this machine (it has one for Linux on x64). */
export async function createNativeEngine(templates, fontFiles) {
  let native;
  try {
    native = await import("@myriaddreamin/typst-ts-node-compiler");
  } catch {
    return null;
  }
  const compiler = native.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fontFiles }] });
  return {
    render(document) {
      const compilation = compiler.compile({
        mainFilePath: path.join(templates, "main.typ"),
        inputs: { data: JSON.stringify(document) },
      });
      const compiled = compilation.result;
      if (!compiled) throw new Error(JSON.stringify(compiler.fetchDiagnostics(compilation.takeError())));
      return { ...exportPdf(compiler, compiled, document.timestamp), pages: compiled.numOfPages };
    },
  };
}
