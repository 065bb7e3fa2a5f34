CREATE TABLE `audit_blocks` (
	`number` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_checkpoints` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	`edition_id` text,
	`size` integer NOT NULL,
	`root` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_checkpoints_edition` ON `audit_checkpoints` (`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `audit_examinations` (
	`number` integer PRIMARY KEY NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`finished_at` integer,
	`entries` integer,
	`rows` integer,
	`head` text,
	`faults` integer,
	`named` text
);
--> statement-breakpoint
CREATE TABLE `edition_commitments` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`committed_at` integer NOT NULL,
	`rules` text NOT NULL,
	`model` text NOT NULL,
	`seed_hash` text NOT NULL,
	`seed_nonce` text NOT NULL,
	`revealed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- What has been signed and given away is kept: a checkpoint is never changed or taken back.
CREATE TRIGGER audit_checkpoints_no_delete BEFORE DELETE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are kept'); END;
--> statement-breakpoint
CREATE TRIGGER audit_checkpoints_no_rewrite BEFORE UPDATE ON audit_checkpoints BEGIN SELECT RAISE(ABORT, 'checkpoints are kept'); END;
