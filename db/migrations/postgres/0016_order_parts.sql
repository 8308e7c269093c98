ALTER TABLE "orders" ADD COLUMN "child_of" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "whole_requester_id" text;--> statement-breakpoint
CREATE INDEX "orders_child_of" ON "orders" USING btree ("child_of","id");