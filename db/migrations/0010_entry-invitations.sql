CREATE TABLE `proposal_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`group_key` text NOT NULL,
	`award_id` text,
	`reference` text NOT NULL,
	`note` text NOT NULL,
	`invited_by` text NOT NULL,
	`invited_at` integer NOT NULL,
	`withdrawn_by` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`award_id`) REFERENCES `award_records`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_invitations_once` ON `proposal_invitations` (`edition_id`,`agency_id`,`group_key`,`reference`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX `proposal_invitations_agency` ON `proposal_invitations` (`agency_id`,`edition_id`);