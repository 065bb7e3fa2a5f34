CREATE TABLE `person_import_rows` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`place` text NOT NULL,
	`verdict` text NOT NULL,
	`faults` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `person_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_import_rows_verdict` ON `person_import_rows` (`import_id`,`verdict`,`line`);--> statement-breakpoint
CREATE TABLE `person_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`file_name` text NOT NULL,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_by` text,
	`applied_at` integer
);
--> statement-breakpoint
CREATE INDEX `person_imports_scope` ON `person_imports` (`scope_id`,`created_at`);