CREATE TABLE `login_code` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`used_at` integer,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `login_code_phone` ON `login_code` (`phone`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `login_code_expiry` ON `login_code` (`expires_at`,`id`);--> statement-breakpoint
ALTER TABLE `account` ADD `phone` text;--> statement-breakpoint
CREATE UNIQUE INDEX `account_phone` ON `account` (`phone`);