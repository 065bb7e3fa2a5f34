CREATE TABLE `similarity_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`other_proposal_id` text,
	`award_id` text,
	`kind` text NOT NULL,
	`share_bp` integer NOT NULL,
	`other_share_bp` integer NOT NULL,
	`greatest_bp` integer NOT NULL,
	`same_title` integer NOT NULL,
	`found_at` integer NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`judged_by` text,
	`judged_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`award_id`) REFERENCES `award_records`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "similarity_pairs_one_other" CHECK(("similarity_pairs"."other_proposal_id" is null) <> ("similarity_pairs"."award_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `similarity_pairs_entries` ON `similarity_pairs` (`proposal_id`,`other_proposal_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `similarity_pairs_awards` ON `similarity_pairs` (`proposal_id`,`award_id`);--> statement-breakpoint
CREATE INDEX `similarity_pairs_other` ON `similarity_pairs` (`other_proposal_id`);--> statement-breakpoint
CREATE INDEX `similarity_pairs_edition` ON `similarity_pairs` (`edition_id`,`greatest_bp`);--> statement-breakpoint
CREATE TABLE `similarity_postings` (
	`name` integer NOT NULL,
	`sketch` integer NOT NULL,
	PRIMARY KEY(`name`, `sketch`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `similarity_sketches` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer NOT NULL,
	`title_key` text NOT NULL,
	`names` blob NOT NULL,
	`sketched_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `similarity_sketches_proposal_id_unique` ON `similarity_sketches` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `similarity_sketches_title` ON `similarity_sketches` (`title_key`);