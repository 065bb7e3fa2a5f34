CREATE TABLE `ranking_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`attached_by` text NOT NULL,
	`attached_at` integer NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ranking_documents_list` ON `ranking_documents` (`list_id`,`kind`,`attached_at`);--> statement-breakpoint
CREATE TABLE `ranking_inputs` (
	`sha256` text PRIMARY KEY NOT NULL,
	`packed` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ranking_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`list_key` text NOT NULL,
	`list_id` text NOT NULL,
	`entering_id` text NOT NULL,
	`leaving_id` text NOT NULL,
	`reason` text NOT NULL,
	`place` text NOT NULL,
	`held_on` text NOT NULL,
	`present` text NOT NULL,
	`in_favour` integer NOT NULL,
	`against` integer NOT NULL,
	`abstained` integer NOT NULL,
	`outcome` text NOT NULL,
	`result_id` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entering_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leaving_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ranking_moves_two_entries" CHECK(entering_id <> leaving_id),
	CONSTRAINT "ranking_moves_result" CHECK((outcome = 'carried') = (result_id is not null))
);
--> statement-breakpoint
CREATE INDEX `ranking_moves_list` ON `ranking_moves` (`edition_id`,`list_key`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `ranking_origins` (
	`list_id` text PRIMARY KEY NOT NULL,
	`inputs` text NOT NULL,
	`changes` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inputs`) REFERENCES `ranking_inputs`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER ranking_moves_no_delete BEFORE DELETE ON ranking_moves BEGIN SELECT RAISE(ABORT, 'votes of the plenary are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_moves_no_rewrite BEFORE UPDATE ON ranking_moves BEGIN SELECT RAISE(ABORT, 'votes of the plenary are kept'); END;
--> statement-breakpoint
CREATE TRIGGER ranking_inputs_no_rewrite BEFORE UPDATE ON ranking_inputs BEGIN SELECT RAISE(ABORT, 'what a list was computed from is kept'); END;
