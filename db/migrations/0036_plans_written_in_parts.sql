ALTER TABLE `assignment_plans` ADD `progress` text;--> statement-breakpoint
ALTER TABLE `assignment_plans` ADD `refusal` text;