import { Tag } from "@/components/ui/tag";

/** What marks everything that stands beside the printed toolkit. */
export function OursTag() {
  return <Tag className="tag-ours">Added by this workbook</Tag>;
}
