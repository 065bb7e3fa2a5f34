CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`edition_id` text,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`record` text,
	`salt` text,
	`leaf` text NOT NULL,
	`chain` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_edition` ON `audit_entries` (`edition_id`,`seq`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`url` text,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notices_user` ON `notices` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`recipient` text NOT NULL,
	`locale` text NOT NULL,
	`template` text NOT NULL,
	`params` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe_key_unique` ON `outbox` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`grant` text NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_user` ON `invitations` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`first_at` integer NOT NULL,
	`blocked_until` integer
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`locale` text NOT NULL,
	`system_role` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_sign_in_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`province_code` text,
	`parent_id` text,
	`zone` text NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agencies_code_unique` ON `agencies` (`code`);--> statement-breakpoint
CREATE INDEX `agencies_name` ON `agencies` (`name`);--> statement-breakpoint
CREATE INDEX `agencies_province` ON `agencies` (`province_code`);--> statement-breakpoint
CREATE TABLE `agency_members` (
	`agency_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`unit` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`agency_id`, `user_id`),
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_members_user` ON `agency_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `award_records` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`year` integer NOT NULL,
	`tier` text NOT NULL,
	`title` text NOT NULL,
	`agency_name` text NOT NULL,
	`agency_id` text,
	`unit` text NOT NULL,
	`province` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_records_year` ON `award_records` (`competition`,`year`);--> statement-breakpoint
CREATE TABLE `year_aggregates` (
	`id` text PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`year` integer NOT NULL,
	`measure` text NOT NULL,
	`value` integer,
	`text` text NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `year_aggregates_year` ON `year_aggregates` (`competition`,`year`,`measure`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`preset_key` text,
	`definition` text NOT NULL,
	`status` text NOT NULL,
	`rehearsal` integer NOT NULL,
	`revision` integer NOT NULL,
	`last_number` integer NOT NULL,
	`tie_seed` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`opened_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_slug_unique` ON `editions` (`slug`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`organisation` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_once` ON `seats` (`edition_id`,`user_id`,`role`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `seats_user` ON `seats` (`user_id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`proposal_id` text NOT NULL,
	`field_key` text NOT NULL,
	`value` text NOT NULL,
	`words` integer NOT NULL,
	`revision` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `field_key`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`field_key` text NOT NULL,
	`file_name` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachments_proposal` ON `attachments` (`proposal_id`,`field_key`);--> statement-breakpoint
CREATE TABLE `proposal_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`proposal_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`data` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_events_proposal` ON `proposal_events` (`proposal_id`,`seq`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`number` integer,
	`title` text NOT NULL,
	`title_key` text NOT NULL,
	`unit` text NOT NULL,
	`innovator` text NOT NULL,
	`group_key` text NOT NULL,
	`category_key` text NOT NULL,
	`started_on` text,
	`status` text NOT NULL,
	`reach` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_number` ON `proposals` (`edition_id`,`number`);--> statement-breakpoint
CREATE INDEX `proposals_agency` ON `proposals` (`agency_id`,`edition_id`);--> statement-breakpoint
CREATE INDEX `proposals_reach` ON `proposals` (`edition_id`,`reach`,`group_key`);--> statement-breakpoint
CREATE INDEX `proposals_title` ON `proposals` (`edition_id`,`title_key`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`sha256` text NOT NULL,
	`submitted_by` text NOT NULL,
	`submitted_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_version` ON `submissions` (`proposal_id`,`version`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`user_id` text NOT NULL,
	`proposal_id` text,
	`agency_id` text,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`declared_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conflicts_proposal` ON `conflicts` (`user_id`,`proposal_id`) WHERE withdrawn_at is null and proposal_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `conflicts_agency` ON `conflicts` (`edition_id`,`user_id`,`agency_id`) WHERE withdrawn_at is null and agency_id is not null;--> statement-breakpoint
CREATE INDEX `conflicts_edition` ON `conflicts` (`edition_id`);--> statement-breakpoint
CREATE TABLE `screenings` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer NOT NULL,
	`outcome` text NOT NULL,
	`checks` text NOT NULL,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `screenings_version` ON `screenings` (`proposal_id`,`version`);--> statement-breakpoint
CREATE INDEX `screenings_edition` ON `screenings` (`edition_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`proposal_id` text NOT NULL,
	`user_id` text NOT NULL,
	`assigned_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_once` ON `assignments` (`stage`,`proposal_id`,`user_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `assignments_user` ON `assignments` (`user_id`,`edition_id`,`stage`);--> statement-breakpoint
CREATE INDEX `assignments_edition` ON `assignments` (`edition_id`,`stage`);--> statement-breakpoint
CREATE TABLE `panel_members` (
	`panel_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`panel_id`, `user_id`),
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `panels` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `panels_name` ON `panels` (`edition_id`,`name`);--> statement-breakpoint
CREATE TABLE `interview_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`panel_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`meeting_url` text NOT NULL,
	`sequence` integer NOT NULL,
	`confirmed_at` integer,
	`confirmed_by` text,
	`attendance` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_id`) REFERENCES `panels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slots_proposal` ON `interview_slots` (`stage`,`proposal_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `slots_panel_start` ON `interview_slots` (`panel_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `slots_edition` ON `interview_slots` (`edition_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `marks` (
	`sheet_id` text NOT NULL,
	`criterion_key` text NOT NULL,
	`mark` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`sheet_id`, `criterion_key`),
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `score_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`stage` text NOT NULL,
	`proposal_id` text NOT NULL,
	`user_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`locked_at` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_sheets_assignment_id_unique` ON `score_sheets` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `score_sheets_entry` ON `score_sheets` (`edition_id`,`stage`,`proposal_id`);--> statement-breakpoint
CREATE TABLE `ranking_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`list_key` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`size` integer NOT NULL,
	`computed_by` text NOT NULL,
	`computed_at` integer NOT NULL,
	`minutes` text NOT NULL,
	`minutes_number` text NOT NULL,
	`signed_by` text,
	`signed_at` integer,
	`approved_by` text,
	`published_at` integer,
	`objections_close_at` integer,
	`decree_number` text,
	`decree_date` text,
	`finalised_by` text,
	`finalised_at` integer,
	`digest` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ranking_lists_version` ON `ranking_lists` (`edition_id`,`list_key`,`version`);--> statement-breakpoint
CREATE TABLE `ranking_rows` (
	`list_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`rank` integer NOT NULL,
	`listed` integer NOT NULL,
	`reserve` integer NOT NULL,
	`score` integer NOT NULL,
	`reads` integer NOT NULL,
	`tie_broken_by` text,
	PRIMARY KEY(`list_id`, `proposal_id`),
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ranking_rows_rank` ON `ranking_rows` (`list_id`,`rank`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`list_id` text NOT NULL,
	`proposal_id` text,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`text` text NOT NULL,
	`filed_at` integer NOT NULL,
	`status` text NOT NULL,
	`decision` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objections_number` ON `objections` (`edition_id`,`number`);--> statement-breakpoint
CREATE INDEX `objections_list` ON `objections` (`list_id`,`status`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`list_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`serial` text NOT NULL,
	`sequence` integer NOT NULL,
	`code` text NOT NULL,
	`claim` text NOT NULL,
	`signature` text NOT NULL,
	`key_id` text NOT NULL,
	`rehearsal` integer NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`pdf_sha256` text,
	`revoked_at` integer,
	`revoked_reason` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `ranking_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_serial_unique` ON `certificates` (`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_code_unique` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_once` ON `certificates` (`list_id`,`proposal_id`);--> statement-breakpoint
CREATE INDEX `certificates_edition` ON `certificates` (`edition_id`,`serial`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`run_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe_key_unique` ON `jobs` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`status`,`run_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
