CREATE TABLE `order_extension` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`no` integer NOT NULL,
	`reason` text NOT NULL,
	`days` integer NOT NULL,
	`granted_days` integer,
	`note_id` text,
	`answer_id` text,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`was_finish_by` integer,
	`finish_by` integer
);
--> statement-breakpoint
CREATE INDEX `order_extension_order` ON `order_extension` (`order_id`,`seq`,`id`);--> statement-breakpoint
CREATE TABLE `order_suspension` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`resume_on` text NOT NULL,
	`note_id` text NOT NULL,
	`plan_id` text,
	`answer_id` text,
	`asked_by` text,
	`asked_at` integer,
	`decided_by` text,
	`decided_at` integer,
	`ended_by` text,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `order_suspension_order` ON `order_suspension` (`order_id`,`seq`,`id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `resume_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `extension_asked_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `suspension_asked_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `extension_count` integer DEFAULT 0 NOT NULL;