CREATE TABLE "order_apart" (
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "order_apart_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "merged_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "merged_from" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "merged_due_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "merged_hold" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "households" integer;--> statement-breakpoint
CREATE INDEX "order_apart_other" ON "order_apart" USING btree ("other_id","one_id");--> statement-breakpoint
CREATE INDEX "orders_cell_submitted" ON "orders" USING btree ("cell_code","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_merged_into" ON "orders" USING btree ("merged_into","id");