import { blankView } from "@/components/tool/views/blank-view";
import { markedNodes } from "@/components/tool/views/marking";
import { NodeView } from "@/components/tool/views/node-views";
import type { BlankView } from "@/components/tool/controls/tool-view";
import type { ReferenceBlock } from "@/lib/domain/tool/definition";

interface ReferenceBlocksProps {
  blocks: readonly ReferenceBlock[];
  /** Names this part within its page. */
  part: string;
}

/** Printed text that stands by itself: a purpose, directions. */
export function ReferenceBlocks({ blocks, part }: ReferenceBlocksProps) {
  return <Blocks blocks={blocks} view={blankView(markedNodes(blocks, part), part)} />;
}

/** The same where all of the page is marked together. */
export function Blocks({ blocks, view }: Pick<ReferenceBlocksProps, "blocks"> & { view: BlankView }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {blocks.map((block, index) => (
        <NodeView key={index} node={block} view={view} />
      ))}
    </div>
  );
}
