CREATE TABLE `agency_merges` (
	`from_id` text PRIMARY KEY NOT NULL,
	`into_id` text NOT NULL,
	`reason` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_merges_into` ON `agency_merges` (`into_id`);--> statement-breakpoint
CREATE TABLE `agency_names` (
	`agency_id` text NOT NULL,
	`position` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`valid_from` text NOT NULL,
	`source` text NOT NULL,
	`renamed_by` text NOT NULL,
	`renamed_at` integer NOT NULL,
	PRIMARY KEY(`agency_id`, `position`),
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agency_units` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_units_agency` ON `agency_units` (`agency_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer NOT NULL,
	`sha256` text NOT NULL,
	`status` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text,
	`term_ends_on` text,
	`user_id` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appointments_status` ON `appointments` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `appointments_agency` ON `appointments` (`agency_id`);--> statement-breakpoint
CREATE INDEX `appointments_email` ON `appointments` (`email`);--> statement-breakpoint
CREATE TABLE `registry_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`seeds` text NOT NULL,
	`faults` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer
);
--> statement-breakpoint
ALTER TABLE `seats` ADD `removal_reason` text;