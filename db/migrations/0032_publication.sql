ALTER TABLE `ranking_lists` ADD `abstentions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `ranking_lists` ADD `public_note` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `signature` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `signed_on` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `minutes_number` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `minutes` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `list_digest` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `checked_by` text;--> statement-breakpoint
ALTER TABLE `ranking_documents` ADD `checked_at` integer;--> statement-breakpoint
-- What was published says for ever what it said: rows of a version that was before the public are kept, final or not.
DROP TRIGGER ranking_rows_final_no_rewrite;
--> statement-breakpoint
DROP TRIGGER ranking_rows_final_no_delete;
--> statement-breakpoint
DROP TRIGGER ranking_rows_final_no_insert;
--> statement-breakpoint
CREATE TRIGGER ranking_rows_published_no_rewrite BEFORE UPDATE ON ranking_rows
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id IN (OLD.list_id, NEW.list_id) AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rows of a published list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_rows_published_no_delete BEFORE DELETE ON ranking_rows
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id = OLD.list_id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rows of a published list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_rows_published_no_insert BEFORE INSERT ON ranking_rows
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id = NEW.list_id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rows of a published list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_lists_published_no_rewrite BEFORE UPDATE OF id, edition_id, list_key, version, size, computed_by, computed_at, minutes, minutes_number, signed_by, signed_at, approved_by, published_at, digest, abstentions, public_note ON ranking_lists
WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what a published list says is kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_documents_no_rewrite BEFORE UPDATE ON ranking_documents
WHEN OLD.checked_at IS NOT NULL OR NEW.sha256 <> OLD.sha256 OR NEW.list_id <> OLD.list_id OR EXISTS (SELECT 1 FROM ranking_lists WHERE id = OLD.list_id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'papers of a list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_documents_no_delete BEFORE DELETE ON ranking_documents
BEGIN SELECT RAISE(ABORT, 'papers of a list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_documents_no_insert BEFORE INSERT ON ranking_documents
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id = NEW.list_id AND (status IN ('final', 'superseded') OR (NEW.kind = 'minutes' AND published_at IS NOT NULL)))
BEGIN SELECT RAISE(ABORT, 'papers of a list are kept'); END;
