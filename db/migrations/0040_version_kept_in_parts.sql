DROP INDEX `ranking_lists_standing`;--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_lists_standing` ON `ranking_lists` (`edition_id`,`list_key`) WHERE status not in ('superseded', 'keeping');