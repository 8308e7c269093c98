ALTER TABLE `orders` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `sampled_at` integer;