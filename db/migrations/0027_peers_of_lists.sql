CREATE TABLE `ranking_peers` (
	`list_id` text NOT NULL,
	`stage` text NOT NULL,
	`category_key` text NOT NULL,
	`criterion_key` text NOT NULL,
	`entries` integer NOT NULL,
	`q1` real NOT NULL,
	`median` real NOT NULL,
	`q3` real NOT NULL,
	`read_sd` real,
	PRIMARY KEY(`list_id`, `stage`, `category_key`, `criterion_key`),
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action
);
