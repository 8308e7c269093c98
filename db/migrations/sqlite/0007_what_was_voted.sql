CREATE TABLE `deliberation_rules` (
	`community_code` text PRIMARY KEY NOT NULL,
	`pack_id` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `deliberation_meeting` ADD `votes_until` integer;--> statement-breakpoint
ALTER TABLE `deliberation_meeting` ADD `plan_version` integer;--> statement-breakpoint
ALTER TABLE `deliberation_meeting` ADD `witness` text;