-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "has_writing_hints" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "response" ADD COLUMN     "locked_at" TIMESTAMPTZ,
ADD COLUMN     "locked_by" UUID;

-- CreateTable
CREATE TABLE "comment_thread" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "tool_number" INTEGER NOT NULL,
    "item_id" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMPTZ,

    CONSTRAINT "comment_thread_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ,
    "deleted_at" TIMESTAMPTZ,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "comment_mention" (
    "agency_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailed_at" TIMESTAMPTZ,

    CONSTRAINT "comment_mention_pkey" PRIMARY KEY ("agency_id","comment_id","user_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "tool_number" INTEGER NOT NULL,
    "target_id" TEXT NOT NULL DEFAULT '',
    "assignee_id" UUID NOT NULL,
    "assigned_by" UUID NOT NULL,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ,
    "handed_back_at" TIMESTAMPTZ,
    "hand_back_note" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "tool_number" INTEGER NOT NULL,
    "item_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "storage_key" TEXT,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "evidence_content" (
    "agency_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "evidence_content_pkey" PRIMARY KEY ("agency_id","file_id")
);

-- CreateIndex
CREATE INDEX "comment_thread_agency_id_team_id_tool_number_idx" ON "comment_thread"("agency_id", "team_id", "tool_number");

-- CreateIndex
CREATE INDEX "comment_agency_id_thread_id_idx" ON "comment"("agency_id", "thread_id");

-- CreateIndex
CREATE INDEX "comment_mention_mailed_at_created_at_idx" ON "comment_mention"("mailed_at", "created_at");

-- CreateIndex
CREATE INDEX "assignment_agency_id_team_id_assignee_id_idx" ON "assignment"("agency_id", "team_id", "assignee_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_agency_id_team_id_tool_number_target_id_key" ON "assignment"("agency_id", "team_id", "tool_number", "target_id");

-- CreateIndex
CREATE INDEX "evidence_file_agency_id_team_id_tool_number_idx" ON "evidence_file"("agency_id", "team_id", "tool_number");

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_agency_id_thread_id_fkey" FOREIGN KEY ("agency_id", "thread_id") REFERENCES "comment_thread"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_agency_id_comment_id_fkey" FOREIGN KEY ("agency_id", "comment_id") REFERENCES "comment"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_mention" ADD CONSTRAINT "comment_mention_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_agency_id_assignee_id_fkey" FOREIGN KEY ("agency_id", "assignee_id") REFERENCES "membership"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_agency_id_team_id_fkey" FOREIGN KEY ("agency_id", "team_id") REFERENCES "team"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_content" ADD CONSTRAINT "evidence_content_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "evidence_file"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Rules the types cannot carry.
alter table response add constraint response_locked_complete check (locked_at is null or completed_at is not null);
alter table comment_thread add constraint comment_thread_tool_number check (tool_number between 1 and 13);
alter table assignment add constraint assignment_tool_number check (tool_number between 1 and 13);
alter table evidence_file add constraint evidence_file_tool_number check (tool_number between 1 and 13);

-- As in the row level security migration: everything an agency owns.
do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'comment_thread', 'comment', 'comment_mention', 'assignment', 'evidence_file', 'evidence_content'
  ] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format(
      'create policy agency_own on %I to app_rt
         using (agency_id = (select app_agency_id())) with check (agency_id = (select app_agency_id()))',
      table_name
    );
  end loop;
end
$$;

grant select, insert, update on comment_thread, comment, comment_mention to app_rt;
grant select, insert, update, delete on assignment to app_rt;
grant select, insert, delete on evidence_file, evidence_content to app_rt;

-- Who has mentions waiting is found before any agency is known; what was written is read inside the agency.
create policy lookup on comment_mention for select to app_auth using (true);
grant select on comment_mention to app_auth;
