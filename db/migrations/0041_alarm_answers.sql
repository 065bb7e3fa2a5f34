CREATE TABLE `alarm_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`user_id` text NOT NULL,
	`signal` text NOT NULL,
	`sheets` integer NOT NULL,
	`step` text NOT NULL,
	`reason` text NOT NULL,
	`answered_by` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alarm_answers_stage` ON `alarm_answers` (`edition_id`,`stage`,`user_id`);