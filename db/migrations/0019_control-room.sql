CREATE TABLE `proposal_marks` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`group_key` text NOT NULL,
	`category_key` text NOT NULL,
	`status` text NOT NULL,
	`reach` text NOT NULL,
	`created_at` integer NOT NULL,
	`handed_at` integer,
	`submitted_at` integer,
	`passed_at` integer,
	`withdrawn_at` integer,
	`versions` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `proposal_marks_places` ON `proposal_marks` (`edition_id`,`agency_id`,`status`,`reach`,`group_key`,`category_key`);--> statement-breakpoint
CREATE INDEX `proposal_marks_kinds` ON `proposal_marks` (`edition_id`,`group_key`,`category_key`,`status`,`reach`,`agency_id`);--> statement-breakpoint
CREATE INDEX `proposal_marks_created` ON `proposal_marks` (`edition_id`,`created_at`,`agency_id`,`group_key`,`category_key`);--> statement-breakpoint
CREATE INDEX `proposal_marks_handed` ON `proposal_marks` (`edition_id`,`handed_at`,`agency_id`,`group_key`,`category_key`);--> statement-breakpoint
CREATE INDEX `proposal_marks_submitted` ON `proposal_marks` (`edition_id`,`submitted_at`,`agency_id`,`group_key`,`category_key`);--> statement-breakpoint
CREATE INDEX `proposal_marks_passed` ON `proposal_marks` (`edition_id`,`passed_at`,`agency_id`,`group_key`,`category_key`);--> statement-breakpoint
-- Marks follow proposals and their events by themselves, so that no writer can forget them.
INSERT INTO proposal_marks (proposal_id, edition_id, agency_id, group_key, category_key, status, reach, created_at, handed_at, submitted_at, passed_at, withdrawn_at, versions)
SELECT p.id, p.edition_id, p.agency_id,
  CASE WHEN p.reach = 'draft' OR p.status = 'submitted' THEN p.group_key ELSE coalesce((SELECT json_extract(s.content, '$.groupKey') FROM submissions s WHERE s.proposal_id = p.id ORDER BY s.version DESC LIMIT 1), p.group_key) END,
  CASE WHEN p.reach = 'draft' OR p.status = 'submitted' THEN p.category_key ELSE coalesce((SELECT json_extract(s.content, '$.categoryKey') FROM submissions s WHERE s.proposal_id = p.id ORDER BY s.version DESC LIMIT 1), p.category_key) END,
  p.status, p.reach, p.created_at,
  (SELECT min(e.at) FROM proposal_events e WHERE e.proposal_id = p.id AND e.kind = 'handOver'),
  (SELECT min(e.at) FROM proposal_events e WHERE e.proposal_id = p.id AND e.kind = 'submit'),
  CASE WHEN p.reach IN ('passed', 'finalist', 'winner') THEN (SELECT min(e.at) FROM proposal_events e WHERE e.proposal_id = p.id AND e.kind = 'reach'
    AND json_extract(e.data, '$.reach') IN ('passed', 'finalist', 'winner')) END,
  (SELECT max(e.at) FROM proposal_events e WHERE e.proposal_id = p.id AND e.kind = 'withdraw'),
  (SELECT count(*) FROM proposal_events e WHERE e.proposal_id = p.id AND e.kind = 'submit')
FROM proposals p;
--> statement-breakpoint
CREATE TRIGGER proposal_marks_begin AFTER INSERT ON proposals BEGIN
  INSERT INTO proposal_marks (proposal_id, edition_id, agency_id, group_key, category_key, status, reach, created_at, versions)
  VALUES (NEW.id, NEW.edition_id, NEW.agency_id, NEW.group_key, NEW.category_key, NEW.status, NEW.reach, NEW.created_at, 0);
END;
--> statement-breakpoint
CREATE TRIGGER proposal_marks_follow AFTER UPDATE OF agency_id, group_key, category_key, status, reach ON proposals BEGIN
  UPDATE proposal_marks SET agency_id = NEW.agency_id, status = NEW.status, reach = NEW.reach,
    group_key = CASE WHEN NEW.reach = 'draft' OR NEW.status = 'submitted' THEN NEW.group_key ELSE group_key END,
    category_key = CASE WHEN NEW.reach = 'draft' OR NEW.status = 'submitted' THEN NEW.category_key ELSE category_key END
  WHERE proposal_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER proposal_marks_end AFTER DELETE ON proposals BEGIN
  DELETE FROM proposal_marks WHERE proposal_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER proposal_marks_date AFTER INSERT ON proposal_events WHEN NEW.kind IN ('handOver', 'submit', 'withdraw', 'reach') BEGIN
  UPDATE proposal_marks SET
    handed_at = CASE WHEN NEW.kind = 'handOver' THEN coalesce(handed_at, NEW.at) ELSE handed_at END,
    submitted_at = CASE WHEN NEW.kind = 'submit' THEN coalesce(submitted_at, NEW.at) ELSE submitted_at END,
    versions = versions + (NEW.kind = 'submit'),
    withdrawn_at = CASE WHEN NEW.kind = 'withdraw' THEN NEW.at ELSE withdrawn_at END,
    passed_at = CASE WHEN NEW.kind <> 'reach' THEN passed_at
      WHEN json_extract(NEW.data, '$.reach') IN ('passed', 'finalist', 'winner') THEN coalesce(passed_at, NEW.at) END
  WHERE proposal_id = NEW.proposal_id;
END;
