-- A final list and an issued certificate say for ever what they said: their rows are neither changed, added to nor taken away.
CREATE TRIGGER ranking_rows_final_no_rewrite BEFORE UPDATE ON ranking_rows
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id IN (OLD.list_id, NEW.list_id) AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'rows of a final list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_rows_final_no_delete BEFORE DELETE ON ranking_rows
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id = OLD.list_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'rows of a final list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_rows_final_no_insert BEFORE INSERT ON ranking_rows
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id = NEW.list_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'rows of a final list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_no_rewrite BEFORE UPDATE OF claim, signature ON certificates
WHEN NEW.claim <> OLD.claim OR NEW.signature <> OLD.signature
BEGIN SELECT RAISE(ABORT, 'what a certificate says is kept'); END;
