-- A chain of changes that joins: two people who wrote in the same minute had one row each, from the first `before` to the
-- last `after`, and the two overlapped. Rows written until now stay as they are.

-- `minute` is when the entry began: the minute itself until now, the moment from now on.
ALTER TABLE "answer_revision" ADD COLUMN "stands_apart" BOOLEAN NOT NULL DEFAULT false;

-- A tool's history by the last change, newest first, a page at a time; also what was changed in this minute.
DROP INDEX "answer_revision_agency_id_response_id_minute_item_id_user_i_idx";
CREATE INDEX "answer_revision_agency_id_response_id_changed_at_item_id_us_idx" ON "answer_revision"("agency_id", "response_id", "changed_at", "item_id", "user_id");
