-- People are told of what is assigned to them, as of mentions: at once or once a day, as they choose. A letter is claimed
-- for a while before it is sent; when whoever claimed it stops meanwhile, somebody else sends it.

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "mail_assignments" TEXT NOT NULL DEFAULT 'at-once',
ADD COLUMN     "mail_mentions" TEXT NOT NULL DEFAULT 'at-once';

-- AlterTable
ALTER TABLE "comment_mention" ADD COLUMN     "claimed_at" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "assignment_notice" (
    "agency_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ,
    "mailed_at" TIMESTAMPTZ,

    CONSTRAINT "assignment_notice_pkey" PRIMARY KEY ("agency_id","assignment_id")
);

-- CreateIndex
CREATE INDEX "assignment_notice_mailed_at_created_at_idx" ON "assignment_notice"("mailed_at", "created_at");

-- AddForeignKey
ALTER TABLE "assignment_notice" ADD CONSTRAINT "assignment_notice_agency_id_assignment_id_fkey" FOREIGN KEY ("agency_id", "assignment_id") REFERENCES "assignment"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_notice" ADD CONSTRAINT "assignment_notice_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table user_account add constraint mail_assignments_known check (mail_assignments in ('at-once', 'daily', 'never'));
alter table user_account add constraint mail_mentions_known check (mail_mentions in ('at-once', 'daily', 'never'));
grant update (mail_assignments, mail_mentions) on user_account to app_auth;

grant update (claimed_at) on comment_mention to app_rt;

alter table assignment_notice enable row level security;
alter table assignment_notice force row level security;
create policy agency_own on assignment_notice to app_rt
  using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()));
grant select, insert on assignment_notice to app_rt;
grant update (created_at, claimed_at, mailed_at) on assignment_notice to app_rt;

-- Who has something waiting is found before any agency is known, as with mentions.
create policy lookup on assignment_notice for select to app_auth using (true);
grant select on assignment_notice to app_auth;
