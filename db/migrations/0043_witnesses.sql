CREATE TABLE `audit_cosignatures` (
	`id` text PRIMARY KEY NOT NULL,
	`checkpoint` integer NOT NULL,
	`witness_id` text NOT NULL,
	`kind` text NOT NULL,
	`signed_at` integer,
	`line` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`checkpoint`) REFERENCES `audit_checkpoints`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `audit_witnesses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_cosignatures_once` ON `audit_cosignatures` (`checkpoint`,`witness_id`,`kind`);--> statement-breakpoint
CREATE TABLE `audit_witnesses` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`name` text NOT NULL,
	`public_key` text NOT NULL,
	`registered_by` text NOT NULL,
	`registered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_witnesses_name_unique` ON `audit_witnesses` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_witnesses_public_key_unique` ON `audit_witnesses` (`public_key`);--> statement-breakpoint
-- A key that was believed stays the one that was believed, and what it signed stays signed.
CREATE TRIGGER audit_witnesses_no_rewrite BEFORE UPDATE ON audit_witnesses
BEGIN SELECT RAISE(ABORT, 'witnesses of the log are kept'); END;
--> statement-breakpoint
CREATE TRIGGER audit_witnesses_no_delete BEFORE DELETE ON audit_witnesses
BEGIN SELECT RAISE(ABORT, 'witnesses of the log are kept'); END;
--> statement-breakpoint
CREATE TRIGGER audit_cosignatures_no_rewrite BEFORE UPDATE ON audit_cosignatures
BEGIN SELECT RAISE(ABORT, 'cosignatures are kept'); END;
--> statement-breakpoint
CREATE TRIGGER audit_cosignatures_no_delete BEFORE DELETE ON audit_cosignatures
BEGIN SELECT RAISE(ABORT, 'cosignatures are kept'); END;
