CREATE TABLE `order_late_release` (
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `order_late_release_person` ON `order_late_release` (`person_id`,`at`,`order_id`,`seq`);--> statement-breakpoint
ALTER TABLE `order_proxy` ADD `words` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `about_community` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `callback_by` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `unreachable_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `held_at` integer;--> statement-breakpoint
-- Complaints about the community itself that stand already: hidden from who acts in its name as new ones are.
UPDATE `orders` SET `about_community` = `community_code` WHERE `about_unit` IN (SELECT `code` FROM `unit` WHERE `handler_group` = 'COMM');--> statement-breakpoint
-- One or two stars that nobody has called about yet; a working day is not counted here, so a day.
UPDATE `orders` SET `callback_by` = (SELECT MAX(`at`) + 86400000 FROM `order_rating` WHERE `order_rating`.`order_id` = `orders`.`id` AND `via` = 'requester' AND `closing_no` = `orders`.`reopen_count` AND `stars` <= 2) WHERE `status` = 'closed' AND `closing` = 'rated';
