import { takeSmallShare } from "@/lib/export/small-share";

// Imported first by processes that work behind people's backs.
takeSmallShare();
