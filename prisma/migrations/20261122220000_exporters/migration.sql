-- Who may download a team's work, by agency: see lib/auth/permissions.ts.
CREATE TYPE "exporters" AS ENUM ('everyone', 'editors', 'leads', 'admins');
ALTER TABLE "agency" ADD COLUMN "exporters" "exporters" NOT NULL DEFAULT 'everyone';
