import { followTranslation } from "@/lib/platform/browser/translated-texts";

// Before React comes alive: a page may be translated as soon as it is there.
followTranslation();
