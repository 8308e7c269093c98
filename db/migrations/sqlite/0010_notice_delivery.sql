CREATE TABLE `notice_delivery` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`target` text NOT NULL,
	`kind` text NOT NULL,
	`dedupe` text NOT NULL,
	`order_id` text,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`urgent` integer NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`available_at` integer NOT NULL,
	`tried_at` integer,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_delivery_dedupe` ON `notice_delivery` (`dedupe`,`channel`,`target`);--> statement-breakpoint
CREATE INDEX `notice_delivery_due` ON `notice_delivery` (`state`,`channel`,`target`,`available_at`);--> statement-breakpoint
CREATE INDEX `notice_delivery_order` ON `notice_delivery` (`order_id`,`channel`,`target`,`seq`,`id`);--> statement-breakpoint
CREATE INDEX `notice_delivery_tried` ON `notice_delivery` (`channel`,`target`,`tried_at`);