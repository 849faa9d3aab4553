import { closeConnections } from "@/lib/db/client";
import { closeDocuments } from "@/lib/documents/document-pool";
import { seedSampleAgency } from "@/prisma/seed";

await seedSampleAgency();
// Its threads would keep this process from ending.
await closeDocuments();
await closeConnections();
