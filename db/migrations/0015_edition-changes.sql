CREATE TABLE `edition_changes` (
	`edition_id` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`path` text NOT NULL,
	`page` text NOT NULL,
	`what` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`reason` text,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `revision`, `position`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `edition_changes_page` ON `edition_changes` (`edition_id`,`page`,`revision`);--> statement-breakpoint
CREATE TRIGGER edition_changes_no_delete BEFORE DELETE ON edition_changes BEGIN SELECT RAISE(ABORT, 'changes of the rules are kept'); END;
--> statement-breakpoint
CREATE TRIGGER edition_changes_no_rewrite BEFORE UPDATE ON edition_changes BEGIN SELECT RAISE(ABORT, 'changes of the rules are kept'); END;
