ALTER TABLE "orders" ADD COLUMN "asked_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "sampled_at" bigint;