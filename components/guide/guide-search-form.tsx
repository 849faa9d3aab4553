import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

/** Works without script: the search is in the address. */
export function GuideSearchForm({ search }: { search: string }) {
  return (
    <form role="search" action="/guide/search" method="get" className="no-print measure grid gap-3 sm:flex sm:items-end">
      <div className="min-w-0 flex-1">
        <TextInput label="Find in the guides" hint="One or more words, such as naloxone or peer support" type="search" name="q" defaultValue={search} />
      </div>
      <Button type="submit">Search</Button>
    </form>
  );
}
