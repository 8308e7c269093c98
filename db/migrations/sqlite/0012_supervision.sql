CREATE TABLE `supervision_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	`order_id` text NOT NULL,
	`ground` text NOT NULL,
	`key` text NOT NULL,
	`colour` text NOT NULL,
	`owner_id` text,
	`step` text,
	`issued_by` text NOT NULL,
	`words` text,
	`issued_at` integer NOT NULL,
	`reply_by` integer NOT NULL,
	`climbs` integer NOT NULL,
	`replied_at` integer,
	`check_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_notice_code` ON `supervision_notice` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_notice_serial` ON `supervision_notice` (`community_code`,`year`,`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_notice_key` ON `supervision_notice` (`order_id`,`key`);--> statement-breakpoint
CREATE INDEX `supervision_notice_due` ON `supervision_notice` (`ended_at`,`replied_at`,`reply_by`,`id`);--> statement-breakpoint
CREATE INDEX `supervision_notice_owner` ON `supervision_notice` (`owner_id`,`id`);--> statement-breakpoint
CREATE TABLE `supervision_reply` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`person_id` text NOT NULL,
	`calls` text NOT NULL,
	`cause` text NOT NULL,
	`measure` text NOT NULL,
	`check_on` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `supervision_reply_notice` ON `supervision_reply` (`notice_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `supervision_told` (
	`notice_id` text NOT NULL,
	`person_id` text NOT NULL,
	`step` text NOT NULL,
	`named` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`notice_id`, `person_id`, `step`)
);
--> statement-breakpoint
CREATE INDEX `supervision_told_person` ON `supervision_told` (`person_id`,`notice_id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `colour` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `look_at` integer;--> statement-breakpoint
CREATE INDEX `orders_look` ON `orders` (`look_at`,`id`);