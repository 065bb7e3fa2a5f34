CREATE TABLE `stage_readers` (
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`readers` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `stage`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
