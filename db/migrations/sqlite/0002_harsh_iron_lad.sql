CREATE TABLE `service_visit` (
	`order_id` text NOT NULL,
	`arrived_seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`order_code` text NOT NULL,
	`item_code` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`left_at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `arrived_seq`)
);
--> statement-breakpoint
CREATE INDEX `service_visit_person` ON `service_visit` (`person_id`,`arrived_at`,`order_id`);