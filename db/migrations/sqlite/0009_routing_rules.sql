CREATE TABLE `order_routing` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`rule_id` text,
	`rule_version` integer,
	`rule_name` text,
	`effect` text,
	`reasons` text NOT NULL,
	`broken` text NOT NULL,
	`outcome` text NOT NULL,
	`withheld_reason` text
);
--> statement-breakpoint
CREATE INDEX `order_routing_order` ON `order_routing` (`order_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `routing_list` (
	`community_code` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `routing_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`community_code` text NOT NULL,
	`position` integer NOT NULL,
	`is_on` integer NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`conditions` text NOT NULL,
	`effect` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `routing_rule_community` ON `routing_rule` (`community_code`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `routing_rule_version` (
	`rule_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`is_on` integer NOT NULL,
	`conditions` text NOT NULL,
	`effect` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	PRIMARY KEY(`rule_id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `order_assignment_ended` ON `order_assignment` (`ended_by`,`ended_at`,`id`);