CREATE TABLE `stage_extensions` (
	`edition_id` text NOT NULL,
	`revision` integer NOT NULL,
	`stage` text NOT NULL,
	`closed_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`reason` text NOT NULL,
	`extended_by` text NOT NULL,
	`extended_at` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `revision`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`extended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER stage_extensions_no_delete BEFORE DELETE ON stage_extensions BEGIN SELECT RAISE(ABORT, 'extensions of a stage are kept'); END;
--> statement-breakpoint
CREATE TRIGGER stage_extensions_no_rewrite BEFORE UPDATE ON stage_extensions BEGIN SELECT RAISE(ABORT, 'extensions of a stage are kept'); END;
