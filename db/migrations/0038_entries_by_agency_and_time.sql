DROP INDEX `proposals_agency`;--> statement-breakpoint
CREATE INDEX `proposals_submitted` ON `proposals` (`edition_id`,`submitted_at`,`number`,`reach`);--> statement-breakpoint
CREATE INDEX `proposals_agency` ON `proposals` (`agency_id`,`edition_id`,`number`,`reach`,`group_key`,`category_key`);