-- What has been recorded is never rewritten: an audit entry may only lose its record and salt (erasure by law), its leaf and chain stay.
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_rewrite BEFORE UPDATE ON audit_entries
WHEN NEW.seq <> OLD.seq OR NEW.leaf <> OLD.leaf OR NEW.chain <> OLD.chain OR NEW.record IS NOT NULL OR NEW.salt IS NOT NULL
  OR NEW.at <> OLD.at OR NEW.action <> OLD.action OR NEW.subject_kind <> OLD.subject_kind OR NEW.subject_id <> OLD.subject_id
  OR NEW.edition_id IS NOT OLD.edition_id OR NEW.actor_id IS NOT OLD.actor_id
BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_delete BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_no_rewrite BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions are kept'); END;
--> statement-breakpoint
CREATE TRIGGER certificates_no_delete BEFORE DELETE ON certificates BEGIN SELECT RAISE(ABORT, 'certificates are revoked, never deleted'); END;
