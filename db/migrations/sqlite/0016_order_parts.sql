ALTER TABLE `orders` ADD `child_of` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `whole_requester_id` text;--> statement-breakpoint
CREATE INDEX `orders_child_of` ON `orders` (`child_of`,`id`);