import { closeConnections } from "@/lib/platform/db/client";
import { closeDocuments } from "@/lib/sync/work/document-pool";
import { seedSampleAgency } from "@/prisma/seed";

await seedSampleAgency();
// Its threads would keep this process from ending.
await closeDocuments();
await closeConnections();
