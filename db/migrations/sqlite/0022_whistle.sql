CREATE TABLE `order_whistle` (
	`order_id` text NOT NULL,
	`unit_code` text NOT NULL,
	`note_id` text NOT NULL,
	`arrive_by` integer NOT NULL,
	`called_at` integer NOT NULL,
	`called_by` text NOT NULL,
	`arrived_at` integer,
	`arrived_by` text,
	`arrival_note_id` text,
	PRIMARY KEY(`order_id`, `unit_code`)
);
