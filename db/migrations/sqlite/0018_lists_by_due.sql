CREATE INDEX `orders_by_due` ON `orders` (`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_cell_by_due` ON `orders` (`cell_code`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_building_by_due` ON `orders` (`building_code`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_closed` ON `orders` (`status`,`closed_at`,`id`);