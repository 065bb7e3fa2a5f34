CREATE TABLE `answer_revisions` (
	`proposal_id` text NOT NULL,
	`field_key` text NOT NULL,
	`revision` integer NOT NULL,
	`value` text NOT NULL,
	`words` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `field_key`, `revision`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_revisions_saved` ON `answer_revisions` (`saved_at`);--> statement-breakpoint
CREATE TABLE `draft_presences` (
	`proposal_id` text NOT NULL,
	`user_id` text NOT NULL,
	`section` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `user_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_presences_seen` ON `draft_presences` (`seen_at`);