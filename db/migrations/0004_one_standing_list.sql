PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_ranking_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`list_key` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`size` integer NOT NULL,
	`computed_by` text NOT NULL,
	`computed_at` integer NOT NULL,
	`minutes` text NOT NULL,
	`minutes_number` text NOT NULL,
	`signed_by` text,
	`signed_at` integer,
	`approved_by` text,
	`published_at` integer,
	`objections_close_at` integer,
	`decree_number` text,
	`decree_date` text,
	`finalised_by` text,
	`finalised_at` integer,
	`digest` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ranking_lists_two_persons" CHECK(approved_by is null or signed_by is null or approved_by <> signed_by)
);
--> statement-breakpoint
INSERT INTO `__new_ranking_lists`("id", "edition_id", "list_key", "version", "status", "size", "computed_by", "computed_at", "minutes", "minutes_number", "signed_by", "signed_at", "approved_by", "published_at", "objections_close_at", "decree_number", "decree_date", "finalised_by", "finalised_at", "digest") SELECT "id", "edition_id", "list_key", "version", "status", "size", "computed_by", "computed_at", "minutes", "minutes_number", "signed_by", "signed_at", "approved_by", "published_at", "objections_close_at", "decree_number", "decree_date", "finalised_by", "finalised_at", "digest" FROM `ranking_lists`;--> statement-breakpoint
DROP TABLE `ranking_lists`;--> statement-breakpoint
ALTER TABLE `__new_ranking_lists` RENAME TO `ranking_lists`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_lists_version` ON `ranking_lists` (`edition_id`,`list_key`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_lists_standing` ON `ranking_lists` (`edition_id`,`list_key`) WHERE status <> 'superseded';