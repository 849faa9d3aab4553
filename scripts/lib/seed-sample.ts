import { closeConnections } from "@/lib/db/client";
import { seedSampleAgency } from "@/prisma/seed";

await seedSampleAgency();
await closeConnections();
