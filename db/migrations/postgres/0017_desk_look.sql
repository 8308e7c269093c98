CREATE TABLE "desk_look" (
	"tab" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"order_code" text NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "desk_look_order" ON "desk_look" USING btree ("order_code","seen_at");--> statement-breakpoint
CREATE INDEX "desk_look_seen" ON "desk_look" USING btree ("seen_at");