import { takeSmallShare } from "@/lib/exports/worker/small-share";

// Imported first by processes that work behind people's backs.
takeSmallShare();
