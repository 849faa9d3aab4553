import { canInstallDebianPackages, installDebianPackages, isThere } from "./debian.mjs";
import { Stop } from "./words.mjs";

/** Programs that check the exports from outside, and Debian's packages that bring them. */
const PROGRAMS = [
  { program: "pdftotext", debian: "poppler-utils" },
  { program: "qpdf", debian: "qpdf" },
];

/** Makes sure of them: on this machine already, or from Debian when root. @throws Stop when they are missing. */
export async function requirePdfPrograms(root) {
  const missing = () => PROGRAMS.filter(({ program }) => !isThere(program));
  if (missing().length === 0) return;
  const packages = missing().map(({ debian }) => debian);
  const failure = canInstallDebianPackages()
    ? await installDebianPackages(packages, root).then(() => "", (error) => `\n${error.message}`)
    : "";
  if (missing().length === 0) return;
  const names = missing().map(({ program }) => program).join(" and ");
  throw new Stop(`The tests of PDF files need ${names}. Install ${packages.join(" and ")}, then test again.${failure}`);
}
