PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_marks` (
	`sheet_id` text NOT NULL,
	`criterion_key` text NOT NULL,
	`mark` integer,
	`note` text NOT NULL,
	PRIMARY KEY(`sheet_id`, `criterion_key`),
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_marks`("sheet_id", "criterion_key", "mark", "note") SELECT "sheet_id", "criterion_key", "mark", "note" FROM `marks`;--> statement-breakpoint
DROP TABLE `marks`;--> statement-breakpoint
ALTER TABLE `__new_marks` RENAME TO `marks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;