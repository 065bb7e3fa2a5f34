CREATE TABLE `ranking_assessors` (
	`list_id` text NOT NULL,
	`stage` text NOT NULL,
	`user_id` text NOT NULL,
	`marks` integer NOT NULL,
	`leniency` real,
	`se` real,
	`flags` text NOT NULL,
	PRIMARY KEY(`list_id`, `stage`, `user_id`),
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ranking_pseudonyms` (
	`edition_id` text NOT NULL,
	`user_id` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `user_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_pseudonyms_number` ON `ranking_pseudonyms` (`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `ranking_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`list_key` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`status` text NOT NULL,
	`step` text,
	`refusal` text,
	`finished_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ranking_runs_list` ON `ranking_runs` (`edition_id`,`list_key`,`asked_at`);--> statement-breakpoint
CREATE TABLE `released_remarks` (
	`edition_id` text NOT NULL,
	`proposal_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	`released_by` text,
	`released_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `ranking_lists` ADD `quantity` text DEFAULT 'raw' NOT NULL;--> statement-breakpoint
ALTER TABLE `ranking_lists` ADD `model` text;--> statement-breakpoint
ALTER TABLE `ranking_lists` ADD `waiver_reason` text;--> statement-breakpoint
ALTER TABLE `ranking_lists` ADD `waived_by` text;--> statement-breakpoint
ALTER TABLE `ranking_lists` ADD `waived_at` integer;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `nominee` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `raw` real;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `calibrated` real;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `quality` real;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `raw_rank` integer;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `calibrated_rank` integer;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `p_top` real;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `expected_rank` real;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `rank_low` integer;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `rank_high` integer;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `within_rank` integer;--> statement-breakpoint
ALTER TABLE `ranking_rows` ADD `unflagged_rank` integer;