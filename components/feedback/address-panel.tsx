import { LinkToCopy } from "@/components/forms/link-to-copy";
import { QrCode } from "@/components/qr-code/drawn-qr-code";
import { DownloadLink, LinkButton } from "@/components/ui/button";
import type { FeedbackAddress } from "@/lib/feedback/feedback-address";

interface AddressPanelProps {
  teamId: string;
  formId: string;
  address: FeedbackAddress;
}

/** Where a form is answered, to copy, to scan and to print. */
export function AddressPanel({ teamId, formId, address: { href, shown, qr } }: AddressPanelProps) {
  return (
    <section aria-labelledby="feedback-address" className="feedback-address">
      <QrCode {...qr} label={`QR code that opens ${shown}`} className="feedback-qr" />
      <div className="min-w-0">
        <h2 id="feedback-address">Its address</h2>
        <p className="work-note mb-3">Anybody who has it can answer. No account, no name.</p>
        <LinkToCopy label="Address" link={href} copyLabel="Copy the address" />
        <div className="mt-4 flex flex-wrap gap-3">
          <DownloadLink href={href} target="_blank" rel="noreferrer" variant="secondary" size="small">
            See it as the public does<span className="sr-only"> (opens in a new tab)</span>
          </DownloadLink>
          <LinkButton href={`/teams/${teamId}/feedback/${formId}/poster`} prefetch={false} variant="secondary" size="small">
            Poster to print
          </LinkButton>
        </div>
      </div>
    </section>
  );
}
