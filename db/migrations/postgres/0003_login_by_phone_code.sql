CREATE TABLE "login_code" (
	"id" text PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"tries" integer NOT NULL,
	"used_at" bigint,
	"sent_at" bigint
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "phone" text;--> statement-breakpoint
CREATE INDEX "login_code_phone" ON "login_code" USING btree ("phone","created_at","id");--> statement-breakpoint
CREATE INDEX "login_code_expiry" ON "login_code" USING btree ("expires_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_phone" ON "account" USING btree ("phone");