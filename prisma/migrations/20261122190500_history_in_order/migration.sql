-- A tool's history newest first, a page at a time: by minute, not by changed_at, so that a change that grows within its
-- minute stays where it is while somebody pages, and its row is updated in place (no indexed column changes).
CREATE INDEX "answer_revision_agency_id_response_id_minute_item_id_user_i_idx" ON "answer_revision"("agency_id", "response_id", "minute", "item_id", "user_id");

-- When a tool was completed, reopened, locked and unlocked, and which answers were brought back, among everything else
-- that is recorded for an agency.
CREATE INDEX "audit_event_agency_id_action_at_idx" ON "audit_event"("agency_id", "action", "at");
