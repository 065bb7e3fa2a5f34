DROP INDEX `proposals_agency`;--> statement-breakpoint
CREATE INDEX `proposals_agency` ON `proposals` (`agency_id`,`edition_id`,`number`);