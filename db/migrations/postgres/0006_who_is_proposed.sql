ALTER TABLE "mediation" ADD COLUMN "proposed_mediator_id" text;--> statement-breakpoint
ALTER TABLE "mediation" ADD COLUMN "proposed_kind" text;--> statement-breakpoint
ALTER TABLE "mediation" ADD COLUMN "confirm_applied_on" text;--> statement-breakpoint
ALTER TABLE "mediation_party" ADD COLUMN "agreed_proposed_at" bigint;--> statement-breakpoint
ALTER TABLE "opinion_answer" ADD COLUMN "at" bigint;--> statement-breakpoint
ALTER TABLE "opinion_round" ADD COLUMN "ended_early" text;