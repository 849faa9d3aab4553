import { Fragment } from "react";

/** A column head that may break after a slash: "Affiliation/Organization" is wider than its column. */
export function BreakableLabel({ label }: { label: string }) {
  return label.split("/").map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? (
        <>
          /<wbr />
        </>
      ) : null}
      {part}
    </Fragment>
  ));
}
