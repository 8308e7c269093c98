CREATE TABLE `case_event` (
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`relation` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`kind`, `case_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `case_event_at` ON `case_event` (`at`,`kind`,`case_id`,`seq`);--> statement-breakpoint
CREATE TABLE `case_serial` (
	`key` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deliberation` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`street_code` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text,
	`motive` text NOT NULL,
	`status` text NOT NULL,
	`legal_form` text NOT NULL,
	`pack_id` text NOT NULL,
	`basis` text,
	`basis_words` text,
	`below_market` integer NOT NULL,
	`needs_filing` integer NOT NULL,
	`filed_unit` text,
	`filed_on` text,
	`filing_no` text,
	`plan_sent_on` text,
	`plan_version` integer,
	`published_at` integer,
	`notice_until` text,
	`result_at` integer,
	`project_code` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_code` ON `deliberation` (`code`);--> statement-breakpoint
CREATE INDEX `deliberation_community` ON `deliberation` (`community_code`,`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `deliberation_ballot` (
	`meeting_id` text NOT NULL,
	`receipt_hash` text NOT NULL,
	`choice` text NOT NULL,
	`seal` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `receipt_hash`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_count` (
	`meeting_id` text NOT NULL,
	`way` text NOT NULL,
	`yes_votes` integer NOT NULL,
	`no_votes` integer NOT NULL,
	`abstain_votes` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `way`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_figure` (
	`deliberation_id` text NOT NULL,
	`version` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`amount` integer NOT NULL,
	`unit` text NOT NULL,
	PRIMARY KEY(`deliberation_id`, `version`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_file` (
	`id` text PRIMARY KEY NOT NULL,
	`deliberation_id` text NOT NULL,
	`meeting_id` text,
	`upload_id` text NOT NULL,
	`name` text NOT NULL,
	`is_public` integer NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deliberation_file_of` ON `deliberation_file` (`deliberation_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `deliberation_meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`deliberation_id` text NOT NULL,
	`stage` text NOT NULL,
	`ordinal` integer NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`with_web` integer NOT NULL,
	`held_at` integer NOT NULL,
	`place` text NOT NULL,
	`called_at` integer NOT NULL,
	`eligible` integer,
	`roll_salt` text,
	`roll_digest` text,
	`present` integer,
	`needed_present` integer,
	`yes_votes` integer,
	`no_votes` integer,
	`abstain_votes` integer,
	`needed_yes` integer,
	`ballot_digest` text,
	`minutes` text,
	`annulled` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_meeting_no` ON `deliberation_meeting` (`deliberation_id`,`stage`,`ordinal`);--> statement-breakpoint
CREATE TABLE `deliberation_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`deliberation_id` text NOT NULL,
	`words` text NOT NULL,
	`contact` text,
	`answer_by` text NOT NULL,
	`at` integer NOT NULL,
	`public_words` text,
	`answer` text,
	`answered_at` integer,
	`answered_by` text
);
--> statement-breakpoint
CREATE INDEX `deliberation_objection_of` ON `deliberation_objection` (`deliberation_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `deliberation_price` (
	`deliberation_id` text NOT NULL,
	`version` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`label` text NOT NULL,
	`price_fen` integer NOT NULL,
	`market_fen` integer NOT NULL,
	`unit` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`deliberation_id`, `version`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_roll` (
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`seat` text NOT NULL,
	`person_id` text,
	`present_at` integer,
	`voted_on` text,
	PRIMARY KEY(`meeting_id`, `ordinal`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_roll_person` ON `deliberation_roll` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `deliberation_roll_of` ON `deliberation_roll` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `deliberation_source` (
	`deliberation_id` text NOT NULL,
	`order_id` text NOT NULL,
	PRIMARY KEY(`deliberation_id`, `order_id`)
);
--> statement-breakpoint
CREATE INDEX `deliberation_source_order` ON `deliberation_source` (`order_id`);--> statement-breakpoint
CREATE TABLE `deliberation_text` (
	`deliberation_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`points` text NOT NULL,
	`points_en` text,
	`words` text NOT NULL,
	`reason` text,
	`sha256` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`deliberation_id`, `kind`, `version`)
);
