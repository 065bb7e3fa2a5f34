CREATE TABLE `assignment_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`change` text NOT NULL,
	`cause` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`seed` integer NOT NULL,
	`phase` text,
	`result` text,
	`basis` text,
	`digest` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`applied_by` text,
	`applied_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_plans_edition` ON `assignment_plans` (`edition_id`,`stage`,`created_at`);--> statement-breakpoint
CREATE TABLE `reader_bounds` (
	`edition_id` text NOT NULL,
	`user_id` text NOT NULL,
	`least` integer NOT NULL,
	`most` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `user_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reader_expertise` (
	`edition_id` text NOT NULL,
	`user_id` text NOT NULL,
	`category` text NOT NULL,
	`band` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `user_id`, `category`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reader_targets` (
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`proposal_id` text NOT NULL,
	`readers` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `stage`, `proposal_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
