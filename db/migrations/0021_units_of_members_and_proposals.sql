ALTER TABLE `agency_members` ADD `unit_id` text REFERENCES agency_units(id);--> statement-breakpoint
ALTER TABLE `proposals` ADD `unit_id` text REFERENCES agency_units(id);