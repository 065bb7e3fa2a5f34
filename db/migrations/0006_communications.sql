CREATE TABLE `letter_templates` (
	`edition_id` text NOT NULL,
	`template` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `template`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `mail_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`reminders` integer NOT NULL,
	`announcements` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `undeliverable_addresses` (
	`address` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`mail_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `announcement_recipients` (
	`announcement_id` text NOT NULL,
	`user_id` text NOT NULL,
	`told_at` integer,
	PRIMARY KEY(`announcement_id`, `user_id`),
	FOREIGN KEY (`announcement_id`) REFERENCES `announcements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`title_id` text NOT NULL,
	`title_en` text NOT NULL,
	`body_id` text NOT NULL,
	`body_en` text NOT NULL,
	`audience` text NOT NULL,
	`published` integer NOT NULL,
	`by_mail` integer NOT NULL,
	`status` text NOT NULL,
	`due_at` integer NOT NULL,
	`total` integer NOT NULL,
	`told` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`retracted_by` text,
	`retracted_at` integer,
	`retract_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `announcements_edition` ON `announcements` (`edition_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `announcements_due` ON `announcements` (`status`,`due_at`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	`last_read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token_hash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_user` ON `calendar_feeds` (`user_id`,`agency_id`);--> statement-breakpoint
CREATE TABLE `reminder_runs` (
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`audience` text NOT NULL,
	`hours_before` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`at` integer NOT NULL,
	`told` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `stage`, `audience`, `hours_before`, `closes_at`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `submission_extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`proposal_id` text,
	`closes_at` integer NOT NULL,
	`reason` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	`revoke_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `submission_extensions_agency` ON `submission_extensions` (`agency_id`,`edition_id`);--> statement-breakpoint
CREATE INDEX `submission_extensions_edition` ON `submission_extensions` (`edition_id`,`granted_at`);--> statement-breakpoint
ALTER TABLE `notices` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `retracted_at` integer;--> statement-breakpoint
CREATE INDEX `notices_subject` ON `notices` (`subject_id`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `edition_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `kind` text DEFAULT 'official' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `sent_subject` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `sent_body` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `last_tried_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `resent_of` text;--> statement-breakpoint
CREATE INDEX `outbox_edition` ON `outbox` (`edition_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject_id`);