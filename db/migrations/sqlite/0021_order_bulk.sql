CREATE TABLE `order_bulk` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`handler` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `order_bulk_person` ON `order_bulk` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `order_bulk_line` (
	`bulk_id` text NOT NULL,
	`code` text NOT NULL,
	`place` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`params` text,
	`done_version` integer,
	PRIMARY KEY(`bulk_id`, `code`)
);
