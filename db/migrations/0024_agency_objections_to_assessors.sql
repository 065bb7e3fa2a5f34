CREATE TABLE `agency_objections` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`about` text NOT NULL,
	`name` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`declared_by` text NOT NULL,
	`declared_at` integer NOT NULL,
	`meant_user_id` text,
	`expires_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_objections_edition` ON `agency_objections` (`edition_id`,`agency_id`);