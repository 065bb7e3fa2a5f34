CREATE TABLE `file_contents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`content_type` text NOT NULL,
	`pages` integer,
	`scan` text NOT NULL,
	`signature` text DEFAULT '' NOT NULL,
	`scanned_at` integer,
	`kept_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `page_pictures` (
	`sha256` text NOT NULL,
	`page` integer NOT NULL,
	`picture` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	PRIMARY KEY(`sha256`, `page`)
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`field_key` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_user` ON `uploads` (`user_id`);--> statement-breakpoint
CREATE INDEX `uploads_created` ON `uploads` (`created_at`);