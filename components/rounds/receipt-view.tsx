import { describeReceipt, type RoundReceipt } from "@/lib/domain/rounds/receipt";

/** The receipt of a round as a list of terms. */
export function ReceiptView({ receipt }: { receipt: RoundReceipt }) {
  return (
    <div className="measure grid gap-5">
      <dl className="receipt">
        {describeReceipt(receipt).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>{receipt.statement}</p>
    </div>
  );
}
