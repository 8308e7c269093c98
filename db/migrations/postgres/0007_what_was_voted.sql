CREATE TABLE "deliberation_rules" (
	"community_code" text PRIMARY KEY NOT NULL,
	"pack_id" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliberation_meeting" ADD COLUMN "votes_until" bigint;--> statement-breakpoint
ALTER TABLE "deliberation_meeting" ADD COLUMN "plan_version" integer;--> statement-breakpoint
ALTER TABLE "deliberation_meeting" ADD COLUMN "witness" text;