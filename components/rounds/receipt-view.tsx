import { describeReceipt, type RoundReceipt, type ShownZone } from "@/lib/domain/rounds/receipt";

/** The receipt of a round as a list of terms. */
export function ReceiptView({ receipt, zone }: { receipt: RoundReceipt; zone: ShownZone }) {
  return (
    <div className="measure grid gap-5">
      <dl className="receipt">
        {describeReceipt(receipt, zone).map(([term, words]) => (
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
