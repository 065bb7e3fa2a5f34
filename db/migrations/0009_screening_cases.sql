CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`number` integer NOT NULL,
	`fields` text NOT NULL,
	`reason_keys` text NOT NULL,
	`note` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`extensions` text DEFAULT '[]' NOT NULL,
	`outcome` text,
	`closed_at` integer,
	`version` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `corrections_number` ON `corrections` (`proposal_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `corrections_open` ON `corrections` (`proposal_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `corrections_due` ON `corrections` (`closed_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `corrections_edition` ON `corrections` (`edition_id`);--> statement-breakpoint
CREATE TABLE `screening_appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`text` text NOT NULL,
	`file_name` text,
	`bytes` integer,
	`sha256` text,
	`filed_by` text NOT NULL,
	`filed_at` integer NOT NULL,
	`decide_by` integer NOT NULL,
	`status` text NOT NULL,
	`decision` text DEFAULT '' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `screening_appeals_proposal_id_unique` ON `screening_appeals` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `screening_appeals_edition` ON `screening_appeals` (`edition_id`,`status`);--> statement-breakpoint
CREATE TABLE `screening_cases` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`state` text NOT NULL,
	`round` integer NOT NULL,
	`screening_id` text,
	`handler_id` text,
	`changed_at` integer NOT NULL,
	`announced_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`screening_id`) REFERENCES `screenings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `screening_cases_state` ON `screening_cases` (`edition_id`,`state`);--> statement-breakpoint
CREATE TABLE `screening_claims` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`user_id` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `screening_claims_user` ON `screening_claims` (`edition_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `screening_drafts` (
	`proposal_id` text NOT NULL,
	`user_id` text NOT NULL,
	`content` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `user_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `screenings` ADD `round` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `screenings` ADD `kind` text DEFAULT 'decide' NOT NULL;--> statement-breakpoint
ALTER TABLE `screenings` ADD `reason_keys` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `screenings` ADD `started_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `screenings_one_voice` ON `screenings` (`proposal_id`,`round`,`decided_by`) WHERE kind <> 'undo';--> statement-breakpoint
INSERT INTO `screening_cases` (`proposal_id`, `edition_id`, `state`, `round`, `screening_id`, `handler_id`, `changed_at`, `announced_at`)
SELECT s.`proposal_id`, s.`edition_id`, CASE s.`outcome` WHEN 'passed' THEN 'admitted' ELSE 'rejected' END, 1, s.`id`, s.`decided_by`, s.`decided_at`, s.`decided_at`
FROM `screenings` s WHERE s.`version` = (SELECT max(v.`version`) FROM `screenings` v WHERE v.`proposal_id` = s.`proposal_id`);
