import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

interface SearchFormProps {
  /** The page itself: the search is part of its address. */
  action: string;
  label: string;
  hint: string;
  search: string;
}

/** Looks for words on a page of the guide; works without script. */
export function SearchForm({ action, label, hint, search }: SearchFormProps) {
  return (
    <form role="search" action={action} method="get" className="no-print measure grid gap-3 sm:flex sm:items-end">
      <div className="min-w-0 flex-1">
        <TextInput label={label} hint={hint} type="search" name="q" defaultValue={search} />
      </div>
      <Button type="submit" className="justify-self-start">
        Find
      </Button>
    </form>
  );
}
