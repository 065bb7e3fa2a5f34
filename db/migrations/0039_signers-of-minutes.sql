CREATE TABLE `ranking_signers` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`document_id` text,
	`reading` integer NOT NULL,
	`user_id` text NOT NULL,
	`presence` text NOT NULL,
	`reason` text NOT NULL,
	`stated_by` text NOT NULL,
	`stated_at` integer NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `ranking_documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ranking_signers_reason" CHECK((presence = 'absent') = (reason <> '')),
	CONSTRAINT "ranking_signers_reading" CHECK((document_id is null) = (reading = 0))
);
--> statement-breakpoint
CREATE INDEX `ranking_signers_list` ON `ranking_signers` (`list_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_signers_read` ON `ranking_signers` (`document_id`,`reading`,`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_signers_here` ON `ranking_signers` (`list_id`,`user_id`) WHERE document_id is null;--> statement-breakpoint
-- What somebody read off a scan, and who signed here, is said once.
CREATE TRIGGER ranking_signers_no_rewrite BEFORE UPDATE ON ranking_signers
BEGIN SELECT RAISE(ABORT, 'signers of a list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_signers_no_delete BEFORE DELETE ON ranking_signers
BEGIN SELECT RAISE(ABORT, 'signers of a list are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_signers_no_insert BEFORE INSERT ON ranking_signers
WHEN EXISTS (SELECT 1 FROM ranking_lists WHERE id = NEW.list_id AND (status IN ('final', 'superseded') OR published_at IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'signers of a list are kept'); END;
