CREATE TABLE `letter_reply` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`unit_code` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `letter_reply_letter` ON `letter_reply` (`letter_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `letter_unit` (
	`letter_id` text NOT NULL,
	`unit_code` text NOT NULL,
	`part` text NOT NULL,
	`received_at` integer,
	`received_by` text,
	`replied_at` integer,
	PRIMARY KEY(`letter_id`, `unit_code`)
);
--> statement-breakpoint
CREATE INDEX `letter_unit_unit` ON `letter_unit` (`unit_code`,`letter_id`);--> statement-breakpoint
CREATE TABLE `liaison_letter` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`street_code` text NOT NULL,
	`order_id` text,
	`order_code` text,
	`sent_by` text NOT NULL,
	`subject` text NOT NULL,
	`words` text NOT NULL,
	`reply_by` text NOT NULL,
	`status` text NOT NULL,
	`sent_at` integer NOT NULL,
	`lead_replied_at` integer,
	`ended_at` integer,
	`ended` text,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `liaison_letter_code` ON `liaison_letter` (`code`);--> statement-breakpoint
CREATE INDEX `liaison_letter_community` ON `liaison_letter` (`community_code`,`status`,`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `liaison_letter_street` ON `liaison_letter` (`street_code`,`status`,`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `liaison_letter_order` ON `liaison_letter` (`order_id`,`status`,`id`);--> statement-breakpoint
CREATE TABLE `order_hold` (
	`order_id` text NOT NULL,
	`held_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `held_by`)
);
