ALTER TABLE `mediation` ADD `proposed_mediator_id` text;--> statement-breakpoint
ALTER TABLE `mediation` ADD `proposed_kind` text;--> statement-breakpoint
ALTER TABLE `mediation` ADD `confirm_applied_on` text;--> statement-breakpoint
ALTER TABLE `mediation_party` ADD `agreed_proposed_at` integer;--> statement-breakpoint
ALTER TABLE `opinion_answer` ADD `at` integer;--> statement-breakpoint
ALTER TABLE `opinion_round` ADD `ended_early` text;