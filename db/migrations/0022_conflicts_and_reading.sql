CREATE TABLE `agreed_values` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`proposal_id` text NOT NULL,
	`value` integer NOT NULL,
	`reason` text NOT NULL,
	`present` text NOT NULL,
	`sources` text NOT NULL,
	`held_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreed_values_standing` ON `agreed_values` (`edition_id`,`stage`,`proposal_id`) WHERE replaced_at is null;--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`reason` text NOT NULL,
	`missing` text NOT NULL,
	`closed_by` text NOT NULL,
	`closed_at` integer NOT NULL,
	`reopened_by` text,
	`reopened_at` integer,
	`reopen_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_standing` ON `rounds` (`edition_id`,`stage`) WHERE reopened_at is null;--> statement-breakpoint
CREATE TABLE `training_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`anchors` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_entries_stage` ON `training_entries` (`edition_id`,`stage`);--> statement-breakpoint
CREATE TABLE `training_marks` (
	`training_id` text NOT NULL,
	`user_id` text NOT NULL,
	`marks` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`training_id`, `user_id`),
	FOREIGN KEY (`training_id`) REFERENCES `training_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `conflicts` ADD `kind` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `state` text DEFAULT 'declared' NOT NULL;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `region_code` text;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `ended_on` text;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `declared_by` text;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `decision_reason` text;--> statement-breakpoint
ALTER TABLE `score_sheets` ADD `private_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `score_sheets` ADD `begun_at` integer;--> statement-breakpoint
CREATE INDEX `answers_writer` ON `answers` (`updated_by`,`proposal_id`);--> statement-breakpoint
CREATE INDEX `proposals_author` ON `proposals` (`created_by`);