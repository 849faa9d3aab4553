import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import type { Passage, Piece } from "@/lib/site/passages";

interface WordsPageProps {
  title: string;
  passages: readonly Passage[];
  /** What the workbook adds, whoever's words the page has. */
  children?: ReactNode;
}

/** A page of plain words. */
export function WordsPage({ title, passages, children }: WordsPageProps) {
  return (
    <div className="container-page py-10">
      <PageHeader title={title} />
      <div className="prose-block measure">
        {passages.map((passage, index) => (
          <PassageView key={index} passage={passage} />
        ))}
        {children}
      </div>
    </div>
  );
}

function PassageView({ passage }: { passage: Passage }) {
  if (passage.kind === "heading") return <h2>{passage.text}</h2>;
  if (passage.kind === "paragraph") return <p><Pieces pieces={passage.pieces} /></p>;
  return (
    <ul className="bullets">
      {passage.entries.map((pieces, index) => (
        <li key={index}>
          <Pieces pieces={pieces} />
        </li>
      ))}
    </ul>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) =>
    typeof piece === "string" ? (
      piece
    ) : (
      <a key={index} href={piece.href} rel="noreferrer">
        {piece.text}
      </a>
    ),
  );
}
