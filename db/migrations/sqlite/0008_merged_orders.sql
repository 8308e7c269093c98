CREATE TABLE `order_apart` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`)
);
--> statement-breakpoint
CREATE INDEX `order_apart_other` ON `order_apart` (`other_id`,`one_id`);--> statement-breakpoint
ALTER TABLE `orders` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `merged_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `merged_from` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `merged_due_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `merged_hold` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `households` integer;--> statement-breakpoint
CREATE INDEX `orders_cell_submitted` ON `orders` (`cell_code`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_merged_into` ON `orders` (`merged_into`,`id`);